import type { Stretch } from '../text/stretch.ts';
import { isSecretField, nameOfSecret } from './secretNames.ts';
import type { SecretStretch } from './secretValues.ts';
import { secretsOfValue } from './secretValues.ts';
import { areColumns, isValueOf, looksLikeValue } from './valueOfSecret.ts';

/** What stands between the cells of a row; `isFrame`: rows may begin and end with it. */
const separators: readonly { readonly mark: string; readonly isFrame: boolean }[] = [
  { mark: '|', isFrame: true },
  { mark: '│', isFrame: true },
  { mark: '\t', isFrame: false },
  { mark: ';', isFrame: false },
  { mark: ',', isFrame: false },
];
type Separator = (typeof separators)[number];

/** What may be written for a line between rows: `|---|:-:|`, `+----+`. */
const rule = /^[\s|+:=─-╿-]+$/u;
/** What stands in sentences, too. */
const mayBeSentence = /[,;]/;
const lineEnd = /\r\n|[\n\r]|$/g;
/** A header is no longer, and a cell in quotes. */
const [longestHeader, longestCell] = [4000, 4000];

/** A row, without what frames it, and where the next begins. */
interface Row {
  readonly cells: readonly Stretch[];
  readonly end: number;
}

/** The cells of tables that stand in a column called like a secret, or behind a cell that is. In order. */
export function secretsOfTables(text: string): readonly SecretStretch[] {
  if (!/[,;\t|│]/u.test(text)) return [];
  const found: SecretStretch[] = [];
  let at = 0;
  while (at < text.length) {
    const line = text.slice(at, endOfLine(text, at).start);
    const isTelling = line.length <= longestHeader && mayBeRow.test(line) && nameOfSecret.test(line);
    at = (isTelling ? readTable(text, at, found) : undefined) ?? endOfLine(text, at).end;
  }
  return found;
}

const mayBeRow = /[,;\t|│]/u;

/** Reads a table, or a pair, that begins at `start`; where it ends, undefined when none does. */
function readTable(text: string, start: number, found: SecretStretch[]): number | undefined {
  for (const separator of separators) {
    if (!text.slice(start, endOfLine(text, start).start).includes(separator.mark)) continue;
    const header = readRow(text, start, separator);
    // What a column is called may be told more of, in brackets.
    const names = header.cells.map(({ start, end }) =>
      text
        .slice(start, end)
        .replace(/\s?\([^()]{0,40}\)$/u, '')
        .trim(),
    );
    const columns = isSentence(text, header, separator) ? undefined : columnsOf(names, separator);
    if (columns) {
      const end = readRows(text, header.end, { columns, count: names.length, separator, found });
      if (end !== undefined) return end;
    }
    if (names.length === 2 && addPair(text, header.cells, { separator, found })) return header.end;
  }
  return undefined;
}

/** Whether a row is rather a line of a sentence, with a blank behind each comma and several words in a cell. */
function isSentence(text: string, { cells }: Row, { mark }: Separator): boolean {
  if (!mayBeSentence.test(mark)) return false;
  const isSpaced = cells.some(({ start }, index) => index > 0 && /\s/.test(text.charAt(start - 1)));
  return isSpaced && cells.some(({ start, end }) => /\S\s+\S+\s+\S/.test(text.slice(start, end)));
}

/** What each cell of a row is covered for, by its column's name. */
function columnsOf(names: readonly string[], { isFrame }: Separator): readonly (string | undefined)[] | undefined {
  if (names.length < (isFrame ? 1 : 2) || !areColumns(names)) return undefined;
  return names.some(isSecretField) ? names.map((name) => (isSecretField(name) ? name : undefined)) : undefined;
}

interface Table {
  readonly columns: readonly (string | undefined)[];
  readonly count: number;
  readonly separator: Separator;
  readonly found: SecretStretch[];
}

/** Reads the rows below a header; where they end, undefined when there are none. */
function readRows(text: string, start: number, { columns, count, separator, found }: Table): number | undefined {
  let [at, rows] = [start, 0];
  let isLoose = false;
  while (at < text.length) {
    const line = endOfLine(text, at);
    const written = text.slice(at, line.start);
    if (rule.test(written) || written.trim() === '') {
      // Behind an empty line something else begins, where the header has none behind it.
      if (written.trim() === '' && ((rows > 0 && !isLoose) || mayBeSentence.test(separator.mark))) break;
      isLoose ||= written.trim() === '';
      at = line.end;
      continue;
    }
    const { cells, end } = readRow(text, at, separator);
    if (cells.length < 2 && !separator.isFrame) break;
    if (rows === 0 && cells.length < count) break;
    if (separator.isFrame && !written.includes(separator.mark)) break;
    addRow(text, cells, { columns, count, separator, found });
    rows += 1;
    at = end;
  }
  return rows === 0 ? undefined : at;
}

