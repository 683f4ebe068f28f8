import type { FacetValue } from '../../../src/domain/results/facets/facetValues.ts';
import { orderOfFacet } from '../../../src/domain/results/facets/valuesInOrder.ts';
import { facetOrder } from '../model/facetWords.ts';
import type { ResultsModel } from '../model/resultsModel.ts';
import type { AllCounts } from './allCounts.ts';
import type { ShownValues } from './shownValues.ts';
import { isLookedFor } from './typedValue.ts';

/** A row of the facets: one of them, a value, or a way to more. */
export type FacetRow =
  | {
      readonly type: 'facet';
      readonly facet: string;
      readonly open: boolean;
      readonly chosen: number;
      /** Its values are counted over what is loaded, where others count everything. */
      readonly loadedOnly: boolean;
    }
  | {
      readonly type: 'value';
      readonly facet: string;
      readonly value: FacetValue;
      /** The most frequent value's count, by which bars are drawn. */
      readonly most: number;
      readonly mark: 'wanted' | 'unwanted' | undefined;
    }
  /** `atLeast`: some of the others are not told apart. */
  | { readonly type: 'more'; readonly facet: string; readonly count: number; readonly atLeast: boolean }
  /** It was not asked for. */
  | { readonly type: 'ask'; readonly facet: string; readonly asking: boolean }
  /** `typed`: none has what was typed, which can be taken all the same. */
  | { readonly type: 'empty'; readonly facet: string; readonly typed: boolean };

/** How many values of a facet are shown before somebody asks for the others. */
const shownValues = 8;
/** Nobody reads more than these, and each is drawn. */
const mostValues = 200;

interface Counts {
  /** Of what is loaded. */
  readonly loaded: ShownValues;
  /** Of everything, where that is counted. */
  readonly all: AllCounts;
}

/** Where a row stands now, wherever it stood before; undefined for one that is gone. */
export function placeOf(row: FacetRow | undefined, rows: readonly FacetRow[]): number | undefined {
  if (!row) return undefined;
  const isSame = (other: FacetRow): boolean =>
    other.facet === row.facet &&
    other.type === row.type &&
    (row.type !== 'value' || (other.type === 'value' && other.value.text === row.value.text));
  const at = rows.findIndex(isSame);
  return at >= 0 ? at : undefined;
}

/** Which of the values are shown. */
interface Narrowed {
  /** The facets all of whose values are shown. */
  readonly unfolded: ReadonlySet<string>;
  /** What was typed to find a value of a facet. */
  readonly typedFor: (facet: string) => string;
}

/** The facets with the values of those that are open, as rows from top to bottom. */
export function facetRows(model: ResultsModel, counts: Counts, { unfolded, typedFor }: Narrowed): readonly FacetRow[] {
  const { openFacets } = model.state;
  const countsAll = counts.all.counted !== undefined;
  return facetOrder.flatMap((facet): FacetRow[] => {
    const open = openFacets.includes(facet);
    const { wanted, unwanted } = model.choiceOf(facet);
    const counted = counts.all.of(facet);
    const loadedOnly = open && countsAll && !counted;
    const head: FacetRow = { type: 'facet', facet, open, chosen: wanted.length + unwanted.length, loadedOnly };
    if (!open) return [head];
    const known = counted?.values ?? counts.loaded.of(facet);
    const values = known && withChosen(model, facet, known);
    const hasOthers = counted?.hasOthers === true;
    const isBehind = !counted && (model.facets.get(facet)?.length ?? 0) < model.store.count;
    const typed = typedFor(facet);
    const names = model.view?.nodeNames ?? {};
    const left = typed === '' ? values : values?.filter((value) => isLookedFor(facet, value, { typed, names }));
    const all = unfolded.has(facet) || typed !== '';
    return [head, ...valueRows(model, { facet, values: left, all, typed: typed !== '', hasOthers, isBehind })];
  });
}

/** What was chosen stays in sight where no session has it any more, or had it so far. */
function withChosen(model: ResultsModel, facet: string, values: readonly FacetValue[]): readonly FacetValue[] {
  const { wanted, unwanted } = model.choiceOf(facet);
  const missing = [...wanted, ...unwanted].filter((text) => !values.some((value) => value.text === text));
  return missing.length === 0 ? values : [...values, ...missing.map((text) => ({ text, count: 0 }))];
}

interface FacetState {
  readonly facet: string;
  readonly values: readonly FacetValue[] | undefined;
  readonly all: boolean;
  readonly typed: boolean;
  readonly hasOthers: boolean;
  /** Of rows that came later nobody has asked for it yet. */
  readonly isBehind: boolean;
}

function valueRows(
  model: ResultsModel,
  { facet, values, all, typed, hasOthers, isBehind }: FacetState,
): readonly FacetRow[] {
  if (!values) {
    if (model.store.count === 0) return [];
    if (model.view?.run.facets.includes(facet)) return [{ type: 'empty', facet, typed }];
    return [{ type: 'ask', facet, asking: (model.view?.run.asking.length ?? 0) > 0 }];
  }
  const { wanted, unwanted } = model.choiceOf(facet);
  const chosen = new Set([...wanted, ...unwanted]);
  if (values.length === 0) return [{ type: 'empty', facet, typed }];
  const most = values.reduce((largest, { count }) => Math.max(largest, count), 1);
  // One that was chosen is in sight however few have it; an order of its own is shown as a whole.
  const shown = all
    ? values.slice(0, mostValues)
    : orderOfFacet(facet)
      ? values
      : chosen.size === 0
        ? values.slice(0, shownValues)
        : values.filter(({ text }, at) => at < shownValues || chosen.has(text));
  const rows = shown.map((value): FacetRow => {
    const mark = wanted.includes(value.text) ? 'wanted' : unwanted.includes(value.text) ? 'unwanted' : undefined;
    return { type: 'value', facet, value, most, mark };
  });
  const rest = values.length - shown.length;
  return [
    ...rows,
    ...(rest > 0 && !all ? [{ type: 'more', facet, count: rest, atLeast: hasOthers } as const] : []),
    ...(isBehind ? [{ type: 'ask', facet, asking: (model.view?.run.asking.length ?? 0) > 0 } as const] : []),
  ];
}
