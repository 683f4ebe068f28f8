import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readNodeNames } from '../../../../../src/domain/nodes/nodeNames.ts';
import { findNodeProblems } from '../../../../../src/domain/query/problems/nodeProblems.ts';
import { parseQuery } from '../../../../../src/domain/query/query.ts';

const named = readNodeNames('{ "nodes": { "n1": "Look up order", "n2": { "name": "Goodbye" } } }');
const expecting = (...expectations: readonly unknown[]): string => JSON.stringify({ expect: expectations });

/** Nodes that nobody calls so, each with what it was probably meant to be. */
function unknownIn(text: string, nodes = named): unknown {
  return findNodeProblems(parseQuery(text), { nodes: () => nodes }).map((one) => {
    assert.equal(one.code, 'unknownNode');
    assert.equal(text.slice(one.offset, one.offset + one.length), JSON.stringify(one.node));
    return [one.node, ...one.suggestions];
  });
}

describe('nodes in expectations of a path', () => {
  const cases: readonly (readonly [name: string, path: object, unknown: readonly (readonly string[])[]])[] = [
    ['go by name or id', { in_order: ['Look up order', 'n1'], never: ['n2'], ends_at: 'Goodbye' }, []],
    ['that are called otherwise are told', { in_order: ['Look up oder'] }, [['Look up oder', 'Look up order']]],
    ['count their letters', { ends_at: 'goodbye' }, [['goodbye', 'Goodbye']]],
    ['may be like no name', { never: ['Transfer', 'Goodbye'], ends_at: 'End' }, [['Transfer'], ['End']]],
    [
      'may be ids that nobody named',
      { never: ['5f7f2e60a6034c9b5c79d16b', '7f99f590-437d-4e50-b985-196d419da71e'] },
      [],
    ],
    ['may come from inputs', { never: ['${input:node}', ''] }, []],
    ['that cannot be read are told elsewhere', { in_order: 'Start', never: [7, null, {}], ends_at: ['Start'] }, []],
  ];
  for (const [name, path, unknown] of cases) it(name, () => assert.deepEqual(unknownIn(expecting({ path })), unknown));

  it('are none where there are no names', () => {
    assert.deepEqual(unknownIn(expecting({ path: { never: ['Goodbye'] } }), new Map()), [['Goodbye']]);
  });

  it('are not told of before the names are known, and nobody asks for those in vain', () => {
    const wrong = parseQuery(expecting({ path: { never: ['Bye'] } }));
    assert.deepEqual(findNodeProblems(wrong, {}), []);
    assert.deepEqual(findNodeProblems(wrong, { nodes: () => undefined }), []);
    const nodes = () => assert.fail('asked');
    for (const text of ['', '[]', '{ "expect": 1 }', expecting({ total: { gt: 1 } }, 3, { path: 7 })]) {
      assert.deepEqual(findNodeProblems(parseQuery(text), { nodes }), [], text);
    }
  });
});
