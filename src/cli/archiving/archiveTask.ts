import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { WrongUse } from '../outcome/wrongUse.ts';
import type { Task } from '../tasks/taskFile.ts';
import { loadTask, removeTask, saveTask } from '../tasks/taskFile.ts';
import type { ArchiveChoice } from './chooseArchive.ts';

/** What is archived and where to: all that is needed to go on with it. */
export interface ArchiveTask extends Task {
  readonly archiveChoice: ArchiveChoice;
  /** Which cluster and indexes that was. */
  readonly archive: string;
  /** Where it is kept until everything is written. */
  readonly file: string;
}

/** Begins an archiving of a query; from here on it can be gone on with. What an earlier one left in the folder stays as it is. */
export async function beginTask(about: Omit<ArchiveTask, 'file'>, query: string, folder: string): Promise<ArchiveTask> {
  const name = basename(query).replace(/(?:\.insights)?\.json$/u, '');
  for (let number = 1; ; number++) {
    const file = join(folder, `${name}${number > 1 ? `-${number}` : ''}.archiving`);
    const task: ArchiveTask = { ...about, file };
    if (existsSync(refusedFile(task))) continue;
    try {
      await saveTask(file, task, { isNew: true });
      return task;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** What stopped before its end. Throws WrongUse where a file keeps none. */
export async function leftTask(file: string, name: string): Promise<ArchiveTask> {
  const task = await loadTask<ArchiveTask>(file);
  if (!task) throw new WrongUse(`There is nothing to go on with in ${name}.`);
  return { ...task, file };
}

export async function forgetTask({ file }: ArchiveTask): Promise<void> {
  await removeTask(file);
}

/** Where it is kept how far it is. */
export function journalFile({ file }: Pick<ArchiveTask, 'file'>): string {
  return `${file}.journal`;
}

/** Where the cluster's refusals go. */
export function refusedFile({ file }: Pick<ArchiveTask, 'file'>): string {
  return file.replace(/\.archiving$/u, '.refused.ndjson');
}
