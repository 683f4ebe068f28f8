import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SessionDocument } from '../../domain/session/session.ts';
import { FaultPlan } from '../faults/faultPlan.ts';
import type { Fault, FaultScenario } from '../faults/faults.ts';
import { heeded } from '../faults/unheeded.ts';
import { seededRandom } from '../samples/random.ts';
import { sampleSessions } from '../samples/sampleSessions.ts';
import type { GrowingIndex } from '../search/growingIndex.ts';
import { Refusal } from '../search/refusal.ts';
import { SessionIndex } from '../search/sessionIndex.ts';
import { fieldsAsked } from '../service/fieldsAsked.ts';
import { onlyParameters } from '../service/onlyParameters.ts';
import type { EmulatorAnswer, EmulatorRequest } from '../service/routes.ts';
import { answer, refused, routeName } from '../service/routes.ts';
import type { SessionSource } from '../sources/sessionSource.ts';
import { checkRequest, drainBody, longestTarget } from './guard.ts';
import { IdleTimer } from './idleTimer.ts';
import { sendAnswer } from './sendAnswer.ts';

export interface EmulatorOptions {
  /** What is served; without it the sample sessions, made relative to `now`. */
  readonly sessions?: readonly SessionDocument[] | SessionSource;
  /** What is served instead, and is indexed as far as it is asked for. */
  readonly index?: GrowingIndex;
  readonly now?: Date;
  /** The key that requests must carry; without it a new random one. */
  readonly key?: string;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  readonly faults?: FaultScenario;
}

export interface Emulator {
  readonly origin: string;
  readonly key: string;
  /** Changes what goes wrong from the next request on; undefined: nothing. */
  setFaults(scenario: FaultScenario | undefined): void;
  /** Closes once nothing has been asked for so long and nothing is being answered. */
  closeWhenIdle(ms: number): void;
  /** Cuts every connection and frees the port. */
  close(): Promise<void>;
  /** Is aborted when it is closed. */
  readonly closed: AbortSignal;
}

/** Starts the service on this machine, reachable from this machine only. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const indexFor = indexOf(options);
  const key = options.key ?? randomBytes(16).toString('hex');
  const closing = new AbortController();
  let plan = planOf(options.faults);
  const idle = new IdleTimer(() => close());
  const server = createServer({ maxHeaderSize: longestTarget + 16 * 1024 }, (request, response) => {
    const { port } = server.address() as AddressInfo;
    idle.busyUntil(response);
    handle(request, response, { indexFor, plan, key, port, closing: closing.signal }).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const close = (): Promise<void> => {
    idle.stop();
    closing.abort();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    return closed;
  };
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    key,
    setFaults(scenario) {
      plan.changes.undo();
      plan = planOf(scenario);
    },
    closeWhenIdle: (ms) => idle.start(ms),
    close,
    closed: closing.signal,
  };
}

function indexOf({ index, sessions, now }: EmulatorOptions): Handling['indexFor'] {
  if (index) return (request) => index.with(fieldsAsked(request));
  // The samples are few and often only looked at: they are indexed as far as they are searched.
  const whole = sessions ? new SessionIndex(sessions).complete() : new SessionIndex(sampleSessions(now ?? new Date()));
  return async () => whole;
}

function planOf(scenario: FaultScenario | undefined): FaultPlan {
  return new FaultPlan(scenario ?? { rules: [] }, seededRandom(scenario?.seed ?? 1));
}

interface Handling {
  readonly indexFor: (request: EmulatorRequest) => Promise<SessionIndex>;
  readonly plan: FaultPlan;
  readonly key: string;
  readonly port: number;
  readonly closing: AbortSignal;
}

async function handle(request: IncomingMessage, response: ServerResponse, handling: Handling): Promise<void> {
  const { plan, closing } = handling;
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const signal = AbortSignal.any([closing, gone.signal]);
  const asked = { method: request.method ?? '', target: request.url ?? '' };
  const [answered, faults] = await decide(request, handling, asked);
  try {
    await sendAnswer(response, answered, { faults, plan, signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

const before = new Set<Fault['kind']>(['rateLimit', 'status', 'resetBeforeAnswer', 'noAnswer', 'redirect', 'html']);

/** The answer, and what goes wrong with it. Requests that are refused at the door meet no faults. */
async function decide(
  request: IncomingMessage,
  { indexFor, plan, key, port }: Handling,
  asked: EmulatorRequest,
): Promise<[EmulatorAnswer, readonly Fault[]]> {
  try {
    checkRequest(request, { port, key });
    if (!(await drainBody(request))) throw new Refusal('too_large', 'The body is too long');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [refused(error), []];
  }
  const faults = plan.next(routeName(asked));
  // A request that something in between answered, or cut off, has not reached the service: it deletes nothing.
  if (asked.method === 'DELETE' && faults.some(({ kind }) => before.has(kind)))
    return [{ status: 200, body: {} }, faults];
  const index = await indexFor(asked);
  const { changes } = plan;
  changes.begin(index);
  const answered = answer(index, heeded(asked, faults), changes.arrangement(faults));
  if (routeName(asked) === 'search') changes.strike(index, faults);
  const bare = faults.some(({ kind }) => kind === 'onlyParameters');
  return [bare ? onlyParameters(answered, asked) : answered, faults];
}
