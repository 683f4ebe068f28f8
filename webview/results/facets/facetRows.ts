import type { FacetValue } from '../../../src/domain/results/facets/facetValues.ts';
import { facetOrder } from '../model/facetWords.ts';
import type { ResultsModel } from '../model/resultsModel.ts';
import type { ShownValues } from './shownValues.ts';
import { orderOf } from './shownValues.ts';

/** A row of the facets: one of them, a value, or a way to more. */
export type FacetRow =
  | { readonly type: 'facet'; readonly facet: string; readonly open: boolean; readonly chosen: number }
  | {
      readonly type: 'value';
      readonly facet: string;
      readonly value: FacetValue;
      /** The most frequent value's count, by which bars are drawn. */
      readonly most: number;
      readonly mark: 'wanted' | 'unwanted' | undefined;
    }
  | { readonly type: 'more'; readonly facet: string; readonly count: number }
  /** It was not asked for. */
  | { readonly type: 'ask'; readonly facet: string; readonly asking: boolean }
  | { readonly type: 'empty'; readonly facet: string };

/** How many values of a facet are shown before somebody asks for the others. */
const shownValues = 8;
/** Nobody reads more than these, and each is drawn. */
const mostValues = 200;

/** The facets with the values of those that are open, as rows from top to bottom. */
export function facetRows(model: ResultsModel, shown: ShownValues, unfolded: ReadonlySet<string>): readonly FacetRow[] {
  const { openFacets } = model.state;
  return facetOrder.flatMap((facet): FacetRow[] => {
    const open = openFacets.includes(facet);
    const { wanted, unwanted } = model.choiceOf(facet);
    const head: FacetRow = { type: 'facet', facet, open, chosen: wanted.length + unwanted.length };
    if (!open) return [head];
    return [head, ...valueRows(model, { facet, values: shown.of(facet), all: unfolded.has(facet) })];
  });
}

function valueRows(
  model: ResultsModel,
  {
    facet,
    values,
    all,
  }: { readonly facet: string; readonly values: readonly FacetValue[] | undefined; readonly all: boolean },
): readonly FacetRow[] {
  if (!values) {
    if (model.view?.run.facets.includes(facet) || model.store.count === 0) return [{ type: 'empty', facet }];
    return [{ type: 'ask', facet, asking: (model.view?.run.asking.length ?? 0) > 0 }];
  }
  const { wanted, unwanted } = model.choiceOf(facet);
  const chosen = new Set([...wanted, ...unwanted]);
  if (values.length === 0) return [{ type: 'empty', facet }];
  const most = values.reduce((largest, { count }) => Math.max(largest, count), 1);
  // One that was chosen is in sight however few have it; an order of its own is shown as a whole.
  const shown = all
    ? values.slice(0, mostValues)
    : orderOf(facet)
      ? values
      : chosen.size === 0
        ? values.slice(0, shownValues)
        : values.filter(({ text }, at) => at < shownValues || chosen.has(text));
  const rows = shown.map((value): FacetRow => {
    const mark = wanted.includes(value.text) ? 'wanted' : unwanted.includes(value.text) ? 'unwanted' : undefined;
    return { type: 'value', facet, value, most, mark };
  });
  const rest = values.length - shown.length;
  // Of rows that came later nobody has asked for it yet.
  const behind = (model.facets.get(facet)?.length ?? 0) < model.store.count;
  return [
    ...rows,
    ...(rest > 0 && !all ? [{ type: 'more', facet, count: rest } as const] : []),
    ...(behind ? [{ type: 'ask', facet, asking: (model.view?.run.asking.length ?? 0) > 0 } as const] : []),
  ];
}
