import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { SessionDocument } from '../../domain/session/session.ts';
import { openSessions } from '../../emulator/sources/openSessions.ts';
import { sourceOf } from '../../emulator/sources/sessionSource.ts';
import { WrongUse } from '../outcome/wrongUse.ts';
import { errorSentence } from '../words/errorSentence.ts';

const ending = '.insights-session.json';

/** The sessions of the files and folders that a query names as its fixtures, by their paths from its own. Throws WrongUse where one holds none. */
export async function fixtureSessions(
  fixtures: readonly string[],
  folder: string,
): Promise<readonly SessionDocument[]> {
  const found = await Promise.all(fixtures.map((name) => sessionsAt(name, resolve(folder, name))));
  return found.flat();
}

async function sessionsAt(name: string, path: string): Promise<readonly SessionDocument[]> {
  const isFolder = await stat(path).then(
    (stats) => stats.isDirectory(),
    () => {
      throw new WrongUse(`The fixture ${name} doesn’t exist.`);
    },
  );
  if (!isFolder) return sessionsOf(name, path);
  const names = (await readdir(path, { recursive: true })).filter((one) => one.endsWith(ending)).sort();
  if (names.length === 0) throw new WrongUse(`The folder of fixtures ${name} holds no session (NAME${ending}).`);
  const found = await Promise.all(names.map((one) => sessionsOf(join(name, one), join(path, one))));
  return found.flat();
}

async function sessionsOf(name: string, path: string): Promise<readonly SessionDocument[]> {
  try {
    const sessions = sourceOf(await openSessions(path));
    return Array.from({ length: sessions.size }, (_, doc) => sessions.at(doc));
  } catch (error) {
    throw new WrongUse(`The fixture ${name} isn’t a session. ${errorSentence(error)}`);
  }
}
