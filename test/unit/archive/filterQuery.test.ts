import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filterQuery } from '../../../src/archive/asking/filterQuery.ts';
import { ArchiveError } from '../../../src/archive/client/archiveError.ts';

const term = { term: { source: '447' } };
const asked = { term: { source: '447' } };
const deep = (levels: number): unknown => (levels === 0 ? {} : { must: [{ bool: deep(levels - 1) }] });
const of = (clause: object): unknown => filterQuery({ must: [clause] });
const all = (...filter: readonly unknown[]): unknown => ({ bool: { filter } });

describe('filter_by, asked of an engine', () => {
  it('wants all of must, none of must_not, and at least one of should', () => {
    assert.deepEqual(filterQuery({}), { bool: {} });
    assert.deepEqual(filterQuery({ must: [term], must_not: [term], should: [term] }), {
      bool: { filter: [asked], must_not: [asked], should: [asked], minimum_should_match: 1 },
    });
    assert.deepEqual(of({ bool: { must_not: [term] } }), all({ bool: { must_not: [asked] } }));
  });

  it('takes a value by itself and in an object, and all words where they are wanted', () => {
    assert.deepEqual(of({ term: { source: { value: '447' } } }), all(asked));
    const words = (operator: string) => all({ match: { 'transcription.user': { query: 'shut up', operator } } });
    const match = (more: object) => of({ match: { 'transcription.user': { query: 'shut up', ...more } } });
    assert.deepEqual(
      [match({}), match({ operator: 'OR' }), match({ operator: 'AND' })],
      [words('or'), words('or'), words('and')],
    );
  });

  it('finds nothing by match in what only term finds', () => {
    assert.deepEqual(of({ match: { id: 's1' } }), all({ match_none: {} }));
    assert.deepEqual(of({ term: { id: 's1' } }), all({ term: { id: 's1' } }));
  });

  it('looks for the other names of what it names, too', () => {
    const found = JSON.stringify([of({ term: { 'tags.vip': 1 } }), of({ term: { 'parameters.city': 'Rome' } })]);
    for (const leaf of ['tags.vip=1', 'tags.*.vip=1', 'parameters.city=Rome', 'params.city.value=Rome'])
      assert.ok(found.includes(`"${leaf}"`), leaf);
  });

  it('compares by value what has no words, also where words are asked for', () => {
    assert.deepEqual(of({ match: { 'my.field': 'x' } }), all({ term: { 'archive.leaves': 'my.field=x' } }));
    assert.deepEqual(of({ term: { 'transcription.user': 'hello' } }), all({ term: { 'transcription.user': 'hello' } }));
    assert.deepEqual(of({ term: { agent_information: 'x' } }), all({ match_none: {} }));
  });

  it('takes names that only look like others as they are', () => {
    const leaf = (path: string) => JSON.stringify(of({ term: { [path]: 'x' } })).includes('*.');
    assert.deepEqual([leaf('my.tags.vip'), leaf('tags')], [false, false]);
    assert.ok(!JSON.stringify(of({ term: { 'my.parameters.city': 'x' } })).includes('params.'));
  });

  const refused: Readonly<Record<string, unknown>> = {
    'no object': [term],
    'another key': { filter: [term] },
    'no list': { must: term },
    null: { should: null },
    'another kind of clause': { must: [{ range: { source: { gte: 1 } } }] },
    'a clause of two kinds': { must: [{ ...term, match: { source: '447' } }] },
    'an empty clause': { must: [{}] },
    'two fields in a clause': { must: [{ term: { source: '447', id: 's1' } }] },
    'another member': { must: [{ term: { source: { value: '447', boost: 2 } } }] },
    'an operator of a term': { must: [{ term: { source: { value: '447', operator: 'and' } } }] },
    'an operator that begins like one': {
      must: [{ match: { 'transcription.user': { query: 'a', operator: 'android' } } }],
    },
    'another kind of clause, with a value': { must: [{ prefix: { source: '447' } }] },
    'another operator': { must: [{ match: { 'transcription.user': { query: 'a', operator: 'nor' } } }] },
    'no object in a clause': { must: ['source'] },
    'no value': { must: [{ term: { source: {} } }] },
    'a list of values': { must: [{ term: { source: ['447'] } }] },
    'a text for a number': { must: [{ term: { 'channel_data.duration': 'long' } }] },
    'conditions within conditions without an end': deep(40),
  };
  for (const [what, filter] of Object.entries(refused)) {
    it(`is refused as the service refuses it: ${what}`, () =>
      assert.throws(
        () => filterQuery(filter),
        (error) => error instanceof ArchiveError && error.problem === 'refused',
      ));
  }

  it('may nest thirty deep, and no deeper', () => {
    assert.doesNotThrow(() => filterQuery(deep(30)));
    assert.throws(() => filterQuery(deep(31)));
  });

  it('says what was refused', () => {
    const what = (filter: object): unknown => {
      try {
        return filterQuery(filter);
      } catch (error) {
        return [(error as ArchiveError).asked, (error as ArchiveError).what];
      }
    };
    assert.deepEqual(
      [what({ filter: [] }), what({ must: [{ wildcard: {} }] })],
      [
        ['read', 'filter'],
        ['read', 'wildcard'],
      ],
    );
  });
});
