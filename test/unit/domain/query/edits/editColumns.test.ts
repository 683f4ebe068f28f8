import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits } from '../../../../../src/domain/json/textEdits.ts';
import { addClauses } from '../../../../../src/domain/query/edits/addClauses.ts';
import type { ColumnChange } from '../../../../../src/domain/query/edits/editColumns.ts';
import { editColumns } from '../../../../../src/domain/query/edits/editColumns.ts';
import { setProperty } from '../../../../../src/domain/query/edits/setProperty.ts';

function after(text: string, change: ColumnChange, shown: readonly string[]): string | undefined {
  const edits = editColumns(text, change, shown);
  return edits && applyEdits(text, edits);
}

const commented = `{
  // Who called
  "project_fields": [
    "source", // the caller
    "status"
  ]
}`;

describe('the columns of a query', () => {
  const cases: [what: string, text: string, change: ColumnChange, shown: string[], expected: string | undefined][] = [
    [
      'are added behind the others',
      '{"project_fields": ["a"]}',
      { type: 'add', path: 'b' },
      ['a'],
      '{"project_fields": ["a", "b"]}',
    ],
    [
      'are written down with those that are shown, where the query names none',
      '{ "name": "x" }',
      { type: 'add', path: 'c' },
      ['a', 'b'],
      '{ "name": "x", "project_fields": ["a", "b", "c"] }',
    ],
    [
      'are taken away with their comma',
      '{"project_fields": ["a", "b"]}',
      { type: 'remove', path: 'a' },
      ['a', 'b'],
      '{"project_fields": ["b"]}',
    ],
    [
      'keep the comments of the list',
      commented,
      { type: 'add', path: 'id' },
      ['source', 'status'],
      commented.replace('"status"', '"status",\n    "id"'),
    ],
    [
      'change places, and comments stay in theirs',
      commented,
      { type: 'move', path: 'status', to: 0 },
      ['source', 'status'],
      commented.replace('"source"', '"x"').replace('"status"', '"source"').replace('"x"', '"status"'),
    ],
    [
      'become a list where they were a text',
      '{"project_fields": "[\\"a\\"]"}',
      { type: 'add', path: 'b' },
      ['a'],
      '{"project_fields": ["a", "b"]}',
    ],
    [
      'are written anew where one stands twice',
      '{"project_fields": ["a", "a"]}',
      { type: 'add', path: 'b' },
      ['a'],
      '{"project_fields": ["a", "b"]}',
    ],
    [
      'move no further than there are places',
      '{"project_fields": ["a", "b"]}',
      { type: 'move', path: 'a', to: 9 },
      ['a', 'b'],
      '{"project_fields": ["b", "a"]}',
    ],
    ['stay where nothing changes', '{"project_fields": ["a"]}', { type: 'add', path: 'a' }, ['a'], undefined],
    ['are never all taken away', '{"project_fields": ["a"]}', { type: 'remove', path: 'a' }, ['a'], undefined],
    ['stay in a text that is no JSON', '{"project_fields": ["a"', { type: 'add', path: 'b' }, ['a'], undefined],
    [
      'are names of any letters',
      '{"project_fields": ["a"]}',
      { type: 'add', path: 'x-"_</b>' },
      ['a'],
      '{"project_fields": ["a", "x-\\"_</b>"]}',
    ],
  ];
  for (const [what, text, change, shown, expected] of cases)
    it(what, () => assert.equal(after(text, change, shown), expected));
});

describe('a property of a query', () => {
  const cases: [text: string, name: string, value: unknown, expected: string | undefined][] = [
    ['{}', 'sort_by', ['source:asc'], '{ "sort_by": ["source:asc"] }'],
    [
      '{ "sort_by": "id:asc", // first\n "page_size": 5 }',
      'sort_by',
      ['a:desc'],
      '{ "sort_by": ["a:desc"], // first\n "page_size": 5 }',
    ],
    ['{\n  "name": "x"\n}', 'from_date', '2026-05-01', '{\n  "name": "x",\n  "from_date": "2026-05-01"\n}'],
    ['[]', 'sort_by', [], undefined],
    ['{ broken', 'sort_by', [], undefined],
  ];
  for (const [text, name, value, expected] of cases) {
    it(`${name} in ${JSON.stringify(text)}`, () => {
      const edits = setProperty(text, name, value);
      assert.equal(edits && applyEdits(text, edits), expected);
    });
  }
});

describe('several clauses', () => {
  const either = ['a', 'b'].map((value) => ({ occurrence: 'should', path: 'channel', value }) as const);

  it('are one edit', () => {
    const text = '{ "name": "x" } // end';
    const addition = addClauses(text, either);
    assert.ok(addition.type === 'added');
    assert.equal(addition.edits.length, 1);
    assert.deepEqual(JSON.parse(applyEdits(text, addition.edits).replace('// end', '')), {
      name: 'x',
      filter_by: { should: [{ term: { channel: 'a' } }, { term: { channel: 'b' } }] },
    });
  });

  it('are there already, or none of them is added', () => {
    const first = addClauses('{}', either);
    assert.ok(first.type === 'added');
    assert.equal(addClauses(applyEdits('{}', first.edits), either).type, 'present');
    assert.deepEqual(addClauses('{ broken', either), { type: 'refused', reason: 'syntax' });
  });
});
