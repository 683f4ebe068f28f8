import { joinedValues } from '../../domain/json/joinedValues.ts';
import { parseJson } from '../../domain/json/parseJson.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import { sessionOf, sessionsIn } from '../../domain/session/sessionsIn.ts';
import { FileProblem } from './fileProblem.ts';
import { readRegularFile } from './readRegularFile.ts';
import { ofOneLine, SessionFile } from './sessionFile.ts';
import type { SessionSource } from './sessionSource.ts';
import { textBytes, textOf } from './textBytes.ts';

const lineFeed = 0x0a;

/**
 * The sessions of a file: one on each line, one JSON list, the answer of a search as it came, one session alone, or several of these behind
 * each other. Tells of the share that is read. Throws an error that says where it is none.
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
    : !isSession && (!first || sessionsIn(first.value) !== undefined);
  if (isWhole) return sessionsOf(file, bytes);
  const lines = new SessionFile(file, bytes);
  return lines.isPlain ? lines : sessionsOf(file, bytes);
}

function sessionsOf(file: string, bytes: Buffer): readonly SessionDocument[] {
  const { places, end } = joinedValues(bytes);
  const isJoined = places.length > 1 || (places.length > 0 && end < bytes.length);
  const found = places.map((place): readonly SessionDocument[] => {
    const value = parseJson(textOf(bytes.subarray(place.start, place.end)) ?? '');
    return sessionsOfValue(value, () => (isJoined ? `${file}, line ${lineOf(bytes, place.start)}` : file));
  });
  if (end < bytes.length) throw new Error(whereNoJson(file, bytes, { end, isJoined }));
  if (places.length === 0) throw new FileProblem('empty', file);
  return found.flat();
}

/** Throws an error that says which of them is none; `where` is asked only then. */
function sessionsOfValue(value: unknown, where: () => string): readonly SessionDocument[] {
  const found = sessionsIn(value);
  if (!found) throw new Error(`${where()}: neither a session nor the answer of a search`);
  const sessions = found.map(sessionOf);
  const odd = sessions.indexOf(undefined);
  if (odd >= 0) throw new Error(`${where()}, session ${odd + 1}: no session`);
  return sessions as readonly SessionDocument[];
}

function whereNoJson(file: string, bytes: Buffer, { end, isJoined }: { end: number; isJoined: boolean }): string {
  if (!isJoined) return `${file}: ${whyNoJson(bytes.subarray(end))}`;
  // A document that goes on over many lines is told as a whole: where it goes wrong is not in its first.
  const lineEnd = bytes.indexOf(lineFeed, end);
  const why = whyNoJson(bytes.subarray(end, lineEnd < 0 ? undefined : lineEnd));
  return `${file}, line ${lineOf(bytes, end)}: ${ofOneLine(why)}`;
}

function whyNoJson(bytes: Uint8Array): string {
  try {
    JSON.parse(textOf(bytes) ?? '');
    return 'no JSON';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function lineOf(bytes: Uint8Array, end: number): number {
  let line = 1;
  for (let at = bytes.indexOf(lineFeed); at >= 0 && at < end; at = bytes.indexOf(lineFeed, at + 1)) line++;
  return line;
}

function parsed(bytes: Uint8Array): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(textOf(bytes) ?? '') };
  } catch {
    return undefined;
  }
}
