import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { readPathGraph } from '../../../../../src/domain/session/path/pathGraph.ts';
import { readSteps } from '../../../../../src/domain/session/steps.ts';
import { layOutPath } from '../../../../../webview/parts/graph/layOutPath.ts';
import { canLayOut, nodeSize } from '../../../../../webview/parts/graph/pathLayout.ts';

const numRuns = Number(process.env.PROPERTY_RUNS ?? 200);

it('any path is laid out: no box over another, and every way from box to box', () => {
  const path = fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(path, (walked) => {
      const graph = readPathGraph(
        readSteps({ flow_path: walked.map((node) => ({ node_id: `n${node}`, type: 'speak' })) }),
      );
      assert.ok(canLayOut(graph));
      const layout = layOutPath(graph);
      const apart = (a: number, b: number, size: number): boolean => Math.abs(a - b) >= size - 0.01;
      for (const [index, { x, y }] of layout.nodes.entries()) {
        assert.ok(x >= 0 && y >= 0 && x + nodeSize.width <= layout.width && y + nodeSize.height <= layout.height);
        for (const other of layout.nodes.slice(index + 1)) {
          assert.ok(apart(x, other.x, nodeSize.width) || apart(y, other.y, nodeSize.height));
        }
      }
      for (const [index, points] of layout.edges.entries()) {
        assert.ok(points.length >= 2 && points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y)));
        const edge = graph.edges[index];
        for (const [point, node] of [
          [points[0], edge?.from],
          [points.at(-1), edge?.to],
        ] as const) {
          const box = layout.nodes[node ?? -1];
          assert.ok(point && box);
          assert.ok(point.x >= box.x - 1 && point.x <= box.x + nodeSize.width + 1);
          assert.ok(point.y >= box.y - 1 && point.y <= box.y + nodeSize.height + 1);
        }
      }
    }),
    { numRuns },
  );
});
