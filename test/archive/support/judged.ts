import { parseJson } from '../../../src/domain/json/parseJson.ts';
import { writeJson } from '../../../src/domain/json/writeJson.ts';
import { fields } from '../../../src/domain/session/fields/fields.ts';
import { valuesAt } from '../../../src/domain/session/fields/valuesAt.ts';
import type { SessionDocument } from '../../../src/domain/session/session.ts';
import { Chance } from '../../../src/emulator/samples/chance.ts';
import { seededRandom } from '../../../src/emulator/samples/random.ts';
import { sampleSessions } from '../../../src/emulator/samples/sampleSessions.ts';
import { oddSession, spoiled } from './oddSessions.ts';

export const seed = Number(process.env.INSIGHTS_SEED ?? 20_261_130);

export const chance = new Chance(seededRandom(seed));

/** Sessions with values that do not fit their fields. */
export const odd: readonly Record<string, unknown>[] = Array.from({ length: 400 }, (_, at) => {
  const session = oddSession(chance, at);
  return at % 3 === 0 ? (spoiled(chance, session) as typeof session) : session;
});

/** What both the engine and the emulator hold: samples, and odd ones. */
export const sessions: readonly SessionDocument[] = [
  ...sampleSessions(new Date('2026-05-01T12:00:00Z')).slice(-800),
  ...odd,
].map((session) => parseJson(writeJson(session)) as SessionDocument);

/** Every field, with names for those whose names are data. */
export const paths: readonly [string, ...string[]] = [
  'agent_id',
  ...fields
    .filter(({ kind }) => kind !== 'object')
    .flatMap(({ path }) => {
      if (!path.includes('*')) return [path];
      if (path.startsWith('params.')) return [path.replace('*', 'name'), path.replace('*', 'USER.RECORD_ID')];
      if (path === 'tags.*.*') return ['tags.c.t', 'tags.c.x.y'];
      if (path === 'tags.*') return ['tags.t', 'tags.plain', 'tags.c'];
      if (path === 'transcription.*') return ['transcription.v1', 'transcription.v.2', 'transcription.client'];
      return [path.replace('*', 'name')];
    }),
];

/** A value that some session has there, a part of one, or another. */
export function valueFor(path: string): string | number | boolean {
  const known = sessions.flatMap((session) => (chance.of(0.02) ? valuesAt(session, path) : []));
  const scalars = known.filter((value) => typeof value !== 'object') as (string | number | boolean)[];
  const some = ['a', 'B', 7, true, '2026-03-01', 'no shut', 200] as const;
  const found = scalars[chance.between(0, Math.max(0, scalars.length - 1))];
  const value = found !== undefined && chance.of(0.85) ? found : chance.one(some);
  if (typeof value !== 'string' || chance.of(0.6)) return value;
  return chance.one([value.toLowerCase(), value.split(' ')[0] ?? '', value.slice(0, 4)]);
}
