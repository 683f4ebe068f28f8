import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exportedNames } from '../../../../src/domain/nodes/exportedNames.ts';

const id = (digit: string) => digit.repeat(24);

function namesIn(document: unknown, seen: readonly string[] = []): string[] {
  return exportedNames([document], new Set(seen)).map(
    (found) => `${found.id.slice(0, 4)} ${found.name}${found.seen ? ' seen' : ''}`,
  );
}

describe('the names in an exported agent', () => {
  const cases: [what: string, document: unknown, names: string[]][] = [
    [
      'beside an id',
      {
        nodes: [
          { id: id('a'), name: 'Ask' },
          { node_id: id('b'), title: ' Look \n up ' },
        ],
      },
      ['aaaa Ask', 'bbbb Look up'],
    ],
    ['within what stands beside an id', { id: id('a'), data: { label: 'Ask' } }, ['aaaa Ask']],
    ['in JSON in a text', { flow: JSON.stringify([{ _id: id('a'), name: 'Ask' }]) }, ['aaaa Ask']],
    ['by the best key of each', { id: 'x', nodeId: id('a'), label: 'second', name: 'first' }, ['aaaa first']],
    [
      'once, as they come first',
      [
        { id: id('a'), name: 'one' },
        { id: id('a'), name: 'two' },
      ],
      ['aaaa one'],
    ],
    [
      'never of another id, nor another id',
      [
        { id: '17', name: 'Agent' },
        { id: id('a'), name: id('b') },
      ],
      [],
    ],
    [
      'never empty, nor a text of any length',
      [
        { id: id('a'), name: ' ' },
        { id: id('b'), name: 'x'.repeat(121) },
      ],
      [],
    ],
    ['from nothing that has none', [null, 4, 'text', [], {}], []],
  ];
  for (const [what, document, names] of cases) it(what, () => assert.deepEqual(namesIn(document), names));

  it('of seen nodes come first, whatever their ids look like', () => {
    const document = [
      { id: id('a'), name: 'A' },
      { id: 'node-7', name: 'Z' },
    ];
    assert.deepEqual(namesIn(document, ['node-7']), ['node Z seen', 'aaaa A']);
  });
});
