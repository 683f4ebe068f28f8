import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { SessionDocument } from '../../../../src/domain/session/session.ts';
import { SessionIndex } from '../../../../src/emulator/search/sessionIndex.ts';
import { searched, session } from './support.ts';

/**
 * The same answers found without any index: every session looked at for every clause, in the plainest way there is.
 * Texts are of single spaces and ASCII letters here, so that splitting them is all the analysis they need.
 */
type Bool = { must?: Clause[]; must_not?: Clause[]; should?: Clause[] };
type Clause = { term: Record<string, unknown> } | { match: Record<string, unknown> } | { bool: Bool };

const kinds: Record<string, 'id' | 'text' | 'number' | 'boolean'> = {
  source: 'id',
  request_ids: 'id',
  'transcription.user': 'text',
  'flow_path.response.code': 'number',
  'flow_path.synchronized': 'boolean',
  'channel_data.duration': 'number',
  'tags.c.t': 'number',
};
const onlyTerm = new Set(['source', 'request_ids', 'channel_data.duration']);

function valuesAt(value: unknown, path: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, path));
  if (value === null || value === undefined) return [];
  const [name, ...rest] = path;
  if (name === undefined) return typeof value === 'object' ? [] : [value];
  return typeof value === 'object' ? valuesAt((value as Record<string, unknown>)[name], rest) : [];
}

const wordsOf = (text: unknown) => String(text).toLowerCase().split(' ').filter(Boolean);

function holds(document: SessionDocument, clause: Clause): boolean {
  if ('bool' in clause) return holdsBool(document, clause.bool);
  const [kind, body] = Object.entries(clause)[0] as ['term' | 'match', Record<string, unknown>];
  const [path, asked] = Object.entries(body)[0] as [string, unknown];
  const values = valuesAt(document, path.split('.'));
  if (kind === 'match' && onlyTerm.has(path)) return false;
  if (kinds[path] !== 'text') return values.some((value) => String(value) === String(asked));
  const words = values.flatMap(wordsOf);
  return kind === 'term' ? words.includes(String(asked)) : wordsOf(asked).some((word) => words.includes(word));
}

function holdsBool(document: SessionDocument, { must = [], must_not = [], should = [] }: Bool): boolean {
  return (
    must.every((clause) => holds(document, clause)) &&
    !must_not.some((clause) => holds(document, clause)) &&
    (should.length === 0 || should.some((clause) => holds(document, clause)))
  );
}

/** Missing last both ways; of several values the smallest going up, the largest going down. */
function inOrder(documents: readonly SessionDocument[], path: string, direction: 'asc' | 'desc'): string[] {
  const sign = direction === 'asc' ? 1 : -1;
  const compare = (a: unknown, b: unknown) => (a === b ? 0 : (a as string) < (b as string) ? -sign : sign);
  const keyed = documents.map((document) => ({
    id: String(document.id),
    key: valuesAt(document, path.split('.')).sort(compare)[0],
  }));
  const present = keyed.filter(({ key }) => key !== undefined).sort((a, b) => compare(a.key, b.key));
  return [...present, ...keyed.filter(({ key }) => key === undefined)].map(({ id }) => id);
}

const word = fc.constantFrom('no', 'Yes', 'shut', 'up', 'ORDER');
const sentence = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '));
const id = fc.constantFrom('a', 'B', 'b', '', '10', '9');
const number = fc.constantFrom(0, 1, 2, 10, 200, -5);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 3 });
const step = fc.record({ response: maybe(fc.record({ code: maybe(number) })), synchronized: maybe(fc.boolean()) });
const document = fc.record({
  source: maybe(id),
  request_ids: maybe(fc.array(id, { maxLength: 3 })),
  transcription: maybe(fc.array(maybe(fc.record({ user: maybe(sentence) })), { maxLength: 3 })),
  flow_path: maybe(fc.array(maybe(step), { maxLength: 3 })),
  channel_data: maybe(fc.record({ duration: maybe(number) })),
  tags: maybe(fc.record({ c: maybe(fc.record({ t: maybe(number) })) })),
});

const valueFor = {
  id,
  text: sentence,
  number: fc.oneof(number, number.map(String)),
  boolean: fc.oneof(fc.boolean(), fc.constantFrom('true', 'false')),
};
const leaf: fc.Arbitrary<Clause> = fc.oneof(
  ...Object.entries(kinds).flatMap(([path, kind]) => [
    valueFor[kind].map((value): Clause => ({ term: { [path]: value } })),
    valueFor[kind].map((value): Clause => ({ match: { [path]: value } })),
  ]),
);
const { bool } = fc.letrec<{ bool: Bool; clause: Clause }>((tie) => {
  const clauses = fc.array(tie('clause'), { maxLength: 3 });
  return {
    clause: fc.oneof(
      { depthSize: 'small' },
      leaf,
      tie('bool').map((inner): Clause => ({ bool: inner })),
    ),
    bool: fc.record({ must: clauses, must_not: clauses, should: clauses }, { requiredKeys: [] }) as fc.Arbitrary<Bool>,
  };
});
const sortable = fc.constantFrom(...Object.keys(kinds).filter((path) => kinds[path] !== 'text'));

describe('the index answers as a plain scan does', () => {
  it('for any sessions, filter and order', () => {
    fc.assert(
      fc.property(
        fc.array(document, { maxLength: 40 }),
        fc.array(fc.tuple(bool, sortable, fc.constantFrom('asc', 'desc')), { minLength: 1, maxLength: 5 }),
        (parts, searches) => {
          const documents = parts.map((part, at) => session(`s${at}`, part));
          const index = new SessionIndex(documents);
          for (const [filter, path, direction] of searches) {
            const { ids, body } = searched(index, { filter_by: filter, sort_by: `${path}:${direction}` });
            const expected = documents.filter((one) => holdsBool(one, filter));
            assert.deepEqual(ids, inOrder(expected, path, direction));
            assert.equal(body.total, expected.length);
          }
        },
      ),
      { numRuns: 300, seed: 42 },
    );
  });
});
