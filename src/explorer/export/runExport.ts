import * as vscode from 'vscode';
import type { MaskJson } from '../../api/export/exportFormats.ts';
import type { Exported, ExportOptions } from '../../api/export/exportSessions.ts';
import { tellInformation, tellWarning } from '../../host/surfaces/messages.ts';
import type { Step } from '../../host/surfaces/progress.ts';
import { withProgress } from '../../host/surfaces/progress.ts';
import { PartialFile } from '../../machine/partialFile.ts';
import type { ConnectedService, RunSources } from '../runs/runQuery.ts';
import type { ExportTask } from './exportTask.ts';
import { exportedWords, nameOf, progressWords, stoppedWords, waitingWords } from './exportWords.ts';
import { maskJson } from './maskJson.ts';
import type { UnfinishedExports } from './unfinishedExports.ts';

export interface ExportSources extends RunSources {
  readonly exportSessions: (options: ExportOptions) => Promise<Exported>;
  readonly unfinished: UnfinishedExports;
  /** Which service, or file as it was written, a connection stands for now. */
  readonly serviceOf: (connection: string) => Promise<string>;
}

export interface RunExport {
  readonly task: ExportTask;
  readonly client: ConnectedService['client'];
  readonly sources: ExportSources;
}

/** Writes an export to its end, as often as the person wants to go on with it, and says what came of it. Throws what stopped it before the first session. */
export async function runExport({ task, client, sources }: RunExport): Promise<void> {
  const { unfinished } = sources;
  // The aliases are the same each time it is gone on with.
  const mask = task.masked ? maskJson() : undefined;
  unfinished.begin(task);
  try {
    for (;;) {
      const exported = await write({ task, client, sources }, mask);
      const { written, error } = exported;
      if (error === undefined) {
        await unfinished.forget(task);
        await tellFinished(task, exported);
        return;
      }
      // Nothing is there, and who cancelled knows why.
      if (written === 0 && isCancelled(error)) return;
      if (written === 0) throw error;
      // One that stops at once learns no total: what was said before still stands.
      const total = Math.max(exported.total, unfinished.totalOf(task));
      await unfinished.keep({ task, written, total });
      if (!(await wantsToGoOn(task, { ...exported, total }, sources))) return;
    }
  } finally {
    unfinished.end(task);
  }
}

function isCancelled(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'cancelled';
}

async function write({ task, client, sources }: RunExport, mask: MaskJson | undefined): Promise<Exported> {
  const file = await PartialFile.open(task.partial);
  try {
    const exported = await withProgress(vscode.l10n.t('Exporting "{0}"', task.name), async (report, signal) =>
      sources.exportSessions({
        request: task.request,
        client,
        format: task.format,
        file,
        journal: sources.unfinished.journalOf(task),
        whole: task.whole,
        ...(mask ? { mask } : {}),
        signal,
        ...reporting(report, (error) => sources.wordsOf(error, task.connection).sentence),
      }),
    );
    if (exported.error === undefined) await file.finish(task.file);
    else if (exported.written > 0) await file.close();
    else {
      await file.discard();
      await sources.unfinished.forget(task);
    }
    return exported;
  } finally {
    await file.close();
  }
}

function reporting(
  report: (step: Step) => void,
  sentenceOf: (error: unknown) => string,
): Required<Pick<ExportOptions, 'onProgress' | 'onWaiting'>> {
  let told = 0;
  let progress = '';
  return {
    onProgress: (now) => {
      const { written, leftOut = 0, total } = now;
      const read = written + leftOut;
      progress = progressWords(now);
      report({ message: progress, increment: total > 0 ? (100 * (read - told)) / total : 0 });
      told = read;
    },
    onWaiting: (waiting) => {
      report({
        message: waiting ? `${progress} ${waitingWords(waiting, sentenceOf(waiting.error))}`.trim() : progress,
      });
    },
  };
}

async function tellFinished(task: ExportTask, exported: Exported): Promise<void> {
  const open = vscode.l10n.t('Open');
  const tell = exported.complete ? tellInformation : tellWarning;
  if ((await tell(exportedWords(exported), open)) === open) await openFile(task.file);
}

/** It says what stands in the file, under which name, and why it is not all. */
async function wantsToGoOn(task: ExportTask, exported: Exported, { wordsOf }: ExportSources): Promise<boolean> {
  const [goOn, open] = [vscode.l10n.t('Go On'), vscode.l10n.t('Open')];
  const { sentence } = wordsOf(exported.error, task.connection);
  const words = `${stoppedWords(exported, nameOf(task.partial))} ${sentence}`;
  const picked = await tellWarning(words, goOn, open);
  if (picked === open) await openFile(task.partial);
  return picked === goOn;
}

async function openFile(file: string): Promise<void> {
  await vscode.commands.executeCommand('vscode.open', vscode.Uri.file(file));
}