function addRow(text: string, cells: readonly Stretch[], { columns, count, found }: Table): void {
  // A value may have what separates cells, too.
  const more = Math.max(0, cells.length - count);
  columns.forEach((name, index) => {
    const [first, last] = [cells[index], cells[Math.min(index + more, cells.length - 1)]];
    if (name !== undefined && first && last) add(text, { name, start: first.start, end: last.end }, found);
  });
}

/** `password;hunter2`, as rows of a table that has no header. */
function addPair(
  text: string,
  [named, value]: readonly Stretch[],
  { separator, found }: Pick<Table, 'separator' | 'found'>,
): boolean {
  if (!named || !value) return false;
  const [name, written] = [text.slice(named.start, named.end).trim(), text.slice(value.start, value.end)];
  if (!isSecretField(name) || !areColumns([name]) || !isValueOf(name, written)) return false;
  const isLoose = /\s\d/.test(name) || /\s/.test(text.slice(named.end, value.start));
  if (mayBeSentence.test(separator.mark) && (!looksLikeValue(written) || isLoose)) return false;
  add(text, { name, start: value.start, end: value.end }, found);
  return true;
}

function add(text: string, { name, start, end }: SecretStretch, found: SecretStretch[]): void {
  for (const secret of secretsOfValue(name, text.slice(start, end))) {
    found.push({ name: secret.name, start: start + secret.start, end: start + secret.end });
  }
}

/** A row that begins at `start`: its cells, without quotes, which may have separators and ends of lines within. */
function readRow(text: string, start: number, { mark, isFrame }: Separator): Row {
  const cells: Stretch[] = [];
  let at = blanksEnd(text, start, mark);
  const isFramed = isFrame && text.startsWith(mark, at);
  if (isFramed) at += 1;
  for (;;) {
    const begin = blanksEnd(text, at, mark);
    const quoted = quotedCell(text, begin, mark);
    const stop = quoted?.after ?? cellEnd(text, begin, mark);
    cells.push(quoted ?? { start: begin, end: begin + text.slice(begin, stop).trimEnd().length });
    if (!text.startsWith(mark, stop)) {
      const last = cells.at(-1);
      if (isFramed && last && last.start === last.end) cells.pop();
      return { cells, end: endOfLine(text, stop).end };
    }
    at = stop + 1;
  }
}

function blanksEnd(text: string, start: number, mark: string): number {
  let at = start;
  while (text.charAt(at) !== mark && /[ \t\uFEFF]/.test(text.charAt(at))) at += 1;
  return at;
}

function cellEnd(text: string, start: number, mark: string): number {
  let at = start;
  while (at < text.length && !/[\n\r]/.test(text.charAt(at)) && text.charAt(at) !== mark) {
    at += mark === '|' && text.startsWith('\\|', at) ? 2 : 1;
  }
  return Math.min(at, text.length);
}

/** A cell in quotes that closes in front of a separator or the end of its line. */
function quotedCell(text: string, start: number, mark: string): (Stretch & { readonly after: number }) | undefined {
  const quote = text.charAt(start);
  if (quote !== '"' && quote !== "'") return undefined;
  const most = Math.min(text.length, start + longestCell);
  for (let at = text.indexOf(quote, start + 1); at >= 0 && at < most; at = text.indexOf(quote, at + 1)) {
    if (text.charAt(at + 1) === quote) at += 1;
    else if (text.charAt(at - 1) !== '\\' || text.charAt(at - 2) === '\\') {
      const after = blanksEnd(text, at + 1, mark);
      if (after === text.length || text.startsWith(mark, after) || /[\n\r]/.test(text.charAt(after))) {
        return { start: start + 1, end: at, after };
      }
    }
  }
  return undefined;
}

/** The end of a line, from which the next begins. */
function endOfLine(text: string, at: number): Stretch {
  lineEnd.lastIndex = at;
  const found = lineEnd.exec(text);
  const start = found?.index ?? text.length;
  return { start, end: Math.max(start + (found?.[0].length ?? 0), at + 1) };
}
