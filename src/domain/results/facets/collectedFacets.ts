import { knownZone } from '../../time/shownZone.ts';
import { zoneOffsets } from '../../time/zoneOffsets.ts';
import { fieldsOfFacet, listedFacets } from '../rows/facetFields.ts';
import type { ColumnName } from '../rows/rowColumns.ts';
import { columnSource, facetColumn } from '../rows/rowColumns.ts';
import { ListColumn, NumberColumn } from '../store/columns.ts';
import { ColumnWriter } from '../store/columnWriter.ts';
import type { FacetValue } from './facetValues.ts';
import type { FacetChoice, FacetColumn } from './filterRows.ts';
import { filterRows } from './filterRows.ts';
import { numberFacets } from './numberFacets.ts';
import { valuesInOrder } from './valuesInOrder.ts';

/** What has to be known of a session before any facet of it is: what lists ask for beside it tells of its state. */
export const fieldsOfFacets: readonly string[] = [
  ...new Set(['session_start_time', 'status', 'channel_data', ...listedFacets.flatMap(fieldsOfFacet)]),
];

/** What is counted: each facet over what the choices in the others let through. */
export interface FacetsQuestion {
  readonly facets: readonly string[];
  readonly choices: readonly FacetChoice[];
  readonly ranges: readonly { readonly of: 'start' | 'duration'; readonly from: number; readonly to: number }[];
  readonly zone: string;
}

/** How many sessions are read into columns at a time. */
const piece = 500;

/** Sessions that are given one after the other, kept as columns of codes: any choice is then counted at once, as a list counts it. */
export class CollectedFacets {
  readonly #numbers = { start: new Numbers('start'), duration: new Numbers('duration') };
  readonly #lists = new Map<string, Lists>(listedFacets.map((facet) => [facet, new Lists(facetColumn(facet))]));
  #waiting: unknown[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  collect(session: unknown): void {
    this.#waiting.push(session);
    this.#count += 1;
    if (this.#waiting.length >= piece) this.#read();
  }

  /** How many pass all choices, and the values of each facet over what the choices in the others let through. */
  counts({ facets, choices, ranges, zone }: FacetsQuestion): {
    readonly passing: number;
    readonly facets: ReadonlyMap<string, readonly FacetValue[]>;
  } {
    this.#read();
    const { start, duration } = this.#numbers;
    const offset = zoneOffsets(knownZone(zone) ?? 'utc');
    const columns: ReadonlyMap<string, FacetColumn> = new Map([
      ...[...this.#lists].map(([facet, { column }]) => [facet, column] as const),
      ...numberFacets({
        length: this.#count,
        start: start.column.values,
        duration: duration.column.values,
        offset,
      }),
    ]);
    const { rows, counts } = filterRows({
      count: this.#count,
      gone: [],
      facets: columns,
      choices,
      ranges: ranges.map(({ of, from, to }) => ({ values: this.#numbers[of].column.values, from, to })),
    });
    const values = facets.flatMap((facet) => {
      const [column, codes] = [columns.get(facet), counts.get(facet)];
      return column && codes ? [[facet, valuesInOrder(facet, { column, counts: codes })] as const] : [];
    });
    return { passing: rows.length, facets: new Map(values) };
  }

  #read(): void {
    const sessions = this.#waiting;
    this.#waiting = [];
    for (const column of [...Object.values(this.#numbers), ...this.#lists.values()]) column.read(sessions);
  }
}

class Numbers {
  readonly column = new NumberColumn();
  readonly #writer: ColumnWriter<unknown>;

  constructor(name: ColumnName) {
    this.#writer = new ColumnWriter(columnSource(name));
  }

  read(sessions: readonly unknown[]): void {
    const chunk = this.#writer.write(sessions);
    if (chunk.type === 'numbers') this.column.append(chunk);
  }
}

class Lists {
  readonly column = new ListColumn();
  readonly #writer: ColumnWriter<unknown>;

  constructor(name: ColumnName) {
    this.#writer = new ColumnWriter(columnSource(name));
  }

  read(sessions: readonly unknown[]): void {
    const chunk = this.#writer.write(sessions);
    if (chunk.type === 'lists') this.column.append(chunk);
  }
}
