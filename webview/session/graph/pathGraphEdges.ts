import type { TemplateResult } from 'lit/html.js';
import { nothing, svg } from 'lit/html.js';
import type { PathGraph } from '../../../src/domain/session/pathGraph.ts';
import type { PathLayout, Point } from './pathLayout.ts';

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

/** Straight at its ends, and round at each point between them. */
function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = rest.pop();
  if (!first || !last) return '';
  const bends = rest.map((point, index) => `Q${at(point)} ${at(middleOf(point, rest[index + 1] ?? last))}`);
  return `M${at(first)}${bends.join('')}L${at(last)}`;
}

const arrowLength = 8;
const arrowHalf = 4;

function arrow(points: readonly Point[]): string {
  const tip = points.at(-1);
  const before = points.at(-2);
  if (!tip || !before) return '';
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const [alongX, alongY] = [(tip.x - before.x) / length, (tip.y - before.y) / length];
  const [backX, backY] = [tip.x - alongX * arrowLength, tip.y - alongY * arrowLength];
  const left = { x: backX - alongY * arrowHalf, y: backY + alongX * arrowHalf };
  const right = { x: backX + alongY * arrowHalf, y: backY - alongX * arrowHalf };
  return `M${at(tip)}L${at(left)}L${at(right)}Z`;
}

function middleOf(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function at({ x, y }: Point): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
