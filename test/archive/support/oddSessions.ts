import type { Chance } from '../../../src/emulator/samples/chance.ts';

const words = [
  'no',
  'Yes',
  'shut',
  'up',
  'ORDER',
  'Müller',
  'don’t',
  "don't",
  '42',
  'a.b',
  'x_y',
  'naïve',
  '東京',
  '👍',
  'ЖЁЛТЫЙ',
  'İstanbul',
] as const;
const ids = ['a', 'B', 'b', '', '10', '9', 'ended', 'Ended', '+1 555', 'ö', 'Ö', '🙂', 'z*?\\', '1.0'] as const;
const numbers = [
  0,
  1,
  2,
  10,
  200,
  -5,
  1.5,
  12.25,
  1e20,
  0.1,
  '7',
  '8.5',
  '007',
  '+3',
  'x',
  '',
  true,
  '1e3',
  ' 4',
] as const;
const times = [
  '2026-03-01T10:00:00.123456',
  '2026-03-01T10:00:00',
  '2026-03-01 10:00:00.5',
  '2026-03-01T10:00:00Z',
  '2026-03-01T12:00:00+02:00',
  '2026-03-01T24:00:00',
  '2026-03-02',
  '2026',
  1772359200000,
  '1772359200123',
  2026,
  'never',
  '',
] as const;
const truths = [true, false, 'true', 'false', '', 'yes', 1, 0] as const;

const wild: readonly [() => unknown, ...(() => unknown)[]] = [
  () => [],
  () => ({}),
  () => [[['a', 'n1'], null], [[200]]],
  ...[8190, 8191, 8192].map((length) => () => 'x'.repeat(length)),
  () => `${'word '.repeat(1500)}end`,
  ...['\u0000', 'a\u0000b', ' padded ', 'TRUE', '*', '?', 'a=b', '.5', '1_000', 'NaN', '0x10', 'ﬁ ß Σς é'].map(
    (text) => () => text,
  ),
  ...['2026-03-01T10:00:00+05:30', '2026-02-30', '0001-01-01', '9999-12-31T23:59:59Z'].map((time) => () => time),
  ...[1e300, -0, 2 ** 70].map((number) => () => number),
  () => ({ 'a.b': 1, a: { b: 2 }, 'a..b': 3, '': 4, '.x': 5 }),
];
const wildNames = [
  '',
  '.a',
  'a..b',
  '_id',
  'archive',
  'node_id',
  'response.code',
  'flow_path.type',
  'constructor',
] as const;

/** A session with something that nobody would expect, somewhere below its top. */
export function spoiled(chance: Chance, value: unknown, depth = 0): unknown {
  if (depth > 0 && chance.of(0.12)) return chance.one(wild)();
  if (Array.isArray(value)) return value.map((one) => (chance.of(0.5) ? spoiled(chance, one, depth + 1) : one));
  if (typeof value !== 'object' || value === null) return value;
  const kept = ['id', 'session_start_time'];
  const members = Object.entries(value).map(([name, member]): [string, unknown] => [
    name,
    chance.of(0.2) && !(depth === 0 && kept.includes(name)) ? spoiled(chance, member, depth + 1) : member,
  ]);
  if (chance.of(0.12)) members.push([chance.one(wildNames), chance.one([...wild, () => 'n1'])()]);
  return Object.fromEntries(members);
}

/** Sessions with every kind of value in every kind of field, those that fit and those that do not. */
export function oddSession(chance: Chance, at: number): Record<string, unknown> {
  const maybe = <T>(make: () => T, often = 0.7): T | null | undefined =>
    chance.of(often) ? make() : chance.of(0.5) ? null : undefined;
  const sentence = (): string => Array.from({ length: chance.between(0, 4) }, () => chance.one(words)).join(' ');
  const many = <T>(make: () => T): T[] => Array.from({ length: chance.between(0, 3) }, make);
  const scalar = (): unknown => chance.one([...ids, ...numbers, ...truths]);
  const anything = (): unknown =>
    chance.of(0.8) ? scalar() : chance.of(0.5) ? { inner: scalar(), deep: { er: scalar() } } : many(scalar);
  const parameter = () => ({
    name: chance.one(['name', 'USER.RECORD_ID', 'date']),
    value: maybe(anything),
    value_text: maybe(() => chance.one(ids)),
    completed: maybe(() => chance.one(truths)),
  });
  const start = `2026-0${chance.between(1, 4)}-1${chance.between(0, 9)}T1${chance.between(0, 9)}:00:0${chance.between(0, 9)}.${chance.between(0, 999)}000`;
  return {
    id: `s${at}`,
    session_start_time: start,
    session_end_time: maybe(() => chance.one(times)),
    status: maybe(() => chance.one(ids)),
    source: maybe(() => chance.one([...ids, 15551234567, '15551234567'])),
    request_ids: maybe(() => many(() => chance.one(ids))),
    agent_information: maybe(() =>
      chance.of(0.95) ? { name: maybe(() => chance.one(ids)), id: chance.one(ids) } : 'robot',
    ),
    channel_data: maybe(() => ({
      duration: maybe(() => chance.one(numbers)),
      status_code: maybe(() => chance.one([0, 100, 200, '200'])),
    })),
    transcription: maybe(() => many(() => ({ [chance.one(['user', 'user', 'v1', 'v.2'])]: maybe(sentence) }))),
    tags: maybe(() => ({
      c: maybe(() => ({ t: maybe(() => chance.one(numbers)), 'x.y': 1 })),
      plain: maybe(() => chance.one(numbers)),
    })),
    params: maybe(() => ({
      name: maybe(() => ({ completed: maybe(() => chance.one(truths)), value: maybe(anything) })),
      'USER.RECORD_ID': maybe(() => ({ value: maybe(() => chance.one(ids)) })),
    })),
    parameters: maybe(() => ({ name: maybe(anything) })),
    params_list: maybe(() => many(parameter)),
    flow_path: maybe(() =>
      many(() => ({
        node_id: maybe(() => chance.one(['n1', 'n2', 'n3', 4])),
        type: maybe(() => chance.one(['speak', 'webhook', 'Speak'])),
        execution_time: maybe(() => chance.one(numbers)),
        synchronized: maybe(() => chance.one(truths)),
        response: maybe(() => ({ code: maybe(() => chance.one([200, 404, 500, '500'])), payload: maybe(anything) })),
        context: maybe(() => ({ user_input: maybe(sentence), output: maybe(anything) })),
        surprise: maybe(anything, 0.2),
      })),
    ),
    unheard: maybe(anything, 0.3),
    'dotted.name': maybe(scalar, 0.1),
  };
}
