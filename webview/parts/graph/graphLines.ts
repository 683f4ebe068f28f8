import type { Point } from './pathLayout.ts';

/** Straight at its ends, and round at each point between them. */
export function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = rest.pop();
  if (!first || !last) return '';
  const bends = rest.map((point, index) => `Q${at(point)} ${at(middleOf(point, rest[index + 1] ?? last))}`);
  return `M${at(first)}${bends.join('')}L${at(last)}`;
}

const arrowLength = 8;
const arrowHalf = 4;

/** The head of an arrow at the end of its line. */
export function arrow(points: readonly Point[]): string {
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

export function middleOf(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function at({ x, y }: Point): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
