import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { facetValues, orderedValues } from '../../../../src/domain/results/facets/facetValues.ts';
import type { FacetChoice, FacetColumn } from '../../../../src/domain/results/facets/filterRows.ts';
import { filterRows } from '../../../../src/domain/results/facets/filterRows.ts';
import { ListColumn } from '../../../../src/domain/results/store/columns.ts';
import { ColumnWriter } from '../../../../src/domain/results/store/columnWriter.ts';

function columnOf(rows: readonly (readonly string[])[]): FacetColumn {
  const chunk = new ColumnWriter<readonly string[]>({ type: 'lists', read: (row) => row }).write(rows);
  const column = new ListColumn();
  if (chunk.type === 'lists') column.append(chunk);
  return column;
}

//              0              1        2         3            4
const agents = [['Napoli'], ['Napoli'], ['Atlas'], [], ['Atlas']];
const tags = [['order', 'cancel'], ['order'], ['cancel'], ['order'], []];
const facets = new Map([
  ['agent', columnOf(agents)],
  ['tag', columnOf(tags)],
]);

function filtered(choices: readonly FacetChoice[], more: Partial<Parameters<typeof filterRows>[0]> = {}) {
  const { rows, counts } = filterRows({ count: 5, gone: [], facets, choices, ranges: [], ...more });
  const countsOf = (facet: string) =>
    Object.fromEntries(
      facetValues(facets.get(facet) ?? columnOf([]), counts.get(facet) ?? []).map(({ text, count }) => [text, count]),
    );
  return { rows: [...rows], agent: countsOf('agent'), tag: countsOf('tag') };
}

const choice = (facet: string, wanted: string[], unwanted: string[] = []): FacetChoice => ({ facet, wanted, unwanted });

describe('the rows that pass what was chosen', () => {
  const cases: [what: string, choices: FacetChoice[], rows: number[], agent: object, tag: object][] = [
    ['nothing', [], [0, 1, 2, 3, 4], { Atlas: 2, Napoli: 2, '': 1 }, { order: 3, cancel: 2, '': 1 }],
    ['one value', [choice('agent', ['Napoli'])], [0, 1], { Atlas: 2, Napoli: 2, '': 1 }, { order: 2, cancel: 1 }],
    [
      'two of one facet: either',
      [choice('tag', ['cancel', 'order'])],
      [0, 1, 2, 3],
      { Napoli: 2, Atlas: 1, '': 1 },
      { order: 3, cancel: 2, '': 1 },
    ],
    [
      'of two facets: both',
      [choice('agent', ['Atlas']), choice('tag', ['cancel'])],
      [2],
      { Napoli: 1, Atlas: 1 },
      { cancel: 1, '': 1 },
    ],
    [
      'one left out',
      [choice('tag', [], ['cancel'])],
      [1, 3, 4],
      { Napoli: 1, Atlas: 1, '': 1 },
      { order: 3, cancel: 2, '': 1 },
    ],
    [
      'one wanted, another left out',
      [choice('tag', ['order'], ['cancel'])],
      [1, 3],
      { Napoli: 1, '': 1 },
      { order: 3, cancel: 2, '': 1 },
    ],
    ['those without a value', [choice('agent', [''])], [3], { Atlas: 2, Napoli: 2, '': 1 }, { order: 1 }],
    ['a value that nobody has', [choice('agent', ['Nobody'])], [], { Atlas: 2, Napoli: 2, '': 1 }, {}],
    [
      'an empty choice',
      [choice('agent', [])],
      [0, 1, 2, 3, 4],
      { Atlas: 2, Napoli: 2, '': 1 },
      { order: 3, cancel: 2, '': 1 },
    ],
    [
      'a facet that is not there',
      [choice('node', ['x'])],
      [0, 1, 2, 3, 4],
      { Atlas: 2, Napoli: 2, '': 1 },
      { order: 3, cancel: 2, '': 1 },
    ],
  ];
  for (const [what, choices, rows, agent, tag] of cases) {
    it(what, () => assert.deepEqual(filtered(choices), { rows, agent, tag }));
  }

  it('leaves out what is gone, and what is in no range', () => {
    assert.deepEqual(filtered([], { gone: [0] }).rows, [1, 2, 3, 4]);
    const values = [10, 20, 30, Number.NaN, 20];
    const { rows, agent } = filtered([], { ranges: [{ values, from: 20, to: 30 }] });
    assert.deepEqual(rows, [1, 4]);
    assert.deepEqual(agent, { Napoli: 1, Atlas: 1 });
  });

  it('knows nothing of rows that have not come yet', () => {
    const early = new Map([['agent', columnOf(agents.slice(0, 2))]]);
    const all = filterRows({ count: 5, gone: [], facets: early, choices: [], ranges: [] });
    assert.equal(all.rows.length, 5);
    assert.deepEqual([...(all.counts.get('agent') ?? [])], [0, 2]);
    const some = filterRows({ count: 5, gone: [], facets: early, choices: [choice('agent', ['Napoli'])], ranges: [] });
    assert.deepEqual([...some.rows], [0, 1]);
  });

  it('takes names that every object has for values as any other', () => {
    const hostile = ['__proto__', 'constructor', '<b>x</b>', '=1+1', '\u202Eabc'];
    const names = new Map([['tag', columnOf(hostile.map((text) => [text]))]]);
    for (const [row, text] of hostile.entries()) {
      const { rows } = filterRows({ count: 5, gone: [], facets: names, choices: [choice('tag', [text])], ranges: [] });
      assert.deepEqual([...rows], [row], text);
    }
  });
});

describe('the values of a facet', () => {
  it('stand by count, then by text, none last, those of no row only where they are kept', () => {
    const column = { texts: ['', 'b', 'a', 'rare', 'chosen'] };
    const counts = [9, 2, 2, 0, 0];
    assert.deepEqual(
      facetValues(column, counts, new Set(['chosen'])).map(({ text }) => text),
      ['a', 'b', 'chosen', ''],
    );
  });

  it('stand in their own order where they have one', () => {
    const values = orderedValues({ texts: ['', '10', '09'] }, [1, 2, 3], ['09', '10', '11', '']);
    assert.deepEqual(values, [
      { text: '09', count: 3 },
      { text: '10', count: 2 },
      { text: '', count: 1 },
    ]);
  });
});
