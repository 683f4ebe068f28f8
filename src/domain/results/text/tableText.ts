import { csvCell } from '../../sharing/csvCell.ts';
import { withoutFormula } from '../../text/withoutFormula.ts';

export interface TextTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A table as it is pasted into a spreadsheet: no cell becomes a formula, and none breaks a line. */
export function tsvOf({ head, rows }: TextTable): string {
  return [head, ...rows].map((cells) => cells.map(tsvCell).join('\t')).join('\n');
}

/** A table for a file that spreadsheets open, as RFC 4180 has it. */
export function csvOf({ head, rows }: TextTable): string {
  // The mark tells spreadsheets that it is UTF-8.
  return `\uFEFF${[head, ...rows].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`;
}

/** A table in Markdown, whose cells are shown as they are written. */
export function markdownOf({ head, rows }: TextTable): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head.map(markdownCell)), line(head.map(() => '---')), ...rows.map((row) => line(row.map(markdownCell)))]
    .join('\n')
    .concat('\n');
}

function tsvCell(text: string): string {
  return withoutFormula(text).replaceAll(/[\t\r\n\u2028\u2029]+/gu, ' ');
}

function markdownCell(text: string): string {
  return text.replaceAll(/[\r\n\u2028\u2029]+/gu, ' ').replaceAll(/[\\`*_[\]<>#|~&!]/gu, (sign) => `\\${sign}`);
}
