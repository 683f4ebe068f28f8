import type { TemplateResult } from 'lit/html.js';
import { durationText } from '../../../src/domain/time/zonedTime.ts';
import { html } from '../../parts/html.ts';
import { zonedText } from '../model/cellWords.ts';
import { facetNames, facetValueWords } from '../model/facetWords.ts';
import type { ResultsModel } from '../model/resultsModel.ts';
import type { RangeChoice } from '../model/resultsState.ts';
import { tablePhrases } from './tableWords.ts';

/** What the sessions are filtered by, each of it with a press that takes it away. */
export function filterChips(model: ResultsModel, changed: () => void): readonly TemplateResult[] {
  const { view, state } = model;
  const names = view?.nodeNames ?? {};
  const facets = state.choices.flatMap(({ facet, wanted, unwanted }) => {
    const name = facetNames[facet] ?? facet;
    const one = (text: string, as: 'wanted' | 'unwanted'): TemplateResult => {
      const value = facetValueWords(facet, text, names);
      const words = as === 'wanted' ? tablePhrases.wanted(name, value) : tablePhrases.unwanted(name, value);
      return chip(words, as, () => {
        model.choose(facet, text, as);
        changed();
      });
    };
    return [...wanted.map((text) => one(text, 'wanted')), ...unwanted.map((text) => one(text, 'unwanted'))];
  });
  const ranges = state.ranges.map((range) =>
    chip(rangeWords(range, model.offset), 'wanted', () => {
      model.change({ ranges: state.ranges.filter((other) => other !== range) });
      changed();
    }),
  );
  const { only } = model;
  const elsewhere = only
    ? [
        chip(only.words, 'wanted', () => {
          model.showAll();
          changed();
        }),
      ]
    : [];
  return [...elsewhere, ...facets, ...ranges];
}

function chip(words: string, kind: string, remove: () => void): TemplateResult {
  return html`<button type="button" class="chip ${kind}" title=${tablePhrases.remove(words)} aria-label=${tablePhrases.remove(words)} @click=${remove}
    ><span class="ellipsis" dir="auto">${words}</span><span class="codicon codicon-close" aria-hidden="true"></span
  ></button>`;
}

/** A range as people read it. */
export function rangeWords({ of, from, to }: RangeChoice, offset: (ms: number) => number): string {
  if (of === 'duration') return tablePhrases.duration(durationText(from), Number.isFinite(to) ? durationText(to) : '∞');
  return tablePhrases.start(zonedText(from, offset(from)), zonedText(to, offset(to)));
}
