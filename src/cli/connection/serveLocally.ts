import { stat } from 'node:fs/promises';
import type { DateRange } from '../../domain/time/dates.ts';
import { parseServiceTime } from '../../domain/time/serviceTime.ts';
import { startEmulator } from '../../emulator/server/server.ts';
import { openSessions } from '../../emulator/sources/openSessions.ts';
import type { SessionSource } from '../../emulator/sources/sessionSource.ts';
import { sourceOf } from '../../emulator/sources/sessionSource.ts';
import { WrongUse } from '../outcome/wrongUse.ts';
import { errorSentence } from '../words/errorSentence.ts';

/** Sessions that this process serves itself. */
export interface LocalSessions {
  readonly origin: string;
  readonly key: string;
  readonly span: DateRange | undefined;
  /** How many sessions of a file say no start that can be read, of how many: no range has them. */
  readonly undated: { readonly count: number; readonly of: number };
  /** The same as long as the file is. */
  readonly version: string;
  close(): Promise<void>;
}

/** Serves the sessions of a file; without one, the samples. Throws WrongUse when it cannot be read. */
export async function serveLocally(file: string | undefined, now: Date): Promise<LocalSessions> {
  const read = file === undefined ? undefined : await readSessions(file);
  const { origin, key, close } = await startEmulator({ now, ...(read ? { sessions: read.sessions } : {}) });
  const { span, undated = { count: 0, of: 0 } } = read ?? {};
  return { origin, key, close, span, undated, version: await versionOf(file) };
}

async function readSessions(file: string) {
  try {
    const sessions = sourceOf(await openSessions(file));
    return { sessions, ...startsOf(sessions) };
  } catch (error) {
    throw new WrongUse(errorSentence(error));
  }
}

async function versionOf(file: string | undefined): Promise<string> {
  if (file === undefined) return 'sample';
  const { size, mtimeMs } = await stat(file);
  return `${file} ${size} ${mtimeMs}`;
}

/** When the first and the last of them started, and how many do not say when. Reads each of them. */
function startsOf(sessions: SessionSource): Pick<LocalSessions, 'span' | 'undated'> {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let count = 0;
  for (let doc = 0; doc < sessions.size; doc++) {
    const time = parseServiceTime(sessions.at(doc).session_start_time)?.getTime();
    if (time === undefined) count++;
    else [from, to] = [Math.min(from, time), Math.max(to, time)];
  }
  // What is asked for is asked for to the second.
  const span = from > to ? undefined : { from: new Date(from), to: new Date(to + 999) };
  return { span, undated: { count, of: sessions.size } };
}
