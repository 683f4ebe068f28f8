import { jsonLines } from '../../domain/json/jsonLines.ts';
import { parseJson } from '../../domain/json/parseJson.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import { sessionOf, sessionsIn } from '../../domain/session/sessionsIn.ts';
import { FileProblem } from './fileProblem.ts';
import { readRegularFile } from './readRegularFile.ts';
import { SessionFile } from './sessionFile.ts';
import type { SessionSource } from './sessionSource.ts';
import { textBytes, textOf } from './textBytes.ts';

const lineFeed = 0x0a;

/**
 * The sessions of a file: one on each line, one JSON list, the answer of a search as it came, or one session alone. Tells of the share
 * that is read. Throws an error that says where it is none.
 */
export async function openSessions(
  file: string,
  onProgress?: (share: number) => void,
): Promise<readonly SessionDocument[] | SessionSource> {
  return sessionsOfFile(file, textBytes(file, await readRegularFile(file, onProgress)));
}

function sessionsOfFile(file: string, bytes: Buffer): readonly SessionDocument[] | SessionSource {
  const end = bytes.indexOf(lineFeed);
  const first = parsed(bytes.subarray(0, end < 0 ? bytes.length : end));
  const isSession = first !== undefined && sessionOf(first.value) !== undefined;
  // A first line that is a session begins a file of lines, whatever the file is called; one that holds all of them does not.
  const isWhole = /\.json(?:\.gz)?$/i.test(file)
    ? end < 0 || !isSession
    : first
      ? !isSession && sessionsIn(first.value) !== undefined
      : isOpening(bytes, end);
  return isWhole ? sessionsOf(file, bytes) : new SessionFile(file, bytes);
}

function sessionsOf(file: string, bytes: Buffer): readonly SessionDocument[] {
  const text = textOf(bytes) ?? '';
  if (text.trim() === '') throw new FileProblem('empty', file);
  const sessions = sessionsIn(documentOf(file, text));
  if (!sessions) throw new Error(`${file}: neither a session nor the answer of a search`);
  const odd = sessions.findIndex((one) => !sessionOf(one));
  if (odd >= 0) throw new Error(`${file}, session ${odd + 1}: no session`);
  return sessions as SessionDocument[];
}

/** The JSON of a file; of several documents, each on its line, the sessions of all. */
function documentOf(file: string, text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    const lines = jsonLines(text);
    if (lines) return lines.flatMap((value) => sessionsIn(value) ?? [value]);
    const several = /^\s*[[{][\s\S]*?[\]}]\s*,?\s*[[{]/.test(text) && /after JSON/.test(String(error));
    throw new Error(
      several
        ? `${file}: several JSON documents that are no list; write each on a line of its own`
        : `${file}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** Whether the first line only opens what others fill. */
function isOpening(bytes: Buffer, end: number): boolean {
  return end >= 0 && /^\s*[[{]\s*$/.test(bytes.toString('latin1', bytes[0] === 0xef ? 3 : 0, end));
}

function parsed(bytes: Uint8Array): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(textOf(bytes) ?? '') };
  } catch {
    return undefined;
  }
}
