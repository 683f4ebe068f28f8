import { readFile, rm, writeFile } from 'node:fs/promises';
import type { SearchRequest } from '../../domain/query/request.ts';
import type { StoredRequest } from '../../domain/query/storedRequest.ts';
import { restoredRequest, storedRequest } from '../../domain/query/storedRequest.ts';
import type { ConnectionChoice } from '../connection/chooseConnection.ts';

/** What is read to its end, and of which service: what every task that can be gone on with begins with. */
export interface Task {
  readonly choice: ConnectionChoice;
  /** The connection that the query names. */
  readonly query?: string | undefined;
  /** Whose settings count. */
  readonly folder: string;
  readonly service: string;
  readonly request: SearchRequest;
  readonly masked: boolean;
}

/** Only who wrote it may read it. */
const mode = 0o600;

/** Keeps a task in a file. `isNew`: it fails where there is one already. */
export async function saveTask(file: string, task: Task, { isNew = false } = {}): Promise<void> {
  const stored = { ...task, request: storedRequest(task.request) };
  await writeFile(file, JSON.stringify(stored), { mode, flag: isNew ? 'wx' : 'w' });
}

/** The task that a file keeps; undefined where there is none. */
export async function loadTask<T extends Task>(file: string): Promise<T | undefined> {
  try {
    const stored = JSON.parse(await readFile(file, 'utf8')) as Omit<T, 'request'> & { readonly request: StoredRequest };
    return { ...stored, request: restoredRequest(stored.request) } as unknown as T;
  } catch {
    return undefined;
  }
}

export async function removeTask(file: string): Promise<void> {
  await rm(file, { force: true });
}
