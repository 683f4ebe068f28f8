import type { Stretch } from '../text/stretch.ts';
import { isSecretField, mayNameSecret } from './secretNames.ts';
import type { SecretStretch } from './secretValues.ts';
import { secretsOfStretch } from './secretValues.ts';
import type { Row, Separator } from './tableRows.ts';
import { endOfLine, readRow } from './tableRows.ts';
import { areColumns, isValueOf, looksLikeValue } from './valueOfSecret.ts';

const separators: readonly Separator[] = [
  // Headers of wikis have two, and the rows below them one.
  ...['||', '!!', '|', '│', '║', '┃', '^'].map((mark) => ({ mark, isFrame: true })),
  ...['\t', ';', ','].map((mark) => ({ mark, isFrame: false })),
];

/** What may be written for a line between rows: `|---|:-:|`, `+----+`. */
const rule = /^[\s|+:=─-╿-]+$/u;
/** What stands in sentences, too. */
const mayBeSentence = /[,;]/;
/** A header is no longer. */
const longestHeader = 4000;
const betweenCells = /[,;\t|│║┃^]|!!/u;

/** The cells of tables that stand in a column called like a secret, or behind a cell that is. In order. */
export function secretsOfTables(text: string): readonly SecretStretch[] {
  if (!betweenCells.test(text)) return [];
  const found: SecretStretch[] = [];
  let at = 0;
  while (at < text.length) {
    const line = text.slice(at, endOfLine(text, at).start);
    const isTelling = line.length <= longestHeader && betweenCells.test(line) && mayNameSecret(line);
    at = (isTelling ? readTable(text, at, found) : undefined) ?? endOfLine(text, at).end;
  }
  return found;
}

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
        // MediaWiki and Creole mark the names of columns.
        .replaceAll(/^(?:[!=]|_\.)\s?|\s?=$/gu, '')
        .trim(),
    );
    const columns = isSentence(text, header, separator) ? undefined : columnsOf(names, separator);
    if (columns) {
      const isCode = separator.mark === '||' && !text.slice(start, header.end).trimStart().startsWith('||');
      const end = readRows(text, header.end, { columns, count: names.length, separator, isCode, found });
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
  /** It may be an expression of a programming language: only what looks like a secret is one. */
  readonly isCode: boolean;
  readonly found: SecretStretch[];
}

/** Reads the rows below a header; where they end, undefined when there are none. */
function readRows(text: string, start: number, table: Table): number | undefined {
  const { count, separator } = table;
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
    const { cells, end } = readRow(text, at, separatorOf(written, separator));
    if (cells.length < 2 && !separator.isFrame) break;
    if (rows === 0 && cells.length < count) break;
    if (separator.isFrame && !/[|│║┃]/u.test(written)) break;
    addRow(text, cells, table);
    rows += 1;
    at = end;
  }
  return rows === 0 ? undefined : at;
}

/** Below a header with two of a mark, a row that begins with one has one. */
function separatorOf(written: string, separator: Separator): Separator {
  const { mark } = separator;
  // Headers of MediaWiki and of DokuWiki have other marks than the rows below.
  if ((mark === '!!' || mark === '^') && /^\s*\|/.test(written))
    return { ...separator, mark: written.includes('||') ? '||' : '|' };
  const isSingle = mark === '||' && (/^\s*\|(?!\|)/.test(written) || !written.includes('||'));
  return isSingle ? { ...separator, mark: '|' } : separator;
}

function addRow(text: string, cells: readonly Stretch[], { columns, count, isCode, found }: Table): void {
  // A value may have what separates cells, too.
  const more = Math.max(0, cells.length - count);
  columns.forEach((name, index) => {
    const [first, last] = [cells[index], cells[Math.min(index + more, cells.length - 1)]];
    if (name === undefined || !first || !last) return;
    if (!isCode || looksLikeValue(text.slice(first.start, last.end)))
      found.push(...secretsOfStretch(text, { name, start: first.start, end: last.end }));
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
  found.push(...secretsOfStretch(text, { ...value, name }));
  return true;
}
