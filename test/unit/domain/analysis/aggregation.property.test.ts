import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readAggregation } from '../../../../src/domain/analysis/aggregation.ts';

// Each aggregation with what anybody would work out for it over a list, one question after another.

type Value = string | number | boolean | null;
type OneOrMany = Value | readonly Value[];
interface Step {
  readonly type?: Value;
  readonly execution_time?: OneOrMany;
}
interface Session {
  readonly agent_information?: { readonly name?: OneOrMany } | null;
  readonly channel_data?: { readonly duration?: OneOrMany } | null;
  readonly session_start_time?: OneOrMany;
  readonly flow_path?: readonly (Step | null)[] | null;
}
/** A session, or one of its steps. */
interface Doc {
  readonly session: Session;
  readonly step?: Step;
}

const names: Value[] = ['A', 'B', 'a', '__proto__', '<b>', '=1+1', '', '10', null];
const numbers: Value[] = [0, 2.5, 5, 7, '7', '7.0', '12', 1000, -3, 'soon', '', null];
const starts: Value[] = [
  '2026-10-24T14:59:59.999',
  '2026-10-24T15:00:00',
  '2026-10-25T01:30:00+09:00',
  '2026-10-27T12:00:00Z',
  'never',
  null,
];

const oneOrMany = (values: readonly Value[]): fc.Arbitrary<OneOrMany> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...values) },
    fc.array(fc.constantFrom(...values), { maxLength: 3 }),
  );

