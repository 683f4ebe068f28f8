import { parseJson } from '../../domain/json/parseJson.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import { sessionOf } from '../../domain/session/sessionsIn.ts';
import { FileProblem } from './fileProblem.ts';
import type { SessionSource } from './sessionSource.ts';
import { textOf } from './textBytes.ts';

const lineFeed = 0x0a;
const blanks = new Set([0x20, 0x09, 0x0d]);

/**
 * The sessions of a file of one JSON document on each line. The file stays in memory as its bytes, and a line is read when its session
 * is asked for, so that large exports fit. Empty lines, a byte order mark and Windows line ends are fine.
 */
export class SessionFile implements SessionSource {
  readonly #file: string;
  readonly #bytes: Buffer;
  #isPlain = true;
  readonly #lines: { readonly start: number; readonly end: number; readonly number: number }[] = [];

  /** `bytes` as `textBytes` gives them. Throws a FileProblem when there is nothing but blanks. */
  constructor(file: string, bytes: Buffer) {
    this.#file = file;
    this.#bytes = bytes;
    let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    for (let number = 1; start < bytes.length; number++) {
      const found = bytes.indexOf(lineFeed, start);
      const end = found < 0 ? bytes.length : found;
      const [first, last] = this.#withoutBlanks(start, end);
      if (first < last) this.#lines.push({ start: first, end: last, number });
      if (first < last) this.#isPlain &&= bytes[first] === 0x7b && bytes[last - 1] === 0x7d;
      start = end + 1;
    }
    if (this.#lines.length === 0) throw new FileProblem('empty', file);
  }

  /** Whether an object may stand on each line: else there is something beside or between them. */
  get isPlain(): boolean {
    return this.#isPlain;
  }

  get size(): number {
    return this.#lines.length;
  }

  at(doc: number): SessionDocument {
    const { start, end, number } = this.#lines[doc] ?? { start: 0, end: 0, number: 0 };
    try {
      const session = sessionOf(parseJson(this.#textOf(start, end)));
      if (session) return session;
      throw new Error('no session');
    } catch (error) {
      throw new Error(
        `${this.#file}, line ${number}: ${ofOneLine(error instanceof Error ? error.message : String(error))}`,
      );
    }
  }

  /** A line may be written otherwise than the others: files are joined. */
  #textOf(start: number, end: number): string {
    const text = this.#bytes.toString('utf8', start, end);
    return text.includes('\uFFFD') ? (textOf(this.#bytes.subarray(start, end)) ?? text) : text;
  }

  #withoutBlanks(start: number, end: number): readonly [first: number, last: number] {
    let [first, last] = [start, end];
    while (first < last && blanks.has(this.#bytes[first] ?? 0)) first++;
    while (last > first && blanks.has(this.#bytes[last - 1] ?? 0)) last--;
    return [first, last];
  }
}

/** What is wrong with one line alone, as newer versions of Node say it, names that as line 1. */
export function ofOneLine(why: string): string {
  return why.replace(/ \(line \d+ column \d+\)$/u, '');
}
