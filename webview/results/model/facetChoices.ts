import type { FacetChoice } from '../../../src/domain/results/facets/filterRows.ts';

/** What is chosen of a facet. */
export function choiceOf(choices: readonly FacetChoice[], facet: string): FacetChoice {
  return choices.find((one) => one.facet === facet) ?? { facet, wanted: [], unwanted: [] };
}

/** The choices with a value of a facet taken into what is asked for (or left out), or out of it. A value is one of them, never both. */
export function chosen(
  choices: readonly FacetChoice[],
  { facet, text, as }: { readonly facet: string; readonly text: string; readonly as: 'wanted' | 'unwanted' },
): readonly FacetChoice[] {
  const choice = choiceOf(choices, facet);
  const other = as === 'wanted' ? 'unwanted' : 'wanted';
  const held = choice[as].includes(text);
  const next = {
    ...choice,
    [as]: held ? choice[as].filter((one) => one !== text) : [...choice[as], text],
    [other]: choice[other].filter((one) => one !== text),
  };
  const others = choices.filter((one) => one.facet !== facet);
  return next.wanted.length + next.unwanted.length === 0 ? others : [...others, next];
}
