import { isRecord } from '../../domain/json/looseValues.ts';
import { parseJson } from '../../domain/json/parseJson.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import { FileProblem } from './fileProblem.ts';
import type { SessionSource } from './sessionSource.ts';

const lineFeed = 0x0a;
const blanks = new Set([0x20, 0x09, 0x0d]);

/**
 * The sessions of a file of one JSON document on each line. The file stays in memory as its bytes, and a line is read when its session
 * is asked for, so that large exports fit. Empty lines, a byte order mark and Windows line ends are fine.
 */
export class SessionFile implements SessionSource {
  readonly #file: string;
  readonly #bytes: Buffer;
  readonly #lines: { readonly start: number; readonly end: number; readonly number: number }[] = [];

  /** Throws a FileProblem when there is nothing but blanks. */
  constructor(file: string, bytes: Buffer) {
    this.#file = file;
    this.#bytes = bytes;
    let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    for (let number = 1; start < bytes.length; number++) {
      const found = bytes.indexOf(lineFeed, start);
      const end = found < 0 ? bytes.length : found;
      if (!this.#isBlank(start, end)) this.#lines.push({ start, end, number });
      start = end + 1;
    }
    if (this.#lines.length === 0) throw new FileProblem('empty', file);
  }

  get size(): number {
    return this.#lines.length;
  }

  at(doc: number): SessionDocument {
    const { start, end, number } = this.#lines[doc] ?? { start: 0, end: 0, number: 0 };
    try {
      const value = parseJson(this.#bytes.toString('utf8', start, end));
      if (isRecord(value)) return value;
      throw new Error('expected a session, a JSON object');
    } catch (error) {
      throw new Error(`${this.#file}, line ${number}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  #isBlank(start: number, end: number): boolean {
    for (let at = start; at < end; at++) if (!blanks.has(this.#bytes[at] ?? 0)) return false;
    return true;
  }
}
