import { plainText } from './plainText.ts';

export interface Column {
  readonly title: string;
  readonly isNumber?: boolean;
}

const longest = 60;

/** Rows under their titles, each column as wide as it has to be. What is too long ends with an ellipsis. */
export function textTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const { head, rowText } = tableOf(columns, rows);
  return [head, ...rows.map(rowText)].join('');
}

/** The lines of a table whose columns are as wide as some of its rows need: a wider cell moves what is behind it. */
export function tableOf(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): { readonly head: string; readonly rowText: (row: readonly string[]) => string } {
  const cellsOf = (row: readonly string[]): string[] => columns.map((_, at) => shortened(row[at] ?? ''));
  const titles = columns.map(({ title }) => title);
  const widths = titles.map(lengthOf);
  for (const row of rows) {
    for (const [at, cell] of cellsOf(row).entries()) widths[at] = Math.max(widths[at] ?? 0, lengthOf(cell));
  }
  const lineOf = (cells: readonly string[]): string => {
    const line = columns.map(({ isNumber }, at) => padded(cells[at] ?? '', widths[at] ?? 0, isNumber === true));
    return `${line.join('  ').trimEnd()}\n`;
  };
  return { head: lineOf(titles), rowText: (row) => lineOf(cellsOf(row)) };
}

/** Blanks in front of a cell's text stay: they show what it is within. */
function shortened(text: string): string {
  const letters = [...plainText(text)];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : letters.join('');
}

function padded(text: string, width: number, atEnd: boolean): string {
  const blanks = ' '.repeat(Math.max(0, width - lengthOf(text)));
  return atEnd ? `${blanks}${text}` : `${text}${blanks}`;
}

function lengthOf(text: string): number {
  return [...text].length;
}
