import type { TemplateResult } from 'lit/html.js';
import { nothing, svg } from 'lit/html.js';
import { arrow, curve, middleOf } from '../../parts/graph/graphLines.ts';
import type { PathLayout, Point } from '../../parts/graph/pathLayout.ts';
import { html } from '../../parts/html.ts';
import { stepIcon } from '../../parts/steps/stepLabel.ts';
import { formatDuration } from '../../parts/words/format.ts';
import { numberText } from '../../parts/words/numberText.ts';
import type { DrawnEdge, DrawnMap, DrawnNode, DrawnOther } from './drawnMap.ts';
import { mapBox, otherBox } from './drawnMap.ts';
import { changeText, labelOf, pathMapPhrases, shareText } from './pathMapWords.ts';

/** The id of the element that stands for a node. */
export function mapNodeId({ index }: DrawnNode): string {
  return `map-node-${index}`;
}

/** What came through a node, as a box; coloured where two maps differ. */
export function mapNode(
  shown: DrawnNode,
  { map, layout }: DrawnMap,
  { selected, press }: { readonly selected: boolean; readonly press: () => void },
): TemplateResult {
  const { node, compared } = shown;
  const { x, y } = layout?.nodes[shown.index] ?? { x: 0, y: 0 };
  const label = labelOf(node);
  const { sessions, visits, exits, entries, problems, p95Ms } = node;
  const marks = [
    entries > 0 && entries >= map.sessions / 20 ? pathMapPhrases.beginsHere(shareText(entries, map.sessions)) : '',
    exits > 0 ? pathMapPhrases.endsHere(shareText(exits, sessions)) : '',
    p95Ms === undefined ? '' : pathMapPhrases.slow(formatDuration(p95Ms)),
  ].filter(Boolean);
  return html`<div
    id=${mapNodeId(shown)}
    class="graph-node map-node ${selected ? 'selected' : ''} ${problems > 0 ? 'problem' : ''} ${changeClass(compared?.change)}"
    role="option"
    aria-selected=${String(selected)}
    title=${label}
    .style=${`left: ${x}px; top: ${y}px; width: ${mapBox.width}px; height: ${mapBox.height}px`}
    @click=${press}
  >
    <span class="codicon codicon-${stepIcon(node.type)} graph-icon" aria-hidden="true"></span>
    <span class="graph-words">
      <span class="graph-name" dir="auto">${label}</span>
      <span class="graph-about">${numberText(sessions)} · ${shareText(sessions, map.sessions)}${
        problems > 0
          ? html` · <span class="map-problems">${pathMapPhrases.errors(shareText(problems, visits))}</span>`
          : nothing
      }</span>
      <span class="graph-about">${marks.join(' · ')}</span>
    </span>
    <span class="graph-marks">${compared ? html`<span class="map-change">${changeText(compared.change)}</span>` : nothing}</span>
  </div>`;
}

/** All weaker transitions out of a node, as a small box: what they are is told beside the node, and in the table. */
export function mapOther({ of, box }: DrawnOther, { layout }: DrawnMap, press: () => void): TemplateResult {
  const { x, y } = layout?.nodes[box] ?? { x: 0, y: 0 };
  const { edges = 0, count = 0 } = of.others?.out ?? {};
  return html`<div
    class="graph-node map-other"
    role="presentation"
    title=${pathMapPhrases.others(edges, count)}
    .style=${`left: ${x}px; top: ${y}px; width: ${otherBox.width}px; height: ${otherBox.height}px`}
    @click=${press}
  ><span class="graph-name">${pathMapPhrases.other(edges)}</span></div>`;
}

/** The transitions as arrows: the more sessions, the thicker. Those of the selected node stand above all others, and the numbers above all arrows. */
export function mapEdges(
  { map, edges, others }: DrawnMap,
  layout: PathLayout,
  selected: number | undefined,
): readonly TemplateResult[] {
  const drawn = [
    ...edges.map((edge, index) => ({
      points: layout.edges[index] ?? [],
      isOwn: edge.from === selected || edge.to === selected,
      kind: changeClass(edge.compared?.change),
      width: widthOf(edge, map.sessions),
      words: edgeText(edge),
    })),
    ...others.map(({ of, arrow: index }) => ({
      points: layout.edges[index] ?? [],
      isOwn: of.index === selected,
      kind: 'other',
      width: 1,
      words: countText(of.others?.out.count ?? 0, of.node.visits),
    })),
  ].sort((a, b) => Number(a.isOwn) - Number(b.isOwn));
  const lines = drawn.map(
    ({ points, isOwn, kind, width }) => svg`<g class="graph-edge ${isOwn ? 'next' : ''} ${kind}">
      <path class="graph-line" d=${curve(points)} .style=${`stroke-width: ${width.toFixed(1)}`}></path>
      <path class="graph-arrow" d=${arrow(points)}></path>
    </g>`,
  );
  const numbers = drawn.map(({ points, words }) => {
    const middle = placeOfNumber(points);
    return middle ? svg`<text class="graph-count" x=${middle.x} y=${middle.y}>${words}</text>` : svg``;
  });
  return [...lines, ...numbers];
}

/** In the middle of a line; of a loop at its outside, clear of the node that it comes from. */
function placeOfNumber(points: readonly Point[]): Point | undefined {
  const middle = middleOfLine(points);
  const isLoop = points.length > 2 && points[0]?.x === points.at(-1)?.x && points[0]?.x !== middle?.x;
  return middle && isLoop ? { x: middle.x + 12, y: middle.y } : middle;
}

function middleOfLine(points: readonly Point[]): Point | undefined {
  const half = (points.length - 1) / 2;
  const [before, after] = [points[Math.floor(half)], points[Math.ceil(half)]];
  return before && after && middleOf(before, after);
}

/** A transition that is gone is as thick as it was. */
function widthOf({ edge, compared }: DrawnEdge, sessions: number): number {
  const most = Math.max(edge.sessions, compared?.before?.sessions ?? 0);
  return 1 + 4 * Math.min(1, most / Math.max(1, sessions));
}

function edgeText({ edge, compared }: DrawnEdge): string {
  return compared ? changeText(compared.change) : `${numberText(edge.count)} · ${shareText(edge.share, 1)}`;
}

function countText(count: number, visits: number): string {
  return `${numberText(count)} · ${shareText(count, visits)}`;
}

/** Less than this nobody would call a difference. */
const noticeable = 0.005;

function changeClass(change: number | undefined): string {
  if (change === undefined) return '';
  if (Math.abs(change) < noticeable) return 'same';
  return change > 0 ? 'more' : 'fewer';
}
