import { plainText } from './plainText.ts';

export interface Column {
  readonly title: string;
  readonly isNumber?: boolean;
}

const longest = 60;

/** Rows under their titles, each column as wide as it has to be. What is too long ends with an ellipsis. */
export function textTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => columns.map((_, at) => shortened(row[at] ?? '')));
  const lines = [columns.map(({ title }) => title), ...cells];
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => lengthOf(line[at] ?? ''))));
  return lines
    .map((line) =>
      columns
        .map(({ isNumber }, at) => padded(line[at] ?? '', widths[at] ?? 0, isNumber === true))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
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
