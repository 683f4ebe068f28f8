import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readRefinement } from '../../../../src/domain/analysis/refinement.ts';

const now = new Date('2026-11-20T12:00:00Z');

type Value = string | number | boolean | null;
interface Step {
  readonly type?: Value;
  readonly execution_time?: Value;
}
interface Session {
  readonly source?: Value | readonly Value[];
  readonly session_start_time?: Value;
  readonly flow_path?: readonly (Step | null)[] | null;
  readonly transcription?: { readonly user?: Value | readonly Value[] } | null;
}

const sources = ['1', '2', '__proto__', '<b>', '=1+1', ''];
const said: Value[] = ['shut up now', 'up, shut!', 'Shut-Up', 'shut', 'no', '', null];
const times: Value[] = [0, 5, 7, '5', '7.0', 'soon', null, true];
const starts: Value[] = ['2026-11-19T23:00:00', '2026-11-20T01:00:00', 'never', null, 5];

const sessions: fc.Arbitrary<Session> = fc.record(
  {
    source: fc.oneof(
      fc.constantFrom<Value>(...sources, null, 1),
      fc.array(fc.constantFrom<Value>(...sources), { maxLength: 3 }),
    ),
    session_start_time: fc.constantFrom(...starts),
    transcription: fc.oneof(
      fc.record(
        { user: fc.oneof(fc.constantFrom(...said), fc.array(fc.constantFrom(...said), { maxLength: 3 })) },
        { requiredKeys: [] },
      ),
      fc.constant(null),
    ),
    flow_path: fc.oneof(
      fc.array(
        fc.oneof(
          fc.record(
            { type: fc.constantFrom<Value>('webhook', 'speak', null), execution_time: fc.constantFrom(...times) },
            { requiredKeys: [] },
          ),
          fc.constant(null),
        ),
        { maxLength: 4 },
      ),
      fc.constant(null),
    ),
  },
  { requiredKeys: [] },
);

/** A condition, and what anybody would write for it. */
interface Case {
  readonly condition: unknown;
  readonly holds: (session: Session) => boolean;
}

const textsOf = ({ source }: Session): string[] =>
  (Array.isArray(source) ? source : [source]).filter((one) => one !== null && one !== undefined).map(String);
/** What was said, as the words of each text. */
const wordsOf = ({ transcription }: Session): string[][] =>
  [transcription?.user]
    .flat()
    .filter((one) => typeof one === 'string')
    .map((text) => text.toLowerCase().match(/[a-z]+/gu) ?? []);
const stepsOf = ({ flow_path }: Session): Step[] => (flow_path ?? []).filter((step) => step !== null);
const numberOf = (value: Value | undefined): number =>
  typeof value === 'number' || (typeof value === 'string' && /^\d+(\.\d+)?$/.test(value)) ? Number(value) : Number.NaN;

/** Over all ways to find the words of a phrase in a text, each in a place of its own: how far they have to be moved. */
function leastMoves(text: readonly string[], phrase: readonly string[]): number {
  const ways = (at: number, taken: readonly number[]): number => {
    if (at === phrase.length) {
      const starts = taken.map((place, index) => place - index);
      return Math.max(...starts) - Math.min(...starts);
    }
    const all = text.flatMap((word, place) =>
      word === phrase[at] && !taken.includes(place) ? [ways(at + 1, [...taken, place])] : [],
    );
    return Math.min(Number.POSITIVE_INFINITY, ...all);
  };
  return ways(0, []);
}

