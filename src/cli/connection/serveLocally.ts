import { stat } from 'node:fs/promises';
import type { DateRange } from '../../domain/time/dates.ts';
import { parseServiceTime } from '../../domain/time/serviceTime.ts';
import { startEmulator } from '../../emulator/server/server.ts';
import { openSessions } from '../../emulator/sources/openSessions.ts';
import type { SessionSource } from '../../emulator/sources/sessionSource.ts';
import { sourceOf } from '../../emulator/sources/sessionSource.ts';
import { WrongUse } from '../outcome/wrongUse.ts';

/** Sessions that this process serves itself. */
export interface LocalSessions {
  readonly origin: string;
  readonly key: string;
  readonly span: DateRange | undefined;
  /** The same as long as the file is. */
  readonly version: string;
  close(): Promise<void>;
}

/** Serves the sessions of a file; without one, the samples. Throws WrongUse when it cannot be read. */
export async function serveLocally(file: string | undefined, now: Date): Promise<LocalSessions> {
  const sessions = file === undefined ? undefined : sourceOf(await sessionsOf(file));
  const { origin, key, close } = await startEmulator({ now, ...(sessions ? { sessions } : {}) });
  return { origin, key, close, span: sessions && spanOf(sessions), version: await versionOf(file) };
}

async function versionOf(file: string | undefined): Promise<string> {
  if (file === undefined) return 'sample';
  const { size, mtimeMs } = await stat(file);
  return `${file} ${size} ${mtimeMs}`;
}

async function sessionsOf(file: string): ReturnType<typeof openSessions> {
  try {
    return await openSessions(file);
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
}

/** When the first and the last of them started; undefined where none says when. */
function spanOf(sessions: SessionSource): DateRange | undefined {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let doc = 0; doc < sessions.size; doc++) {
    const time = parseServiceTime(sessions.at(doc).session_start_time)?.getTime();
    if (time === undefined) continue;
    from = Math.min(from, time);
    to = Math.max(to, time);
  }
  // What is asked for is asked for to the second.
  return from > to ? undefined : { from: new Date(from), to: new Date(to + 999) };
}
