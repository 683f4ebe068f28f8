import type { Stretch } from '../text/stretch.ts';

/** What stands between the cells of a row; `isFrame`: rows may begin and end with it. */
export interface Separator {
  readonly mark: string;
  readonly isFrame: boolean;
}

/** A cell in quotes is no longer. */
const longestCell = 4000;
const lineEnd = /\r\n|[\n\r]|$/g;

/** A row, without what frames it, and where the next begins. */
export interface Row {
  readonly cells: readonly Stretch[];
  readonly end: number;
}

/** A row that begins at `start`: its cells, without quotes, which may have separators and ends of lines within. */
export function readRow(text: string, start: number, { mark, isFrame }: Separator): Row {
  const cells: Stretch[] = [];
  let at = blanksEnd(text, start, mark);
  const isFramed = isFrame && text.startsWith(mark, at);
  if (isFramed) at += mark.length;
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
    at = stop + mark.length;
  }
}

function blanksEnd(text: string, start: number, mark: string): number {
  let at = start;
  while (!text.startsWith(mark, at) && /[ \t\uFEFF]/.test(text.charAt(at))) at += 1;
  return at;
}

function cellEnd(text: string, start: number, mark: string): number {
  let at = start;
  while (at < text.length && !/[\n\r]/.test(text.charAt(at)) && !text.startsWith(mark, at)) {
    at += mark.startsWith('|') && text.startsWith('\\|', at) ? 2 : 1;
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
export function endOfLine(text: string, at: number): Stretch {
  lineEnd.lastIndex = at;
  const found = lineEnd.exec(text);
  const start = found?.index ?? text.length;
  return { start, end: Math.max(start + (found?.[0].length ?? 0), at + 1) };
}