const leaves: fc.Arbitrary<Case> = fc.oneof(
  fc.constantFrom(...sources.filter(Boolean)).map((value) => ({
    condition: { term: { source: value } },
    holds: (session: Session) => textsOf(session).includes(value),
  })),
  fc.subarray(sources).map((values) => ({
    condition: { terms: { source: values } },
    holds: (session: Session) => textsOf(session).some((text) => values.includes(text)),
  })),
  fc.constantFrom('shut', 'SHUT up', 'now or never').map((words) => ({
    condition: { match: { 'transcription.user': words } },
    holds: (session: Session) =>
      wordsOf(session).some((text) => text.some((word) => words.toLowerCase().split(' ').includes(word))),
  })),
  fc.constantFrom('shut up', 'up shut', 'no').map((phrase) => ({
    condition: { match_phrase: { 'transcription.user': phrase } },
    holds: (session: Session) => wordsOf(session).some((text) => ` ${text.join(' ')} `.includes(` ${phrase} `)),
  })),
  fc
    .tuple(fc.constantFrom('up shut', 'shut now', 'never now or', 'no no'), fc.integer({ min: 0, max: 4 }))
    .map(([query, slop]) => ({
      condition: { match_phrase: { 'transcription.user': { query, slop } } },
      holds: (session: Session) => wordsOf(session).some((text) => leastMoves(text, query.split(' ')) <= slop),
    })),
  fc.constant({
    condition: { exists: { field: 'source' } },
    holds: (session: Session) => textsOf(session).length > 0,
  }),
  fc.constantFrom('1', '<', '__').map((start) => ({
    condition: { prefix: { source: start } },
    holds: (session: Session) => textsOf(session).some((text) => text.startsWith(start)),
  })),
  fc.constantFrom('*', '?', '=*1', '_*_').map((pattern) => ({
    condition: { wildcard: { source: pattern } },
    holds: (session: Session) => {
      const form = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'su');
      return textsOf(session).some((text) => form.test(text));
    },
  })),
  fc.constantFrom(0, 5, 6, 7).map((bound) => ({
    condition: { range: { 'flow_path.execution_time': { gte: bound } } },
    holds: (session: Session) => stepsOf(session).some(({ execution_time: time }) => numberOf(time) >= bound),
  })),
  fc.constant({
    condition: { range: { session_start_time: { gte: 'now/d' } } },
    holds: (session: Session) => session.session_start_time === '2026-11-20T01:00:00',
  }),
  fc.constantFrom(0, 5, 6).map((bound) => ({
    condition: {
      nested: {
        path: 'flow_path',
        query: {
          bool: {
            must: [{ term: { 'flow_path.type': 'webhook' } }, { range: { 'flow_path.execution_time': { gt: bound } } }],
          },
        },
      },
    },
    holds: (session: Session) =>
      stepsOf(session).some(({ type, execution_time: time }) => type === 'webhook' && numberOf(time) > bound),
  })),
);

const cases: fc.Arbitrary<Case> = fc.letrec<{ one: Case; bool: Case }>((tie) => ({
  one: fc.oneof({ maxDepth: 3 }, leaves, tie('bool')),
  bool: fc
    .record({
      must: fc.array(tie('one'), { maxLength: 2 }),
      filter: fc.array(tie('one'), { maxLength: 1 }),
      must_not: fc.array(tie('one'), { maxLength: 2 }),
      should: fc.array(tie('one'), { maxLength: 3 }),
    })
    .chain((lists) => fc.constantFrom(undefined, 0, 1, 2, -1, -3).map((least) => boolOf(lists, least))),
})).one;

function boolOf(
  lists: Readonly<Record<'must' | 'filter' | 'must_not' | 'should', readonly Case[]>>,
  least: number | undefined,
): Case {
  const conditions = (list: readonly Case[]): unknown[] => list.map(({ condition }) => condition);
  return {
    condition: {
      bool: {
        ...Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, conditions(list)])),
        ...(least === undefined ? {} : { minimum_should_match: least }),
      },
    },
    holds: (session) => {
      for (const { holds } of [...lists.must, ...lists.filter]) if (!holds(session)) return false;
      for (const { holds } of lists.must_not) if (holds(session)) return false;
      if (lists.must.length + lists.filter.length + lists.should.length === 0) return true;
      const met = lists.should.filter(({ holds }) => holds(session)).length;
      if (least === undefined) return met >= Math.min(1, lists.should.length);
      return least < 0 ? lists.should.length - met <= -least : met >= least;
    },
  };
}

describe('refinements of random sessions', () => {
  it('keep what a plain reading keeps', () => {
    fc.assert(
      fc.property(cases, fc.array(sessions, { maxLength: 8 }), ({ condition, holds }, all) => {
        const { keeps, problems } = readRefinement({ must: [condition] }, now);
        assert.deepEqual(problems, []);
        assert.deepEqual(all.map(keeps), all.map(holds));
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 500) },
    );
  });
});
