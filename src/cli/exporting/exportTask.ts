import { readFile, rm, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import type { ExportFormat } from '../../api/export/exportFormats.ts';
import type { SearchRequest } from '../../domain/query/request.ts';
import type { StoredRequest } from '../../domain/query/storedRequest.ts';
import { restoredRequest, storedRequest } from '../../domain/query/storedRequest.ts';
import { PartialFile } from '../../machine/partialFile.ts';
import type { ConnectionChoice } from '../connection/chooseConnection.ts';

/** What is exported and where to: all that is needed to go on with it. It is kept beside the file until that is whole. */
export interface ExportTask {
  readonly choice: ConnectionChoice;
  /** The connection that the query names. */
  readonly query?: string | undefined;
  /** Whose settings count. */
  readonly folder: string;
  readonly service: string;
  readonly request: SearchRequest;
  readonly format: ExportFormat;
  readonly whole: boolean;
  readonly masked: boolean;
  readonly file: string;
  /** What it is called until it is whole. */
  readonly partial: string;
}

type StoredTask = Omit<ExportTask, 'request'> & { readonly request: StoredRequest };

const mode = 0o600;

/** Begins an export; from here on it can be gone on with. */
export async function beginTask(about: Omit<ExportTask, 'partial'>): Promise<ExportTask> {
  const partial = await PartialFile.create(about.file);
  await partial.close();
  const task: ExportTask = { ...about, partial: partial.path };
  const stored: StoredTask = { ...task, request: storedRequest(task.request) };
  await writeFile(taskFile(about.file), JSON.stringify(stored), { mode });
  return task;
}

/** The export to a file that stopped before its end. */
export async function leftTask(file: string): Promise<ExportTask | undefined> {
  try {
    const stored = JSON.parse(await readFile(taskFile(file), 'utf8')) as StoredTask;
    return { ...stored, request: restoredRequest(stored.request) };
  } catch {
    return undefined;
  }
}

export async function forgetTask({ file }: Pick<ExportTask, 'file'>): Promise<void> {
  await rm(taskFile(file), { force: true });
}

/** Where it is kept how far it is. */
export function journalFile({ partial }: Pick<ExportTask, 'partial'>): string {
  return `${partial}.journal`;
}

function taskFile(file: string): string {
  const { dir, base } = parse(file);
  return join(dir, `.${base}.export`);
}
