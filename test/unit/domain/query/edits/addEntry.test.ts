import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readRefinement } from '../../../../../src/domain/analysis/refinement.ts';
import { applyEdits } from '../../../../../src/domain/json/textEdits.ts';
import { addClauses } from '../../../../../src/domain/query/edits/addClauses.ts';
import type { WantedEntry } from '../../../../../src/domain/query/edits/addEntry.ts';
import { addEntry } from '../../../../../src/domain/query/edits/addEntry.ts';
import { parseQuery } from '../../../../../src/domain/query/query.ts';

const wanted: WantedEntry = {
  occurrence: 'must',
  list: 'tags_list',
  values: { 'tags_list.tag': 'order', 'tags_list.category': 'c1' },
};
const terms = '{ "term": { "tags_list.tag": "order" } }, { "term": { "tags_list.category": "c1" } }';
const clause = `{ "nested": { "path": "tags_list", "query": { "bool": { "must": [${terms}] } } } }`;

function added(text: string, entry = wanted): string {
  const addition = addEntry(text, entry);
  return addition.type === 'added' ? applyEdits(text, addition.edits) : addition.type;
}

describe('adding an entry to the refinement of a query', () => {
  it('keeps the sessions that have it, and leaves out those that have its parts in different entries', () => {
    const { refine } = parseQuery(added('{ "from_date": "now-7d" }')).value as { refine?: unknown };
    const { keeps, problems } = readRefinement(refine, new Date(0));
    assert.deepEqual(problems, []);
    const session = (...tags: readonly (readonly [string, string])[]) => ({
      tags_list: tags.map(([tag, category]) => ({ tag, category })),
    });
    assert.equal(keeps(session(['order', 'c1'], ['other', 'c2'])), true);
    assert.equal(keeps(session(['order', 'c2'], ['other', 'c1'])), false);
    assert.equal(keeps({}), false);
  });

  const cases: [what: string, text: string, expected: string, entry?: WantedEntry][] = [
    [
      'makes the refinement',
      '{\n  // kept\n  "name": "x"\n}',
      `{\n  // kept\n  "name": "x",\n  "refine": { "must": [${clause}] }\n}`,
    ],
    ['makes its list', '{ "refine": {} }', `{ "refine": { "must": [${clause}] } }`],
    ['is there already', `{ "refine": { "must": [${clause}] } }`, 'present'],
    ['is there in another form', `{ "refine": { "must": [ ${clause.replaceAll(':', ' : ')} ] } }`, 'present'],
    ['leaves a single clause alone', `{ "refine": { "must": ${clause} } }`, 'refused'],
    ['leaves what is no object alone', '{ "refine": [] }', 'refused'],
    ['leaves what is no query alone', '{ "refine": ', 'refused'],
    ['leaves nothing alone', '', 'refused'],
    [
      'takes the opposite out',
      `{\n  "refine": {\n    "must": [\n      ${clause}\n    ],\n    "must_not": []\n  }\n}`,
      `{\n  "refine": {\n    "must": [\n    ],\n    "must_not": [${clause}]\n  }\n}`,
      { ...wanted, occurrence: 'must_not' },
    ],
  ];
  for (const [what, text, expected, entry] of cases) it(what, () => assert.equal(added(text, entry), expected));

  it('is one edit with the clause that narrows what the service is asked', () => {
    const text = '{ "name": "x" }';
    const addition = addClauses(text, [{ occurrence: 'must', path: 'tags_list.tag', value: 'order' }], [wanted]);
    assert.ok(addition.type === 'added');
    assert.equal(addition.edits.length, 1);
    const { value } = parseQuery(applyEdits(text, addition.edits));
    assert.deepEqual(value.filter_by, { must: [{ term: { 'tags_list.tag': 'order' } }] });
    const again = addClauses(
      applyEdits(text, addition.edits),
      [{ occurrence: 'must', path: 'tags_list.tag', value: 'order' }],
      [wanted],
    );
    assert.equal(again.type, 'present');
  });
});
