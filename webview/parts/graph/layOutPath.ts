import { Graph, layout } from '@dagrejs/dagre';
import type { LaidOut, PathLayout, Point, Size } from './pathLayout.ts';
import { nodeSize } from './pathLayout.ts';

/** Room at all sides, for the loops of nodes that followed themselves too. */
const margin = 36;

/** Room between nodes of a row, and where a loop with its number stands between them. */
const besideNode = 48;
const besideLoop = 72;

/** Room below, where the buttons stand over the graph. */
const buttons = 32;

/** From top to bottom in the order of the path, as far as it does not lead back. */
export function layOutPath({ nodes, edges }: LaidOut, box: Size = nodeSize): PathLayout {
  const graph = new Graph();
  const nodesep = edges.some(({ from, to }) => from === to) ? besideLoop : besideNode;
  graph.setGraph({ rankdir: 'TB', nodesep, edgesep: 30, ranksep: 44, marginx: margin, marginy: margin / 2 });
  for (const { index, size = box } of nodes) graph.setNode(String(index), { ...size });
  for (const { from, to } of edges) if (from !== to) graph.setEdge(String(from), String(to), {});
  layout(graph);
  const corners = nodes.map(({ index, size = box }) => {
    const { x = 0, y = 0 } = graph.node(String(index));
    return { x: x - size.width / 2, y: y - size.height / 2 };
  });
  const { width = 0, height = 0 } = graph.graph();
  return {
    width,
    height: height + buttons,
    nodes: corners,
    edges: edges.map(({ from, to }) => {
      const corner = corners[from];
      if (from === to && corner) return loopAt(corner, box);
      return graph.edge(String(from), String(to)).points ?? [];
    }),
  };
}

/** Out of the right side of a box, and back into it. */
function loopAt({ x, y }: Point, box: Size): readonly Point[] {
  const side = x + box.width;
  const [top, bottom] = [y + box.height * 0.25, y + box.height * 0.75];
  return [
    { x: side, y: top },
    { x: side + 26, y: top - 4 },
    { x: side + 26, y: bottom + 4 },
    { x: side, y: bottom },
  ];
}
