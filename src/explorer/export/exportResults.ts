import * as vscode from 'vscode';
import type { ExportFormat } from '../../api/export/exportFormats.ts';
import { tellError } from '../../host/surfaces/messages.ts';
import { askFile, pickOne } from '../../host/surfaces/questions.ts';
import { PartialFile } from '../../machine/partialFile.ts';
import type { PreparedQuery } from '../runs/runQuery.ts';
import type { ExportTask } from './exportTask.ts';
import type { ExportSources } from './runExport.ts';
import { runExport } from './runExport.ts';
import { suggestedFileName } from './suggestedFileName.ts';

interface Place {
  readonly uri: vscode.Uri;
  readonly sources: ExportSources;
}

/** Asks in which form and where to, and writes everything that a query finds. */
export async function exportQuery(prepared: PreparedQuery, place: Place): Promise<void> {
  // Buttons act on the connection.
  await askAndExport(prepared, place).catch((error) => place.sources.tellFailure(error, prepared.service.name));
}

async function askAndExport({ name, service, request }: PreparedQuery, { uri, sources }: Place): Promise<void> {
  // A service that can't be asked is told before anything is asked of the person.
  const origin = await sources.serviceOf(service.name);
  const title = vscode.l10n.t('Export All Results of "{0}"', name);
  const format = await pickOne(formats(), { title, placeHolder: vscode.l10n.t('Format') });
  if (!format) return;
  const content = await pickOne(contents(), { title, placeHolder: vscode.l10n.t('What to write') });
  if (!content) return;
  const file = await askFile({
    title,
    defaultUri: vscode.Uri.joinPath(uri, '..', suggestedFileName(name, format.format)),
    filters: { [format.label]: [format.format] },
  });
  if (!file) return;
  if (file.scheme !== 'file') {
    await tellError(vscode.l10n.t('Exports need a place on disk.'));
    return;
  }
  const partial = await PartialFile.create(file.fsPath);
  await partial.close();
  const task: ExportTask = {
    id: crypto.randomUUID(),
    name,
    connection: service.name,
    service: origin,
    request,
    format: format.format,
    whole: content.whole,
    masked: content.masked,
    file: file.fsPath,
    partial: partial.path,
  };
  // From here on it can be gone on with, whatever becomes of this window.
  await sources.unfinished.keep({ task, written: 0, total: 0 });
  await runExport({ task, client: service.client, sources });
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
