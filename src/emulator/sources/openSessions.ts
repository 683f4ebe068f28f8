import { isRecord } from '../../domain/json/looseValues.ts';
import { parseJson } from '../../domain/json/parseJson.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import { FileProblem } from './fileProblem.ts';
import { readRegularFile } from './readRegularFile.ts';
import { SessionFile } from './sessionFile.ts';
import type { SessionSource } from './sessionSource.ts';

/**
 * The sessions of an exported file: one on each line, or one JSON list, or one session alone. Tells of the share that is read. Throws an
 * error that says where it is none.
 */
export async function openSessions(
  file: string,
  onProgress?: (share: number) => void,
): Promise<readonly SessionDocument[] | SessionSource> {
  return sessionsIn(file, await readRegularFile(file, onProgress));
}

function sessionsIn(file: string, bytes: Buffer): readonly SessionDocument[] | SessionSource {
  if (!/\.json$/i.test(file)) return new SessionFile(file, bytes);
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  if (text.trim() === '') throw new FileProblem('empty', file);
  const sessions = listIn(file, text);
  const odd = sessions.findIndex((one) => !isRecord(one));
  if (odd >= 0) throw new Error(`${file}, session ${odd + 1}: expected a session, a JSON object`);
  return sessions as SessionDocument[];
}

function listIn(file: string, text: string): readonly unknown[] {
  try {
    const value = parseJson(text);
    return Array.isArray(value) ? value : [value];
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
