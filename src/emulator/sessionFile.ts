import { readFileSync } from 'node:fs';
import type { SessionDocument } from './sessionDocument.ts';

/** Reads sessions from a file of one JSON document on each line. Empty lines, a byte order mark and Windows line ends are fine. */
export function readSessionFile(file: string): SessionDocument[] {
  const sessions: SessionDocument[] = [];
  for (const { line, number } of linesOf(readFileSync(file))) {
    if (line.trim() === '') continue;
    sessions.push(parseLine(line, number));
  }
  return sessions;
}

/** The lines of a file that may be longer than a string can be. */
function* linesOf(bytes: Buffer): Generator<{ line: string; number: number }> {
  let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  for (let number = 1; start < bytes.length; number++) {
    const end = bytes.indexOf(0x0a, start);
    yield { line: bytes.toString('utf8', start, end < 0 ? bytes.length : end), number };
    if (end < 0) return;
    start = end + 1;
  }
}

function parseLine(line: string, number: number): SessionDocument {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new Error(`line ${number}: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`line ${number}: expected a session, a JSON object`);
  return value as SessionDocument;
}
