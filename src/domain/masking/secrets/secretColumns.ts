import type { Stretch } from '../text/stretch.ts';
import { isSecretField, mayNameSecret } from './secretNames.ts';
import type { SecretStretch } from './secretValues.ts';
import { secretsOfStretch } from './secretValues.ts';
import { endOfLine } from './tableRows.ts';
import { areColumns, isValueOf, looksLikeValue } from './valueOfSecret.ts';

/** Something of every table whose columns are set apart by blanks. */
const apart = /\S {2,}\S/;
const cell = /\S+(?: \S+)*/g;
/** Dashes that say how wide each column is. */
const rule = /^[ ]*[-=─]{2,}(?: +[-=─]{2,})*[ ]*$/u;
/** A header is no longer. */
const longestHeader = 1000;

/** The cells in a column of blanks that is called like a secret, and values that stand apart behind a secret's name. In order. */
export function secretsOfColumns(text: string): readonly SecretStretch[] {
  if (!apart.test(text)) return [];
  const found: SecretStretch[] = [];
  let at = 0;
  while (at < text.length) {
    const line = endOfLine(text, at);
    const written = text.slice(at, line.start);
    const isTelling = written.length <= longestHeader && apart.test(written) && mayNameSecret(written);
    at = (isTelling ? readColumns(text, { start: at, written, next: line.end }, found) : undefined) ?? line.end;
  }
  return found;
}

interface Header {
  readonly start: number;
  readonly written: string;
  /** Where the line below begins. */
  readonly next: number;
}

/** Reads a table, or a pair, whose first line is given; where it ends, undefined when it is none. */
function readColumns(text: string, { start, written, next }: Header, found: SecretStretch[]): number | undefined {
  const names = cellsOf(written);
  const called = names.map((one) => written.slice(one.start, one.end));
  if (!areColumns(called) || !called.some(isSecretField)) {
    addPair(text, { start, names, called }, found);
    return undefined;
  }
  let at = next;
  let columns: readonly Stretch[] = names;
  const under = lineAt(text, at);
  if (rule.test(under.written)) {
    const rules = cellsOf(under.written.replaceAll(/ +/g, (blanks) => blanks.padEnd(2)));
    if (rules.length === names.length && !/ {2}/.test(under.written.trim())) columns = spansOf(under.written);
    else if (rules.length === names.length) columns = cellsOf(under.written);
    at = under.next;
  }
  let rows = 0;
  for (; at < text.length; ) {
    const row = lineAt(text, at);
    const cells = cellsOf(row.written);
    if (cells.length < 2 || (rows === 0 && !areAligned(columns, cells))) break;
    called.forEach((name, index) => {
      const value = isSecretField(name) ? valueIn(row.written, { columns, index, cells }) : undefined;
      if (value) found.push(...secretsOfStretch(text, { name, start: at + value.start, end: at + value.end }));
    });
    rows += 1;
    at = row.next;
  }
  return rows === 0 ? undefined : at;
}

/** `password    hunter2` */
function addPair(
  text: string,
  { start, names, called }: { start: number; names: readonly Stretch[]; called: readonly string[] },
  found: SecretStretch[],
): void {
  const [[name = '', value = ''], second] = [called, names[1]];
  if (names.length !== 2 || !second || !isSecretField(name) || !areColumns([name])) return;
  if (!isValueOf(name, value) || !looksLikeValue(value) || /\s/.test(value)) return;
  found.push(...secretsOfStretch(text, { name, start: start + second.start, end: start + second.end }));
}

function lineAt(text: string, at: number): { readonly written: string; readonly next: number } {
  const { start, end } = endOfLine(text, at);
  return { written: text.slice(at, start), next: end };
}

function cellsOf(line: string): readonly Stretch[] {
  return spans(line, cell);
}

/** What has one blank between is set apart in a line of rules. */
function spansOf(line: string): readonly Stretch[] {
  return spans(line, /\S+/g);
}

function spans(line: string, pattern: RegExp): readonly Stretch[] {
  return [...line.matchAll(pattern)].map(({ 0: { length }, index }) => ({ start: index, end: index + length }));
}

/** Whether the cells of a row stand below the names: each begins or ends where one does, or lies within it. */
function areAligned(columns: readonly Stretch[], cells: readonly Stretch[]): boolean {
  const isBelow = ({ start, end }: Stretch): boolean =>
    columns.some(
      (column) => column.start === start || column.end === end || (column.start < start && end < column.end),
    );
  return cells.every(isBelow);
}

interface Place {
  readonly columns: readonly Stretch[];
  readonly index: number;
  readonly cells: readonly Stretch[];
}

/** What of a row stands below a name. */
function valueIn(line: string, { columns, index, cells }: Place): Stretch | undefined {
  const column = columns[index];
  if (!column) return undefined;
  if (cells.length === columns.length) return cells[index];
  const below = cells.find(({ start, end }) => start < column.end && end > column.start);
  if (!below) return undefined;
  // It may begin in the column in front, and go on into the one behind.
  const start = below.start < column.start && line.charAt(column.start - 1) === ' ' ? column.start : below.start;
  const behind = columns[index + 1];
  const isInNext = behind !== undefined && below.end > behind.start && line.charAt(behind.start - 1) === ' ';
  return { start, end: isInNext ? line.slice(0, behind.start).trimEnd().length : below.end };
}
