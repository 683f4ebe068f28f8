import type { TemplateResult } from 'lit/html.js';
import { nothing, svg } from 'lit/html.js';
import type { PathGraph } from '../../../src/domain/session/path/pathGraph.ts';
import { arrow, curve, middleOf } from '../../parts/graph/graphLines.ts';
import type { PathLayout } from '../../parts/graph/pathLayout.ts';

/** What followed what, as arrows, with how often when it was more than once. The one that leads on from the selected step comes last, above all others. */
export function pathGraphEdges(
  { edges }: PathGraph,
  layout: PathLayout,
  next: number | undefined,
): readonly TemplateResult[] {
  const all = [...edges.keys()].filter((index) => index !== next);
  return (next === undefined ? all : [...all, next]).map((index) => {
    const points = layout.edges[index] ?? [];
    const half = (points.length - 1) / 2;
    const [before, after] = [points[Math.floor(half)], points[Math.ceil(half)]];
    const middle = before && after && middleOf(before, after);
    const count = edges[index]?.count ?? 0;
    return svg`<g class="graph-edge ${index === next ? 'next' : ''}">
      <path class="graph-line" d=${curve(points)}></path>
      <path class="graph-arrow" d=${arrow(points)}></path>
      ${count > 1 && middle ? svg`<text class="graph-count" x=${middle.x} y=${middle.y}>×${count}</text>` : nothing}
    </g>`;
  });
}
