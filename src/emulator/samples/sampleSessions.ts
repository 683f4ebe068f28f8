import type { SessionDocument } from '../../domain/session/session.ts';
import { bank } from './bank.ts';
import { Call } from './call.ts';
import { callers } from './callers.ts';
import type { Caller } from './callFacts.ts';
import { Chance } from './chance.ts';
import { clinic } from './clinic.ts';
import { oddSessions } from './oddSessions.ts';
import { orderLine } from './orderLine.ts';
import { seededRandom } from './random.ts';
import type { SampleAgent } from './sampleAgent.ts';
import { serviceTime } from './serviceTime.ts';
import { travelAgent } from './travelAgent.ts';

const count = 1600;
const days = 120;
const msPerDay = 86_400_000;
const agents: readonly [SampleAgent, ...SampleAgent[]] = [orderLine, orderLine, clinic, bank, bank, travelAgent];

/**
 * Made-up sessions of the 120 days before `now`, in the order of their start: the same at any time of a day (UTC), but for those that are
 * still to come. The documentation's own example is among them, word for word but for its start, so that it can be found in the recent past.
 */
export function sampleSessions(now: Date): SessionDocument[] {
  const chance = new Chance(seededRandom(20_201_008));
  const people = callers(chance);
  const today = new Date(Math.floor(now.getTime() / msPerDay) * msPerDay);
  const sessions = Array.from({ length: count }, (_, at) => ordinaryCall(today, { at, chance, people }));
  // These are there at any time of the day.
  sessions.push(...oddSessions(today, chance));
  // An ordinary call is over by then.
  const latest = serviceTime(now.getTime() - 6 * 60_000, 0);
  return sessions
    .filter(({ session_start_time: start }) => String(start) <= latest)
    .sort((a, b) => (String(a.session_start_time) < String(b.session_start_time) ? -1 : 1));
}

function ordinaryCall(today: Date, { at, chance, people }: { at: number; chance: Chance; people: readonly Caller[] }) {
  const agent = chance.one(agents);
  // Spread over the days until midnight, a little denser towards that.
  const age = ((at + 0.5) / count) ** 1.15 * days * msPerDay;
  const start = today.getTime() + msPerDay - Math.max(0, age + chance.between(-3_600_000, 3_600_000));
  // A few people call again and again.
  const caller = people[Math.floor((chance.between(0, 999) / 1000) ** 2 * people.length)] ?? { number: '', name: '' };
  const call = new Call({ agent, caller, channel: chance.one(agent.channels), start, chance });
  if (chance.of(0.09)) call.patience = chance.between(0, 3);
  agent.converse(call);
  return call.record();
}
