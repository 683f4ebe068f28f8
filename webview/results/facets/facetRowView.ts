import type { TemplateResult } from 'lit/html.js';
import { nothing } from 'lit/html.js';
import type { NodeNames } from '../../../src/protocol/messages.ts';
import { html } from '../../parts/html.ts';
import { numberText } from '../../parts/words/numberText.ts';
import { facetNames, facetValueNote, facetValueWords } from '../model/facetWords.ts';
import { facetPanelPhrases, facetPanelWords } from './facetPanelWords.ts';
import type { FacetRow } from './facetRows.ts';

interface ShownWith {
  readonly names: NodeNames;
  /** How many sessions are loaded. */
  readonly loaded: number;
}

/** What a row of the facets shows. */
export function facetRowView(row: FacetRow, { names, loaded }: ShownWith): TemplateResult | string {
  switch (row.type) {
    case 'facet':
      return html`<span class="codicon codicon-chevron-${row.open ? 'down' : 'right'}"></span><span class="ellipsis">${facetNames[row.facet] ?? row.facet}</span>${row.chosen > 0 ? html` <span class="facet-chosen">${row.chosen}</span>` : nothing}${row.loadedOnly ? html` <span class="facet-counted muted">${facetPanelPhrases.loadedOnly(loaded)}</span>` : nothing}`;
    case 'value': {
      const { text, count } = row.value;
      const note = facetValueNote(row.facet, text);
      const words = facetValueWords(row.facet, text, names);
      const icon = row.mark === 'wanted' ? 'check' : row.mark === 'unwanted' ? 'circle-slash' : 'blank';
      return html`<span class="facet-bar" .style=${`--part: ${count / row.most}`}></span
        ><span class="codicon codicon-${icon}"></span
        ><span class="facet-words ellipsis" dir="auto" title=${words}>${words}${note === '' || note === words ? nothing : html` <span class="muted">${note}</span>`}</span
        > <span class="facet-count">${numberText(count)}</span>`;
    }
    default:
      return wayTo(row);
  }
}

/** What a screen reader says of it. */
export function facetRowLabel(row: FacetRow, { names, loaded }: ShownWith): string {
  if (row.type === 'facet') {
    const chosen = row.chosen > 0 ? [facetPanelPhrases.chosen(row.chosen)] : [];
    const counted = row.loadedOnly ? [facetPanelPhrases.loadedOnly(loaded)] : [];
    return [facetNames[row.facet] ?? row.facet, ...chosen, ...counted].join(', ');
  }
  if (row.type !== 'value') return wayTo(row);
  const { text, count } = row.value;
  const marks = row.mark ? [facetPanelWords[row.mark]] : [];
  const note = facetValueNote(row.facet, text);
  const named = [facetValueWords(row.facet, text, names), ...(note === '' ? [] : [note])].join(' ');
  return [facetPanelPhrases.value(named, count), ...marks].join(', ');
}

/** Where there are more values, or could be. */
function wayTo(row: Exclude<FacetRow, { type: 'facet' | 'value' }>): string {
  switch (row.type) {
    case 'more':
      return row.atLeast ? facetPanelPhrases.moreThan(row.count) : facetPanelPhrases.more(row.count);
    case 'ask':
      return row.asking ? facetPanelWords.asking : facetPanelWords.ask;
    case 'empty':
      return row.typed ? facetPanelWords.noneTyped : facetPanelWords.empty;
  }
}
