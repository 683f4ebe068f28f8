import { createHash } from 'node:crypto';
import { join, parse } from 'node:path';
import type { ExportFormat } from '../../api/export/exportFormats.ts';
import { PartialFile } from '../../machine/partialFile.ts';
import type { Task } from '../tasks/taskFile.ts';
import { loadTask, removeTask, saveTask } from '../tasks/taskFile.ts';

/** What is exported and where to: all that is needed to go on with it. It is kept beside the file until that is whole. */
export interface ExportTask extends Task {
  readonly format: ExportFormat;
  readonly whole: boolean;
  readonly file: string;
  /** What it is called until it is whole. */
  readonly partial: string;
}

/** Begins an export; from here on it can be gone on with. */
export async function beginTask(about: Omit<ExportTask, 'partial'>): Promise<ExportTask> {
  const partial = await PartialFile.create(about.file);
  await partial.close();
  const task: ExportTask = { ...about, partial: partial.path };
  await saveTask(taskFile(about.file), task);
  return task;
}

/** The export to a file that stopped before its end. */
export function leftTask(file: string): Promise<ExportTask | undefined> {
  return loadTask<ExportTask>(taskFile(file));
}

export async function forgetTask({ file }: Pick<ExportTask, 'file'>): Promise<void> {
  await removeTask(taskFile(file));
}

/** Where it is kept how far it is. */
export function journalFile({ partial }: Pick<ExportTask, 'partial'>): string {
  return `${partial}.journal`;
}

/** The longest name that common disks take, in bytes. */
const longestName = 255;

function taskFile(file: string): string {
  const { dir, base } = parse(file);
  const name = `.${base}.export`;
  if (Buffer.byteLength(name) <= longestName) return join(dir, name);
  return join(dir, `.${createHash('sha256').update(base).digest('hex')}.export`);
}
