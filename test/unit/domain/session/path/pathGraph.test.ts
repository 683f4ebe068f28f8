import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readPathGraph } from '../../../../../src/domain/session/path/pathGraph.ts';
import { readSteps } from '../../../../../src/domain/session/steps.ts';

type Loose = Readonly<Record<string, unknown>>;

const graphOf = (flow_path: readonly unknown[]) => readPathGraph(readSteps({ flow_path }));
/** `a b a`: a node for each word. */
const walk = (words: string): Loose[] => words.split(' ').map((node_id) => ({ node_id, type: 'speak' }));

describe('a path as a graph', () => {
  it('has a node for each node id, with its visits', () => {
    const { nodes, nodeOfStep } = graphOf([
      { node_id: 'a', type: 'start' },
      { node_id: 'b', type: 'webhook', response: { code: 500 }, execution_time: '300' },
      { node_id: 'a', type: 'start', execution_time: 5 },
      { node_id: 'b', type: 'webhook', response: { code: 200 }, execution_time: 100 },
    ]);
    assert.deepEqual(nodes, [
      { index: 0, nodeId: 'a', type: 'start', visits: [0, 2], problems: 0, totalMs: 5, slowestMs: 5 },
      { index: 1, nodeId: 'b', type: 'webhook', visits: [1, 3], problems: 1, totalMs: 400, slowestMs: 300 },
    ]);
    assert.deepEqual(nodeOfStep, [0, 1, 0, 1]);
  });

  const paths: [path: string, edges: string[]][] = [
    ['a', []],
    ['a b', ['0-1 x1 @0']],
    ['a a a', ['0-0 x2 @0']],
    ['a b a b c', ['0-1 x2 @0', '1-0 x1 @1', '1-2 x1 @3']],
    ['constructor __proto__ constructor', ['0-1 x1 @0', '1-0 x1 @1']],
  ];
  for (const [path, expected] of paths) {
    it(`has an edge for each pair that followed each other in ${path}`, () => {
      const { edges, edgeAfterStep, nodeOfStep } = graphOf(walk(path));
      assert.deepEqual(
        edges.map(({ from, to, count, firstStep }) => `${from}-${to} x${count} @${firstStep}`),
        expected,
      );
      for (const [step, edge] of edgeAfterStep.entries()) {
        assert.equal(edges[edge]?.from, nodeOfStep[step]);
        assert.equal(edges[edge]?.to, nodeOfStep[step + 1]);
      }
      assert.equal(edgeAfterStep.length, nodeOfStep.length - 1);
    });
  }

  it('puts steps without a node id together by their type, apart from any node', () => {
    const { nodes } = graphOf([{ type: 'a' }, { node_id: 'a', type: 'b' }, { type: 'a' }, null, 4, { node_id: '' }]);
    assert.deepEqual(
      nodes.map(({ nodeId, type, visits }) => [nodeId, type, visits]),
      [
        [undefined, 'a', [0, 2]],
        ['a', 'b', [1]],
        [undefined, undefined, [3, 4, 5]],
      ],
    );
  });

  it('has the end of a call as a node of its own, though it repeats the id of the one before', () => {
    const { nodes, edges } = graphOf([
      { node_id: 'a', type: 'speak' },
      { node_id: 'a', type: 'end_call' },
    ]);
    assert.deepEqual(
      nodes.map(({ nodeId, type }) => [nodeId, type]),
      [
        ['a', 'speak'],
        [undefined, 'end_call'],
      ],
    );
    assert.deepEqual(edges, [{ from: 0, to: 1, count: 1, firstStep: 0 }]);
  });

  it('is empty for no steps', () => {
    assert.deepEqual(graphOf([]), { nodes: [], edges: [], nodeOfStep: [], edgeAfterStep: [] });
  });

  it('counts every step of a long path', () => {
    const steps = Array.from({ length: 20_000 }, (_, index) => ({
      node_id: `n${(index * index) % 997}`,
      type: 'speak',
    }));
    const { nodes, edges } = graphOf(steps);
    assert.equal(
      nodes.reduce((sum, { visits }) => sum + visits.length, 0),
      20_000,
    );
    assert.equal(
      edges.reduce((sum, { count }) => sum + count, 0),
      19_999,
    );
  });
});
