import * as vscode from 'vscode';
import type { MayTakeRanges } from '../../api/client/rangeService.ts';
import type { ReadOptions } from '../../api/reading/readSessions.ts';
import type { SessionReading } from '../../api/reading/sessionReading.ts';
import type { ArchiveClient } from '../../archive/archiveClient.ts';
import type { Archived, ArchiveSessionsOptions } from '../../archive/writing/archiveSessions.ts';
import { numberText } from '../../host/numberText.ts';
import { tellInformation, tellWarning } from '../../host/surfaces/messages.ts';
import type { Step } from '../../host/surfaces/progress.ts';
import { withProgress } from '../../host/surfaces/progress.ts';
import { archivedWords, archivingWords } from '../../words/archivedWords.ts';
import { maskJson } from '../export/maskJson.ts';
import type { ConnectedService, RunSources } from '../runs/runQuery.ts';
import type { ArchiveTask } from './archiveTask.ts';
import type { UnfinishedArchives } from './unfinishedArchives.ts';

export interface ArchiveSources extends RunSources {
  readonly archiveSessions: (options: ArchiveSessionsOptions) => Promise<Archived>;
  /** Reads whole sessions. */
  readonly readSessions: (options: ReadOptions) => SessionReading;
  /** The connections that are archives. */
  readonly archives: () => readonly string[];
  readonly archiveOf: (connection: string) => Promise<ArchiveClient>;
  /** Which service, or file as it was written, a connection stands for now. */
  readonly serviceOf: (connection: string) => Promise<string>;
  readonly unfinished: UnfinishedArchives;
}

export interface RunArchive {
  readonly task: ArchiveTask;
  readonly client: ConnectedService['client'] & MayTakeRanges;
  readonly sources: ArchiveSources;
}

/** Archives to the end, as often as the person wants to go on with it, and says what came of it. Throws what stopped it before the first session. */
export async function runArchive({ task, client, sources }: RunArchive): Promise<void> {
  const { unfinished } = sources;
  // The aliases are the same each time it is gone on with.
  const mask = task.masked ? maskJson() : undefined;
  for (;;) {
    const archived = await write({ task, client, sources }, mask);
    const { written, total, error } = archived;
    if (error === undefined) {
      await unfinished.forget(task);
      await tellFinished(task, archived, sources);
      return;
    }
    if (written === 0) {
      await unfinished.forget(task);
      if (isCancelled(error)) return;
      throw error;
    }
    await unfinished.keep({ task, written, total });
    if (!(await wantsToGoOn(task, archived, sources))) return;
  }
}

function isCancelled(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'cancelled';
}

async function write({ task, client, sources }: RunArchive, mask: ArchiveSessionsOptions['mask']): Promise<Archived> {
  const { unfinished } = sources;
  const archive = await sources.archiveOf(task.archive);
  const { projectFields: _, ...request } = task.request;
  const title = vscode.l10n.t('Archiving "{0}" to "{1}"', task.name, task.archive);
  return withProgress(title, (report, signal) =>
    sources.archiveSessions({
      request,
      read: (from, reading) =>
        sources.readSessions({ request, client, whole: true, signal: reading, ...(from ? { from } : {}) }),
      archive,
      mask,
      journal: unfinished.journalOf(task),
      refused: unfinished.refusedOf(task).lines,
      signal,
      ...reporting(report, (error) => sources.wordsOf(error, task.archive).sentence),
    }),
  );
}

function reporting(
  report: (step: Step) => void,
  sentenceOf: (error: unknown) => string,
): Pick<ArchiveSessionsOptions, 'onProgress' | 'onWaiting'> {
  let told = 0;
  return {
    onProgress: (now) => {
      const { written, total } = now;
      report({ message: archivingWords(now, numberText), increment: total > 0 ? (100 * (written - told)) / total : 0 });
      told = written;
    },
    onWaiting: (error) => report({ message: sentenceOf(error) }),
  };
}

async function tellFinished(task: ArchiveTask, archived: Archived, { unfinished }: ArchiveSources): Promise<void> {
  const words = archivedWords(archived, task.archive, numberText);
  if (archived.refused === 0) {
    await (archived.complete ? tellInformation : tellWarning)(words);
    return;
  }
  const open = vscode.l10n.t('Open Refused Sessions');
  if ((await tellWarning(words, open)) !== open) return;
  await vscode.commands.executeCommand('vscode.open', unfinished.refusedOf(task).uri);
}

async function wantsToGoOn(task: ArchiveTask, archived: Archived, { wordsOf }: ArchiveSources): Promise<boolean> {
  const goOn = vscode.l10n.t('Go On');
  const { sentence } = wordsOf(archived.error, task.archive);
  return (await tellWarning(`${archivedWords(archived, task.archive, numberText)} ${sentence}`, goOn)) === goOn;
}
