import { durationBuckets, hours, weekdays } from '../../../src/domain/results/facets/bucketColumn.ts';
import type { FacetValue } from '../../../src/domain/results/facets/facetValues.ts';
import { facetValues, orderedValues } from '../../../src/domain/results/facets/facetValues.ts';
import { facetOrder } from '../model/facetWords.ts';
import type { ResultsModel } from '../model/resultsModel.ts';

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

const orders: Readonly<Record<string, readonly string[]>> = {
  duration: [...durationBuckets, ''],
  hour: [...hours, ''],
  weekday: [...weekdays, ''],
};

/** The facets with the values of those that are open, as rows from top to bottom. */
export function facetRows(model: ResultsModel, unfolded: ReadonlySet<string>): readonly FacetRow[] {
  const { openFacets } = model.state;
  return facetOrder.flatMap((facet): FacetRow[] => {
    const open = openFacets.includes(facet);
    const { wanted, unwanted } = model.choiceOf(facet);
    const head: FacetRow = { type: 'facet', facet, open, chosen: wanted.length + unwanted.length };
    return open ? [head, ...valueRows(model, facet, unfolded.has(facet))] : [head];
  });
}

function valueRows(model: ResultsModel, facet: string, all: boolean): readonly FacetRow[] {
  const column = model.facets.get(facet);
  const counts = model.filtered.counts.get(facet);
  if (!column || !counts || column.length === 0) {
    if (model.view?.run.facets.includes(facet) || model.store.count === 0) return [{ type: 'empty', facet }];
    return [{ type: 'ask', facet, asking: (model.view?.run.asking.length ?? 0) > 0 }];
  }
  const { wanted, unwanted } = model.choiceOf(facet);
  const chosen = new Set([...wanted, ...unwanted]);
  const order = Object.hasOwn(orders, facet) ? orders[facet] : undefined;
  const values = order ? orderedValues(column, counts, order) : facetValues(column, counts, chosen);
  if (values.length === 0) return [{ type: 'empty', facet }];
  const most = values.reduce((largest, { count }) => Math.max(largest, count), 1);
  // One that was chosen is in sight however few have it; an order of its own is shown as a whole.
  const shown = all
    ? values.slice(0, mostValues)
    : order
      ? values
      : values.filter(({ text }, at) => at < shownValues || chosen.has(text));
  const rows = shown.map((value): FacetRow => {
    const mark = wanted.includes(value.text) ? 'wanted' : unwanted.includes(value.text) ? 'unwanted' : undefined;
    return { type: 'value', facet, value, most, mark };
  });
  const rest = values.length - shown.length;
  // Of rows that came later nobody has asked for it yet.
  const behind = column.length < model.store.count;
  return [
    ...rows,
    ...(rest > 0 && !all ? [{ type: 'more', facet, count: rest } as const] : []),
    ...(behind ? [{ type: 'ask', facet, asking: (model.view?.run.asking.length ?? 0) > 0 } as const] : []),
  ];
}
