/** A column that is searched: the words of each of its different texts, by code. */
export interface SearchedColumn {
  readonly texts: readonly string[];
  readonly wordsOf: (text: string) => string;
  readonly codeOf: (row: number) => number;
}

/** Where a cell was found. */
export interface FoundCell {
  readonly line: number;
  readonly column: number;
}

/** The cells whose words hold what is searched for, in the order in which they stand: upper and lower case are one. */
export function findInColumns(
  lines: Int32Array,
  columns: readonly (SearchedColumn | undefined)[],
  searched: string,
): readonly FoundCell[] {
  const wanted = searched.trim().toLowerCase();
  if (wanted === '') return [];
  // Each different text is looked into once, however many rows have it.
  const marks = columns.map((column) => column && marksOf(column, wanted));
  const found: FoundCell[] = [];
  for (let line = 0; line < lines.length; line += 1) {
    const row = lines[line] ?? -1;
    if (row < 0) continue;
    for (const [index, column] of columns.entries()) {
      if (column && marks[index]?.[column.codeOf(row)] === 1) found.push({ line, column: index });
    }
  }
  return found;
}

function marksOf({ texts, wordsOf }: SearchedColumn, wanted: string): Uint8Array {
  return Uint8Array.from(texts, (text, code) =>
    code > 0 && (text.toLowerCase().includes(wanted) || wordsOf(text).toLowerCase().includes(wanted)) ? 1 : 0,
  );
}
