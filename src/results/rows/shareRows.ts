import * as vscode from 'vscode';
import type { Run } from '../../api/runs/run.ts';
import type { RowsFormat } from '../../domain/results/text/rowsText.ts';
import { rowsText } from '../../domain/results/text/rowsText.ts';
import { writeOrTell } from '../../host/errors/writeOrTell.ts';
import { numberText } from '../../host/numberText.ts';
import { viewSettings } from '../../host/settings.ts';
import { askFile, pickOne } from '../../host/surfaces/questions.ts';
import { tellInStatusBar } from '../../host/surfaces/statusBar.ts';
import type { CopyFormat } from '../../protocol/resultsMessages.ts';

/** Rows to hand on, with the columns that they are shown in. */
export interface SharedRows {
  readonly run: Run;
  readonly rows: Uint32Array;
  readonly paths: readonly string[];
  readonly query: vscode.Uri;
  readonly name: string;
}

/** Copies rows, masked as everything that leaves. Answers with a sentence to say. */
export async function copyRows(shared: SharedRows, format: CopyFormat | undefined): Promise<string | undefined> {
  const chosen = format ?? (await pickFormat());
  if (!chosen) return undefined;
  const { maskShared } = viewSettings();
  await vscode.env.clipboard.writeText(textOf(shared, chosen, maskShared));
  const count = shared.rows.length;
  const copied =
    count === 1
      ? vscode.l10n.t('1 session was copied.')
      : vscode.l10n.t('{0} sessions were copied.', numberText(count));
  return maskShared ? `${copied} ${vscode.l10n.t('Personal data is masked.')}` : copied;
}

/** Writes rows to a file: asks in which form, masked or not, and where to. Answers with a sentence to say. */
export async function exportRows(shared: SharedRows): Promise<string | undefined> {
  const { name, query, rows } = shared;
  const title = vscode.l10n.t('Export {0} Shown Sessions of "{1}"', numberText(rows.length), name);
  const format = await pickOne(exportFormats(), { title, placeHolder: vscode.l10n.t('Format') });
  if (!format) return undefined;
  const mask = await pickOne(masks(), { title, placeHolder: vscode.l10n.t('What to write') });
  if (!mask) return undefined;
  const file = await askFile({
    title,
    defaultUri: vscode.Uri.joinPath(query, '..', `${name.replaceAll(/[^\p{L}\p{N} ._-]+/gu, '-')}.${format.ending}`),
    filters: { [format.label]: [format.ending] },
  });
  if (!file) return undefined;
  const bytes = new TextEncoder().encode(textOf(shared, format.format, mask.masked));
  if (!(await writeOrTell(file, bytes))) return undefined;
  const sentence = vscode.l10n.t('{0} sessions were exported.', numberText(rows.length));
  tellInStatusBar(sentence);
  return sentence;
}

function textOf({ run, rows, paths }: SharedRows, format: RowsFormat, masked: boolean): string {
  const sessions = Array.from(rows, (row) => run.sessions[row]).filter((session) => session !== undefined);
  return rowsText(sessions, { paths, format, masked });
}

async function pickFormat(): Promise<CopyFormat | undefined> {
  const items: (vscode.QuickPickItem & { readonly format: CopyFormat })[] = [
    { label: 'TSV', description: vscode.l10n.t('for spreadsheets'), format: 'tsv' },
    { label: 'Markdown', description: vscode.l10n.t('a table for an issue or a chat'), format: 'markdown' },
    { label: 'JSON', description: vscode.l10n.t('all that was loaded of each session'), format: 'json' },
  ];
  return (await pickOne(items, { title: vscode.l10n.t('Copy Sessions'), placeHolder: vscode.l10n.t('Format') }))
    ?.format;
}

function exportFormats() {
  return [
    { label: 'CSV', description: vscode.l10n.t('the columns, for spreadsheets'), format: 'csv', ending: 'csv' },
    {
      label: 'JSON',
      description: vscode.l10n.t('all that was loaded of each session'),
      format: 'json',
      ending: 'json',
    },
    {
      label: 'NDJSON',
      description: vscode.l10n.t('one session a line; also opens as a connection'),
      format: 'ndjson',
      ending: 'ndjson',
    },
    { label: 'Markdown', description: vscode.l10n.t('the columns, as a table'), format: 'markdown', ending: 'md' },
  ] as const;
}

function masks() {
  return [
    { label: vscode.l10n.t('Masked'), description: vscode.l10n.t('numbers, e-mails and secrets masked'), masked: true },
    { label: vscode.l10n.t('As it is'), description: vscode.l10n.t('with personal data as it is'), masked: false },
  ] as const;
}
