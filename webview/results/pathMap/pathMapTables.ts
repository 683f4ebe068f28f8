import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import { html } from '../../parts/html.ts';
import { table } from '../../parts/table.ts';
import { formatDuration } from '../../parts/words/format.ts';
import { numberText } from '../../parts/words/numberText.ts';
import type { DrawnMap, ShownEdge, ShownNode } from './drawnMap.ts';
import type { DetailActions } from './pathMapDetail.ts';
import { changeText, labelOf, partText, pathMapPhrases, pathMapWords, shareText } from './pathMapWords.ts';

/** Each row is drawn; the strongest come first. */
const mostRows = 300;

/** All nodes and transitions of a map, folded or not, with their numbers: for who does not see the map, or wants to read it. */
export function pathMapTables(drawn: DrawnMap, { show }: DetailActions): TemplateResult {
  const { map, all, isCompared } = drawn;
  const labels = new Map(all.nodes.map(({ node }) => [node.key, labelOf(node)]));
  const link = (words: string, press: () => void): TemplateResult =>
    html`<button type="button" class="link" @click=${press}>${words}</button>`;
  const change = ({ compared }: ShownNode | ShownEdge): readonly string[] =>
    isCompared ? [changeText(compared?.change ?? 0)] : [];
  const changeHeading = isCompared ? [pathMapWords.change] : [];
  const nodes = all.nodes.slice(0, mostRows).map((one) => {
    const { node } = one;
    return [
      link(labelOf(node), () => show(node.key)),
      partText(node.sessions, map.sessions),
      ...change(one),
      numberText(node.visits),
      partText(node.entries, map.sessions),
      partText(node.exits, node.sessions),
      partText(node.loops, node.sessions),
      partText(node.problems, node.visits),
      node.p50Ms === undefined ? '' : formatDuration(node.p50Ms),
      node.p95Ms === undefined ? '' : formatDuration(node.p95Ms),
    ];
  });
  const edges = all.edges.slice(0, mostRows).map((one) => {
    const { edge } = one;
    const [from, to] = [labels.get(edge.from) ?? '', labels.get(edge.to) ?? ''];
    return [
      link(pathMapPhrases.step(from, to), () => show(edge.from, edge.to)),
      numberText(edge.count),
      shareText(edge.share, 1),
      partText(edge.sessions, map.sessions),
      ...change(one),
    ];
  });
  return html`<div class="analysis-scroller map-tables" tabindex="0" role="region" aria-label=${pathMapWords.asTable}>
    <h2>${pathMapWords.nodes}</h2>
    ${table({
      label: pathMapWords.nodes,
      columns: [6, 3, ...(isCompared ? [3] : []), 2, 3, 3, 3, 3, 2, 2],
      headings: [
        pathMapWords.node,
        pathMapWords.sessions,
        ...changeHeading,
        pathMapWords.visits,
        pathMapWords.begins,
        pathMapWords.ends,
        pathMapWords.loops,
        pathMapWords.problems,
        pathMapWords.p50,
        pathMapWords.p95,
      ],
      rows: nodes,
    })}
    ${rest(all.nodes.length - nodes.length)}
    <h2>${pathMapWords.transitions}</h2>
    ${table({
      label: pathMapWords.transitions,
      columns: [10, 2, 3, 3, ...(isCompared ? [3] : [])],
      headings: [
        pathMapWords.transition,
        pathMapWords.taken,
        pathMapWords.share,
        pathMapWords.sessions,
        ...changeHeading,
      ],
      rows: edges,
    })}
    ${rest(all.edges.length - edges.length)}
  </div>`;
}

function rest(count: number): TemplateResult | typeof nothing {
  return count > 0 ? html`<p class="muted">${pathMapPhrases.notListed(count)}</p>` : nothing;
}
