import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findRounds } from '../../../../../src/domain/session/path/rounds.ts';
import { readSteps } from '../../../../../src/domain/session/steps.ts';

/** A letter for each node; in capitals one that fails. A space is a step without a node. */
function pathOf(nodes: string): unknown[] {
  return [...nodes].map((node) => ({
    type: 'webhook',
    node_id: node === ' ' ? undefined : node.toLowerCase(),
    response: { code: /[A-Z]/u.test(node) ? 500 : 200 },
    execution_time: 5,
  }));
}

function roundsOf(nodes: string): string[] {
  return findRounds(readSteps({ flow_path: pathOf(nodes) })).map(
    ({ from, to, length, count }) => `${nodes.slice(from, to)}: ${length} × ${count}`,
  );
}

describe('what repeats', () => {
  const cases: [nodes: string, rounds: string[]][] = [
    ['', []],
    ['abcabcabc', []],
    ['abcabcabcabc', ['abcabcabcabc: 3 × 4']],
    ['xabababababy', ['ababababab: 2 × 5']],
    ['aaaa', ['aaaa: 1 × 4']],
    ['xabcabcabcabcab', ['abcabcabcabc: 3 × 4']],
    ['ababababcdcdcdcd', ['abababab: 2 × 4', 'cdcdcdcd: 2 × 4']],
    ['abababaBabababab', ['abababab: 2 × 4']],
    ['AAAAAAAA', []],
    ['        ', []],
  ];
  for (const [nodes, rounds] of cases) it(JSON.stringify(nodes), () => assert.deepEqual(roundsOf(nodes), rounds));

  it('is as long as all its steps took', () => {
    assert.equal(findRounds(readSteps({ flow_path: pathOf('xabababab') }))[0]?.executionMs, 40);
  });
});
