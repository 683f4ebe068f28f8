import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { NodeName } from '../../../../src/domain/nodes/nodeNames.ts';
import { byNearness, mergeNodeNames, ownFolderFirst, readNodeNames } from '../../../../src/domain/nodes/nodeNames.ts';

const long = 'x'.repeat(10_000);

describe('readNodeNames', () => {
  const rows: [what: string, text: string, expected: [string, NodeName][]][] = [
    ['a name', '{ "nodes": { "5f7f": "Greeting" } }', [['5f7f', { name: 'Greeting' }]]],
    [
      'a name with a link and a description',
      '{ "nodes": { "5f7f": { "name": "Order", "link": "src/order.ts#L12", "description": "Looks it up." } } }',
      [['5f7f', { name: 'Order', link: 'src/order.ts#L12', description: 'Looks it up.' }]],
    ],
    [
      'comments and commas at the end',
      '{ // ours\n "nodes": { "a": "A", /* b */ "b": { "name": "B", }, }, }',
      [
        ['a', { name: 'A' }],
        ['b', { name: 'B' }],
      ],
    ],
    ['space around a name as none', '{ "nodes": { "a": "  A\\n" } }', [['a', { name: 'A' }]]],
    ['the last of two names', '{ "nodes": { "a": "A", "a": "B" } }', [['a', { name: 'B' }]]],
    ['what is there of an unfinished text', '{ "nodes": { "a": "A", "b": ', [['a', { name: 'A' }]]],
    [
      'the rest where an entry is none',
      '{ "nodes": { "a": 1, "b": null, "c": [], "d": {}, "e": "", "f": { "name": 2 }, "": "no id", "g": "G" } }',
      [['g', { name: 'G' }]],
    ],
    [
      'a name without a link that is none',
      '{ "nodes": { "a": { "name": "A", "link": {}, "x": 1 } } }',
      [['a', { name: 'A' }]],
    ],
    [
      'ids and names as they are',
      `{ "nodes": { "__proto__": "constructor", "a\\"b": "\\u0000<b>", "${long}": "${long}" } }`,
      [
        ['__proto__', { name: 'constructor' }],
        ['a"b', { name: '\u0000<b>' }],
        [long, { name: long }],
      ],
    ],
    ['nothing in an empty text', '', []],
    ['nothing in another file', '[1, "nodes"]', []],
    ['nothing where nodes are no object', '{ "nodes": ["a"] }', []],
    ['nothing in what is nested too deep', `{ "nodes": { "a": ${'['.repeat(200_000)}`, []],
  ];
  for (const [what, text, expected] of rows) {
    it(`reads ${what}`, () => assert.deepEqual([...readNodeNames(text)], expected));
  }
});

describe('names of several files', () => {
  it('count from the file nearest to its workspace folder, then from the earlier folder', () => {
    const places = [
      { folder: 1, path: 'insights.nodes.json' },
      { folder: 0, path: 'flows/b/insights.nodes.json' },
      { folder: 0, path: 'flows/insights.nodes.json' },
      { folder: 0, path: 'agents/insights.nodes.json' },
      { folder: 0, path: 'insights.nodes.json' },
    ];
    assert.deepEqual(
      places.toSorted(byNearness).map(({ folder, path }) => `${folder} ${path}`),
      [
        '0 insights.nodes.json',
        '1 insights.nodes.json',
        '0 agents/insights.nodes.json',
        '0 flows/insights.nodes.json',
        '0 flows/b/insights.nodes.json',
      ],
    );
  });

  it('of the own workspace folder count first, however deep they lie', () => {
    const files = [
      { file: 'first', place: { folder: 0, path: 'insights.nodes.json' } },
      { file: 'second', place: { folder: 1, path: 'insights.nodes.json' } },
      { file: 'own', place: { folder: 2, path: 'a/b/insights.nodes.json' } },
    ].map((one) => ({ ...one, names: readNodeNames(`{ "nodes": { "a": "${one.file}" } }`) }));
    const nameFor = (folder: number) => mergeNodeNames(ownFolderFirst(files, folder)).get('a')?.name;
    assert.deepEqual([0, 1, 2, 3].map(nameFor), ['first', 'second', 'own', 'first']);
  });

  it('are one list, that knows where each stands', () => {
    const merged = mergeNodeNames([
      { file: 'near', names: readNodeNames('{ "nodes": { "a": "A" } }') },
      { file: 'far', names: readNodeNames('{ "nodes": { "a": "other", "b": "B" } }') },
    ]);
    assert.deepEqual(
      [...merged],
      [
        ['a', { name: 'A', file: 'near' }],
        ['b', { name: 'B', file: 'far' }],
      ],
    );
  });
});