const sessions: fc.Arbitrary<Session> = fc.record(
  {
    agent_information: fc.oneof(fc.record({ name: oneOrMany(names) }, { requiredKeys: [] }), fc.constant(null)),
    channel_data: fc.oneof(fc.record({ duration: oneOrMany(numbers) }, { requiredKeys: [] }), fc.constant(null)),
    session_start_time: oneOrMany(starts),
    flow_path: fc.oneof(
      fc.array(
        fc.oneof(
          fc.record(
            { type: fc.constantFrom<Value>('webhook', 'speak', '', null), execution_time: oneOrMany(numbers) },
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

/** A field as it stands in a session and, where `ofStep` says so, in a step; and the values of one kind that are there. */
interface Field {
  readonly path: string;
  readonly at: (doc: Doc) => readonly Value[];
}

const flat = (value: OneOrMany | undefined): Value[] =>
  ([value].flat(1) as (Value | undefined)[]).filter((one): one is Value => one !== undefined && one !== null);
const ofSession = (read: (session: Session) => OneOrMany | undefined) => (doc: Doc) =>
  doc.step ? [] : flat(read(doc.session));
const ofSteps = (read: (step: Step) => OneOrMany | undefined) => (doc: Doc) =>
  (doc.step ? [doc.step] : stepsOf(doc.session)).flatMap((step) => flat(read(step)));

function stepsOf({ flow_path }: Session): Step[] {
  return (flow_path ?? []).filter((step) => step !== null);
}

const texts: readonly Field[] = [
  { path: 'agent_information.name', at: ofSession(({ agent_information: agent }) => agent?.name) },
  { path: 'flow_path.type', at: ofSteps(({ type }) => type) },
];
const measured: readonly Field[] = [
  { path: 'channel_data.duration', at: ofSession(({ channel_data: data }) => data?.duration) },
  { path: 'flow_path.execution_time', at: ofSteps(({ execution_time: time }) => time) },
];
const start: Field = { path: 'session_start_time', at: ofSession(({ session_start_time: time }) => time) };

const textsAt = (field: Field, doc: Doc): string[] => field.at(doc).map(String);
const numbersAt = (field: Field, doc: Doc): number[] =>
  field
    .at(doc)
    .filter((value) => typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/u.test(value)))
    .map(Number);
const timesAt = (doc: Doc): number[] =>
  start
    .at(doc)
    .filter((value) => value !== 'never')
    .map((value) => Date.parse(/Z|\+/u.test(String(value)) ? String(value) : `${value}Z`));

/** An aggregation, and its answer over a list. */
interface Case {
  readonly agg: Readonly<Record<string, unknown>>;
  readonly answer: (docs: readonly Doc[]) => unknown;
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

const measures: fc.Arbitrary<Case> = fc.constantFrom(...measured).chain((field) => {
  const all = (docs: readonly Doc[]): number[] => docs.flatMap((doc) => numbersAt(field, doc));
  const over = (use: (values: number[]) => number) => (docs: readonly Doc[]) => {
    const values = all(docs);
    return { value: values.length === 0 ? null : use(values) };
  };
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const body = { field: field.path };
  return fc.constantFrom<Case>(
    { agg: { min: body }, answer: over((values) => Math.min(...values)) },
    { agg: { max: body }, answer: over((values) => Math.max(...values)) },
    { agg: { sum: body }, answer: (docs) => ({ value: sum(all(docs)) }) },
    { agg: { avg: body }, answer: over((values) => sum(values) / values.length) },
    { agg: { value_count: body }, answer: (docs) => ({ value: all(docs).length }) },
    { agg: { cardinality: body }, answer: (docs) => ({ value: unique(all(docs)).length }) },
    {
      agg: { percentiles: { ...body, percents: [50] } },
      answer: (docs) => {
        const values = all(docs).sort((a, b) => a - b);
        const [low, high] = [values[(values.length - 1) >> 1] ?? 0, values[values.length >> 1] ?? 0];
        return { values: { '50.0': values.length === 0 ? null : (low + high) / 2 } };
      },
    },
    {
      agg: { avg: { ...body, missing: 4 } },
      answer: (docs) => {
        const values = docs.flatMap((doc) => (numbersAt(field, doc).length > 0 ? numbersAt(field, doc) : [4]));
        return { value: values.length === 0 ? null : sum(values) / values.length };
      },
    },
  );
});

/** Buckets with what is within each of them. */
type Within = readonly (readonly [name: string, one: Case])[];

function withIn(within: Within): object {
  return within.length === 0 ? {} : { aggs: Object.fromEntries(within.map(([name, { agg }]) => [name, agg])) };
}

function bucket(docs: readonly Doc[], within: Within): object {
  return { doc_count: docs.length, ...Object.fromEntries(within.map(([name, { answer }]) => [name, answer(docs)])) };
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function termsOf(field: Field, size: number, within: Within): Case {
  return {
    agg: { terms: { field: field.path, size }, ...withIn(within) },
    answer: (docs) => {
      const keys = unique(docs.flatMap((doc) => textsAt(field, doc)));
      const all = keys
        .map((key) => ({ key, docs: docs.filter((doc) => textsAt(field, doc).includes(key)) }))
        .sort((a, b) => b.docs.length - a.docs.length || byText(a.key, b.key));
      return {
        doc_count_error_upper_bound: 0,
        sum_other_doc_count: all.slice(size).reduce((sum, one) => sum + one.docs.length, 0),
        buckets: all.slice(0, size).map((one) => ({ key: one.key, ...bucket(one.docs, within) })),
      };
    },
  };
}

function conditionsOf(field: Field, within: Within): Case[] {
  const tokens = (doc: Doc): unknown[] => (texts.includes(field) ? textsAt(field, doc) : numbersAt(field, doc));
  const value = texts.includes(field) ? 'A' : 7;
  const exists = { exists: { field: field.path } };
  const isA = { term: { [field.path]: value } };
  // A text in place of a number is there, and is no value to count.
  const has = (doc: Doc): boolean => field.at(doc).length > 0;
  const isAlsoA = (doc: Doc): boolean => tokens(doc).includes(value);
  return [
    { agg: { filter: exists, ...withIn(within) }, answer: (docs) => bucket(docs.filter(has), within) },
    {
      agg: { missing: { field: field.path }, ...withIn(within) },
      answer: (docs) =>
        bucket(
          docs.filter((doc) => tokens(doc).length === 0),
          within,
        ),
    },
    {
      agg: { filters: { filters: { exists, isA }, other_bucket: true }, ...withIn(within) },
      answer: (docs) => ({
        buckets: {
          exists: bucket(docs.filter(has), within),
          isA: bucket(docs.filter(isAlsoA), within),
          _other_: bucket(
            docs.filter((doc) => !has(doc) && !isAlsoA(doc)),
            within,
          ),
        },
      }),
    },
  ];
}

function spansOf(field: Field, within: Within): Case[] {
  const inside = (from: number, to: number) => (doc: Doc) =>
    numbersAt(field, doc).some((value) => value >= from && value < to);
  return [
    {
      agg: {
        range: { field: field.path, ranges: [{ from: 5, to: 10 }, { to: 5 }, { key: 'long', from: 7 }] },
        ...withIn(within),
      },
      answer: (docs) => ({
        buckets: [
          { key: '*-5.0', to: 5, ...bucket(docs.filter(inside(Number.NEGATIVE_INFINITY, 5)), within) },
          { key: '5.0-10.0', from: 5, to: 10, ...bucket(docs.filter(inside(5, 10)), within) },
          { key: 'long', from: 7, ...bucket(docs.filter(inside(7, Number.POSITIVE_INFINITY)), within) },
        ],
      }),
    },
    histogramOf(
      { histogram: { field: field.path, interval: 5, offset: 1 } },
      { valuesOf: (doc) => numbersAt(field, doc), from: 1, length: 5, name: (key) => ({ key }), within },
    ),
  ];
}

const day = 86_400_000;
const tokyo = 9 * 3_600_000;

function daysOf(within: Within): Case {
  return histogramOf(
    { date_histogram: { field: start.path, calendar_interval: 'day', time_zone: 'Asia/Tokyo' } },
    {
      valuesOf: timesAt,
      from: -tokyo,
      length: day,
      name: (key) => ({
        key,
        key_as_string: `${new Date(key + tokyo).toISOString().slice(0, -1)}+09:00`,
      }),
      within,
    },
  );
}

interface Histogram {
  readonly valuesOf: (doc: Doc) => readonly number[];
  readonly from: number;
  readonly length: number;
  readonly name: (key: number) => object;
  readonly within: Within;
}

function histogramOf(agg: object, { valuesOf, from, length, name, within }: Histogram): Case {
  return {
    agg: { ...agg, ...withIn(within) },
    answer: (docs) => {
      const stepOf = (value: number): number => Math.floor((value - from) / length);
      const found = docs.flatMap((doc) => valuesOf(doc).map(stepOf));
      const [first, last] = [Math.min(...found), Math.max(...found)];
      const steps = found.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, at) => first + at);
      return {
        buckets: steps.map((step) => ({
          ...name(step * length + from),
          ...bucket(
            docs.filter((doc) => valuesOf(doc).map(stepOf).includes(step)),
            within,
          ),
        })),
      };
    },
  };
}

function nestedOf(within: Within): Case {
  return {
    agg: { nested: { path: 'flow_path' }, ...withIn(within) },
    answer: (docs) =>
      bucket(
        docs.flatMap(({ session, step }) => (step ? [] : stepsOf(session).map((one) => ({ session, step: one })))),
        within,
      ),
  };
}

function backOf(within: Within): Case {
  return {
    agg: { reverse_nested: {}, ...withIn(within) },
    answer: (docs) =>
      bucket(
        unique(docs.map(({ session }) => session)).map((session) => ({ session })),
        within,
      ),
  };
}

const cases: fc.Arbitrary<Case> = fc.letrec<{ any: Case; buckets: Case; within: Within }>((tie) => ({
  any: fc.oneof({ maxDepth: 3 }, measures, tie('buckets')),
  within: fc
    .array(tie('any'), { maxLength: 2 })
    .map((all) => all.map((one, at) => [at === 0 ? '__proto__' : `a${at}`, one] as const)),
  buckets: tie('within').chain((within) =>
    fc.oneof(
      fc
        .tuple(fc.constantFrom(...texts), fc.constantFrom(1, 2, 10))
        .map(([field, size]) => termsOf(field, size, within)),
      fc.constantFrom(...texts, ...measured).chain((field) => fc.constantFrom(...conditionsOf(field, within))),
      fc.constantFrom(...measured).chain((field) => fc.constantFrom(...spansOf(field, within))),
      fc.constant(daysOf(within)),
      fc.constant(nestedOf(within)),
      fc.constant(backOf(within)),
    ),
  ),
})).any;

/** Sums in another order differ in their last digit. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(12));
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rounded(one)]));
}

describe('every aggregation of random sessions, within any other', () => {
  it('says what a plain count says', () => {
    fc.assert(
      fc.property(cases, fc.array(sessions, { maxLength: 8 }), ({ agg, answer }, all) => {
        const { start: begin, problems } = readAggregation({ a: agg }, new Date(0));
        assert.deepEqual(problems, []);
        const aggregating = begin();
        for (const session of all) aggregating.collect(session);
        assert.deepEqual(rounded(aggregating.result()), rounded({ a: answer(all.map((session) => ({ session }))) }));
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 500) },
    );
  });
});
