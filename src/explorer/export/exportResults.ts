import * as vscode from 'vscode';
import type { ExportFormat } from '../../api/export/exportFormats.ts';
import type { Exported, ExportOptions } from '../../api/export/exportSessions.ts';
import { createSessionMask } from '../../domain/sharing/maskSession.ts';
import { writeAtomically } from '../../host/atomicFile.ts';
import { tellError, tellInformation, tellWarning } from '../../host/surfaces/messages.ts';
import type { Step } from '../../host/surfaces/progress.ts';
import { withProgress } from '../../host/surfaces/progress.ts';
import { askFile, pickOne } from '../../host/surfaces/questions.ts';
import type { PreparedQuery, RunSources } from '../runs/runQuery.ts';
import { suggestedFileName } from './suggestedFileName.ts';

export interface ExportSources extends RunSources {
  readonly exportSessions: (options: ExportOptions) => Promise<Exported>;
}

interface Place {
  readonly uri: vscode.Uri;
  readonly sources: ExportSources;
}

/** Asks in which form and where to, and writes everything that a query finds, page by page. */
export async function exportQuery(prepared: PreparedQuery, { uri, sources }: Place): Promise<void> {
  const title = vscode.l10n.t('Export All Results of "{0}"', prepared.name);
  const format = await pickOne(formats(), { title, placeHolder: vscode.l10n.t('Format') });
  if (!format) return;
  const content = await pickOne(contents(), { title, placeHolder: vscode.l10n.t('What to write') });
  if (!content) return;
  const file = await askFile({
    title,
    defaultUri: vscode.Uri.joinPath(uri, '..', suggestedFileName(prepared.name, format.format)),
    filters: { [format.label]: [format.format] },
  });
  if (!file) return;
  if (file.scheme !== 'file') {
    await tellError(vscode.l10n.t('Exports need a place on disk.'));
    return;
  }
  const exported = await write(file, { prepared, format: format.format, content, sources });
  if (exported) await tell(file, exported, sources);
}

interface WriteOptions {
  readonly prepared: PreparedQuery;
  readonly format: ExportFormat;
  readonly content: { readonly whole: boolean; readonly masked: boolean };
  readonly sources: ExportSources;
}

/** Undefined when the person ended it before there was anything to keep. */
async function write(
  file: vscode.Uri,
  { prepared, format, content, sources }: WriteOptions,
): Promise<Exported | undefined> {
  const title = vscode.l10n.t('Exporting "{0}"', prepared.name);
  return withProgress(title, async (report, signal) => {
    try {
      return await writeAtomically(file.fsPath, (sink) =>
        sources.exportSessions({
          request: prepared.request,
          client: prepared.service.client,
          format,
          sink,
          whole: content.whole,
          ...(content.masked ? { mask: createSessionMask() } : {}),
          signal,
          onProgress: progressBar(report),
        }),
      );
    } catch (error) {
      if (signal.aborted) return undefined;
      throw error;
    }
  });
}

function progressBar(report: (step: Step) => void): Required<ExportOptions>['onProgress'] {
  const number = new Intl.NumberFormat(vscode.env.language);
  let told = 0;
  return ({ written, total, atLeast }) => {
    const message = vscode.l10n.t('{0} of {1}', number.format(written), `${number.format(total)}${atLeast ? '+' : ''}`);
    report({ message, increment: total > 0 ? (100 * (written - told)) / total : 0 });
    told = written;
  };
}

/** How many were written is always said, and whether that is all. */
async function tell(file: vscode.Uri, { written, complete, error }: Exported, sources: ExportSources): Promise<void> {
  const count = new Intl.NumberFormat(vscode.env.language).format(written);
  const open = vscode.l10n.t('Open');
  const cause = error === undefined ? '' : sources.wordsOf(error).sentence;
  const picked = complete
    ? await tellInformation(
        written === 1 ? vscode.l10n.t('1 session was exported.') : vscode.l10n.t('{0} sessions were exported.', count),
        open,
      )
    : await tellWarning(
        written === 1
          ? vscode.l10n.t('The file holds 1 complete session, not all. {0}', cause)
          : vscode.l10n.t('The file holds {0} complete sessions, not all. {1}', count, cause),
        open,
      );
  if (picked === open) await vscode.commands.executeCommand('vscode.open', file);
}

function formats(): (vscode.QuickPickItem & { readonly format: ExportFormat })[] {
  return [
    { label: 'NDJSON', description: vscode.l10n.t('one session a line; also opens as a connection'), format: 'ndjson' },
    { label: 'JSON', description: vscode.l10n.t('one list'), format: 'json' },
    { label: 'CSV', description: vscode.l10n.t('a table for spreadsheets'), format: 'csv' },
  ];
}

function contents(): (vscode.QuickPickItem & { readonly whole: boolean; readonly masked: boolean })[] {
  const masked = vscode.l10n.t('numbers, e-mails and secrets masked');
  const open = vscode.l10n.t('with personal data as it is');
  const columns = vscode.l10n.t('The query’s fields');
  const whole = vscode.l10n.t('Whole sessions');
  return [
    { label: columns, description: masked, whole: false, masked: true },
    { label: whole, description: masked, whole: true, masked: true },
    { label: columns, description: open, whole: false, masked: false },
    { label: whole, description: open, whole: true, masked: false },
  ];
}
