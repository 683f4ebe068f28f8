import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import type { OtherEdges } from '../../../src/domain/analysis/pathMap/foldPathMap.ts';
import { html } from '../../parts/html.ts';
import { textButton } from '../../parts/toolkit.ts';
import { formatDuration } from '../../parts/words/format.ts';
import { numberText } from '../../parts/words/numberText.ts';
import type { DrawnMap, DrawnNode } from './drawnMap.ts';
import { changeText, labelOf, partText, pathMapPhrases, pathMapWords, shareText } from './pathMapWords.ts';

export interface DetailActions {
  /** Shows the loaded sessions that came through a node, or from it to another. */
  readonly show: (from: string, to?: string) => void;
}

const mostTransitions = 30;

/** What is known of the selected node, and its transitions, the folded ones too. */
export function pathMapDetail(
  drawn: DrawnMap,
  selected: DrawnNode | undefined,
  { show }: DetailActions,
): TemplateResult {
  const { map, all } = drawn;
  if (!selected)
    return html`<aside class="map-detail"><p class="muted">${pathMapWords.selectNode}</p><p class="muted">${pathMapWords.proven}</p></aside>`;
  const { node, compared, others } = selected;
  const labels = new Map(all.nodes.map((one) => [one.node.key, labelOf(one.node)]));
  const facts: readonly (readonly [string, string | undefined])[] = [
    [pathMapWords.sessions, partText(node.sessions, map.sessions)],
    [pathMapWords.change, compared && changeText(compared.change)],
    [pathMapWords.visits, numberText(node.visits)],
    [pathMapWords.begins, partText(node.entries, map.sessions)],
    [pathMapWords.ends, partText(node.exits, node.sessions)],
    [pathMapWords.loops, partText(node.loops, node.sessions)],
    [pathMapWords.problems, partText(node.problems, node.visits)],
    [pathMapWords.median, node.p50Ms === undefined ? undefined : formatDuration(node.p50Ms)],
    [pathMapWords.slow, node.p95Ms === undefined ? undefined : formatDuration(node.p95Ms)],
  ];
  const transitions = (kind: 'from' | 'to'): TemplateResult | typeof nothing => {
    const own = all.edges.filter(({ edge }) => edge[kind] === node.key);
    const other = kind === 'from' ? 'to' : 'from';
    return own.length === 0
      ? nothing
      : html`<h3>${kind === 'from' ? pathMapWords.out : pathMapWords.into}</h3>
        <ul class="map-transitions">${own.slice(0, mostTransitions).map(
          ({ edge }) => html`<li><button type="button" class="map-transition" @click=${() => show(edge.from, edge.to)}>
            <span dir="auto" class="ellipsis">${labels.get(edge[other]) ?? ''}</span>
            <span class="muted">${pathMapPhrases.taken(edge.count, shareText(edge.share, 1))}</span>
          </button></li>`,
        )}</ul>
        ${own.length > mostTransitions ? html`<p class="muted">${pathMapPhrases.notListed(own.length - mostTransitions)}</p>` : nothing}
        ${folded(kind === 'from' ? others?.out : others?.into)}`;
  };
  return html`<aside class="map-detail" aria-label=${labelOf(node)}>
    <h2 dir="auto">${labelOf(node)}</h2>
    ${textButton(pathMapWords.showSessions, () => show(node.key))}
    <dl>${facts.map(([name, value]) => (value === undefined ? nothing : html`<div><dt>${name}</dt><dd>${value}</dd></div>`))}</dl>
    ${transitions('from')}
    ${transitions('to')}
  </aside>`;
}

/** What of them is not drawn. */
function folded(others: OtherEdges | undefined): TemplateResult | typeof nothing {
  return others && others.edges > 0
    ? html`<p class="muted">${pathMapPhrases.others(others.edges, others.count)}</p>`
    : nothing;
}
