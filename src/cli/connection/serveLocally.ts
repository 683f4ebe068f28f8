import { stat } from 'node:fs/promises';
import type { UnfoundSessions } from '../../domain/connections/unfoundSessions.ts';
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
  readonly unfound: UnfoundSessions | undefined;
  /** The same as long as the file is. */
  readonly version: string;
  close(): Promise<void>;
}

/** Serves the sessions of a file; without one, the samples. Throws WrongUse when it cannot be read. */
export async function serveLocally(file: string | undefined, now: Date): Promise<LocalSessions> {
  const read = file === undefined ? undefined : await readSessions(file);
  const { origin, key, close } = await startEmulator({ now, ...(read ? { sessions: read.sessions } : {}) });
  return { origin, key, close, span: read?.span, unfound: read?.unfound, version: await versionOf(file) };
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

/** When the first and the last of them started, and which of them nobody finds. Reads each of them. */
function startsOf(sessions: SessionSource): Pick<LocalSessions, 'span' | 'unfound'> {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [undated, repeated] = [0, 0];
  const ids = new Set<string>();
  for (let doc = 0; doc < sessions.size; doc++) {
    const { id, session_start_time: start } = sessions.at(doc);
    if (id && ids.has(id)) repeated++;
    else if (id) ids.add(id);
    const time = parseServiceTime(start)?.getTime();
    if (time === undefined) undated++;
    else [from, to] = [Math.min(from, time), Math.max(to, time)];
  }
  // What is asked for is asked for to the second.
  const span = from > to ? undefined : { from: new Date(from), to: new Date(to + 999) };
  return { span, unfound: { count: sessions.size, undated, repeated } };
}
