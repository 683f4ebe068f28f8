import type { FacetColumn } from '../../../src/domain/results/facets/filterRows.ts';
import { numberFacets } from '../../../src/domain/results/facets/numberFacets.ts';
import { listedFacets } from '../../../src/domain/results/rows/facetFields.ts';
import type { ListColumn } from '../../../src/domain/results/store/columns.ts';
import type { ResultsStore } from './resultsStore.ts';

/** All facets that can be counted of the rows that are there, by name; hours and weekdays are those of the clock that is so far ahead. */
export function facetColumns(store: ResultsStore, offset: (ms: number) => number): ReadonlyMap<string, FacetColumn> {
  const columns = new Map<string, FacetColumn>();
  for (const name of listedFacets) {
    const column = store.facet(name);
    if (column) columns.set(name, column);
  }
  const duration = store.numbers('duration').values;
  const start = store.numbers('start').values;
  for (const [name, column] of numberFacets({ length: store.count, start, duration, offset }))
    columns.set(name, column);
  return columns;
}

/** The first row that has a value, and which of its values that is. */
export function rowWith(
  column: ListColumn,
  text: string,
): { readonly row: number; readonly place: number } | undefined {
  const code = column.texts.indexOf(text);
  for (let row = 0; row < column.length; row += 1) {
    const place = column.codesAt(row).indexOf(code);
    if (place >= 0) return { row, place };
  }
  return undefined;
}
