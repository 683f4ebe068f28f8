import type { TemplateResult } from 'lit/html.js';
import { nothing, svg } from 'lit/html.js';
import { formatDuration } from '../../parts/format.ts';
import { arrow, curve, middleOf } from '../../parts/graph/graphLines.ts';
import type { PathLayout } from '../../parts/graph/pathLayout.ts';
import { html } from '../../parts/html.ts';
import { stepIcon } from '../../parts/stepLabel.ts';
import { numberText } from '../model/resultsWords.ts';
import type { DrawnEdge, DrawnMap, DrawnNode } from './drawnMap.ts';
import { mapBox } from './drawnMap.ts';
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

/** The transitions as arrows: the more sessions, the thicker. Those of the selected node stand above all others. */
export function mapEdges(
  { map, edges }: DrawnMap,
  layout: PathLayout,
  selected: number | undefined,
): readonly TemplateResult[] {
  const isOwn = ({ from, to }: DrawnEdge): boolean => from === selected || to === selected;
  const order = [...edges.keys()].sort((a, b) => Number(own(a)) - Number(own(b)));
  function own(index: number): boolean {
    const edge = edges[index];
    return edge !== undefined && isOwn(edge);
  }
  return order.map((index) => {
    const edge = edges[index];
    const points = layout.edges[index] ?? [];
    const half = (points.length - 1) / 2;
    const [before, after] = [points[Math.floor(half)], points[Math.ceil(half)]];
    const middle = before && after && middleOf(before, after);
    if (!edge) return svg``;
    const width = 1 + 4 * Math.min(1, edge.edge.sessions / Math.max(1, map.sessions));
    return svg`<g class="graph-edge ${own(index) ? 'next' : ''} ${changeClass(edge.compared?.change)}">
      <path class="graph-line" d=${curve(points)} .style=${`stroke-width: ${width.toFixed(1)}`}></path>
      <path class="graph-arrow" d=${arrow(points)}></path>
      ${middle ? svg`<text class="graph-count" x=${middle.x} y=${middle.y}>${edgeText(edge)}</text>` : nothing}
    </g>`;
  });
}

function edgeText({ edge, compared }: DrawnEdge): string {
  return compared ? changeText(compared.change) : `${numberText(edge.count)} · ${shareText(edge.share, 1)}`;
}

/** Less than this nobody would call a difference. */
const noticeable = 0.005;

function changeClass(change: number | undefined): string {
  if (change === undefined) return '';
  if (Math.abs(change) < noticeable) return 'same';
  return change > 0 ? 'more' : 'fewer';
}
