import type { FacetValue } from '../../../src/domain/results/facets/facetValues.ts';
import { pairOf } from '../../../src/domain/results/rows/readFacet.ts';
import type { NodeNames } from '../../../src/protocol/messages.ts';
import { facetValueWords } from '../model/facetWords.ts';

/** Facets with few values, all of which are shown: there is nothing to type. */
const closed: ReadonlySet<string> = new Set(['outcome', 'duration', 'hour', 'weekday']);

/** Whether a value of a facet can be found by typing. */
export function canType(facet: string): boolean {
  return !closed.has(facet);
}

/** Whether a value of a facet is among those that are looked for by so many letters: its words say them, or what is recorded does. */
export function isLookedFor(
  facet: string,
  { text }: FacetValue,
  { typed, names }: { typed: string; names: NodeNames },
): boolean {
  const wanted = typed.trim().toLowerCase();
  return (
    wanted === '' ||
    facetValueWords(facet, text, names).toLowerCase().includes(wanted) ||
    text.toLowerCase().includes(wanted)
  );
}

/**
 * The value of a facet that was typed: the one that is called so, the only one that is left, else a value that no session had so far. A node
 * is known by its name or its id, the value of a parameter is typed behind its name. Undefined for what is no value.
 */
export function typedValue(
  facet: string,
  typed: string,
  { values, names }: { readonly values: readonly FacetValue[]; readonly names: NodeNames },
): string | undefined {
  const wanted = typed.trim();
  if (wanted === '') return undefined;
  const isCalled = ({ text }: FacetValue): boolean =>
    text === wanted || facetValueWords(facet, text, names).toLowerCase() === wanted.toLowerCase();
  const found = values.find(({ text }) => text === wanted) ?? values.find(isCalled);
  if (found) return found.text;
  const left = values.filter((value) => isLookedFor(facet, value, { typed, names }));
  if (left.length === 1) return left[0]?.text;
  return newValue(facet, wanted, names);
}

function newValue(facet: string, typed: string, names: NodeNames): string | undefined {
  switch (facet) {
    case 'node':
      return Object.keys(names).find((id) => names[id]?.name.toLowerCase() === typed.toLowerCase()) ?? typed;
    case 'tag':
      return pairOf(typed, undefined);
    case 'parameterValue': {
      const [, name, value] = /^([^=:]+)[=:](.*)$/su.exec(typed) ?? [];
      return name?.trim() && value?.trim() ? pairOf(name.trim(), value.trim()) : undefined;
    }
    default:
      return typed;
  }
}
