/** Values of each row, as codes of texts: those of a row begin where the row before ends. Code 0 is for a row that has none. */
export interface FacetColumn {
  readonly texts: readonly string[];
  readonly ends: ArrayLike<number>;
  readonly codes: ArrayLike<number>;
  /** Rows from here on have not come yet: nobody knows their values. */
  readonly length: number;
}

/** What was chosen of a facet: any of `wanted`, and none of `unwanted`. The empty text is for sessions without a value. */
export interface FacetChoice {
  readonly facet: string;
  readonly wanted: readonly string[];
  readonly unwanted: readonly string[];
}

/** A range of a number of each row: from `from` on, and below `to`. */
export interface NumberRange {
  readonly values: ArrayLike<number>;
  readonly from: number;
  readonly to: number;
}

export interface RowsToFilter {
  /** How many rows there are. */
  readonly count: number;
  /** Rows that are not to be shown at all. */
  readonly gone: readonly number[];
  readonly facets: ReadonlyMap<string, FacetColumn>;
  readonly choices: readonly FacetChoice[];
  readonly ranges: readonly NumberRange[];
}

export interface FilteredRows {
  /** In the order in which they came. */
  readonly rows: Uint32Array;
  /**
   * For each facet how many rows have each code, among those that everything but the choice in this facet lets through: what choosing one
   * more of its values would add.
   */
  readonly counts: ReadonlyMap<string, Uint32Array>;
}

const wantedMark = 1;
const unwantedMark = 2;
/** More than any number of choices that a row can fail. */
const out = 255;

/** The rows that pass all choices, and the counts of every facet. */
export function filterRows(input: RowsToFilter): FilteredRows {
  const { count, facets } = input;
  // How many choices a row fails, and the facet of the last of them: one that fails a single one still counts in that facet.
  const failed = new Uint8Array(count);
  const failedIn = new Uint8Array(count);
  for (const row of input.gone) failed[row] = out;
  for (const range of input.ranges) failRange(failed, range);
  const choices = input.choices.filter(({ wanted, unwanted }) => wanted.length + unwanted.length > 0);
  for (const [index, choice] of choices.entries()) {
    const column = facets.get(choice.facet);
    if (column) failChoice(failed, failedIn, { column, choice, index });
  }
  const counts = new Map<string, Uint32Array>();
  for (const [facet, column] of facets) {
    counts.set(facet, countFacet(column, { failed, failedIn, own: choices.findIndex((one) => one.facet === facet) }));
  }
  return { rows: passing(failed), counts };
}

function failRange(failed: Uint8Array, { values, from, to }: NumberRange): void {
  for (let row = 0; row < failed.length; row += 1) {
    const value = values[row] ?? Number.NaN;
    // What is no number is in no range.
    if (!(value >= from && value < to)) failed[row] = out;
  }
}

function failChoice(
  failed: Uint8Array,
  failedIn: Uint8Array,
  { column, choice, index }: { column: FacetColumn; choice: FacetChoice; index: number },
): void {
  const { texts, ends, codes, length } = column;
  const [wanted, unwanted] = [new Set(choice.wanted), new Set(choice.unwanted)];
  const marks = Uint8Array.from(texts, (text) =>
    unwanted.has(text) ? unwantedMark : wanted.has(text) ? wantedMark : 0,
  );
  const asksForSome = wanted.size > 0;
  for (let row = 0, at = 0; row < failed.length; row += 1) {
    let passes = !asksForSome;
    const end = row < length ? (ends[row] ?? at) : at;
    for (; at < end; at += 1) {
      const mark = marks[codes[at] ?? 0];
      if (mark === wantedMark) passes = true;
      else if (mark === unwantedMark) {
        passes = false;
        at = end;
      }
    }
    at = end;
    if (passes || failed[row] === out) continue;
    failed[row] = (failed[row] ?? 0) + 1;
    failedIn[row] = index;
  }
}

function countFacet(
  { texts, ends, codes, length }: FacetColumn,
  { failed, failedIn, own }: { failed: Uint8Array; failedIn: Uint8Array; own: number },
): Uint32Array {
  const counts = new Uint32Array(texts.length);
  const known = Math.min(length, failed.length);
  for (let row = 0, at = 0; row < known; row += 1) {
    const end = ends[row] ?? at;
    const fails = failed[row] ?? 0;
    if (fails === 0 || (fails === 1 && failedIn[row] === own)) {
      for (; at < end; at += 1) {
        const code = codes[at] ?? 0;
        counts[code] = (counts[code] ?? 0) + 1;
      }
    }
    at = end;
  }
  return counts;
}

function passing(failed: Uint8Array): Uint32Array {
  const rows = new Uint32Array(failed.length);
  let count = 0;
  for (let row = 0; row < failed.length; row += 1) {
    if (failed[row] !== 0) continue;
    rows[count] = row;
    count += 1;
  }
  return rows.slice(0, count);
}
