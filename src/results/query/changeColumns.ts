import * as vscode from 'vscode';
import type { ColumnChange } from '../../domain/query/edits/editColumns.ts';
import { editColumns } from '../../domain/query/edits/editColumns.ts';
import { fields, titleOfField } from '../../domain/session/fields/fields.ts';
import { askLine, pickOne } from '../../host/surfaces/questions.ts';
import type { QueryColumns } from './queryColumns.ts';
import type { QueryEdits } from './queryEdits.ts';
import { uneditedWords } from './queryEdits.ts';

/** Changes the columns of a query, which are its `project_fields`. Answers with a sentence to say. */
export async function changeColumns(
  edits: QueryEdits,
  columns: Pick<QueryColumns, 'paths' | 'name'>,
  change: ColumnChange,
): Promise<string> {
  const { paths, name } = columns;
  if (change.type === 'remove' && paths.length === 1) return vscode.l10n.t('The last column can’t be removed.');
  if (!(await edits.edit((text) => editColumns(text, change, paths)))) return uneditedWords(name);
  const title = titleOfField(change.path);
  switch (change.type) {
    case 'add':
      return vscode.l10n.t('{0} is a column now, and a field of the query.', title);
    case 'remove':
      return vscode.l10n.t('{0} isn’t a column anymore.', title);
    case 'move':
      return vscode.l10n.t('{0} is column {1} now.', title, change.to + 1);
  }
}

/** Has the person choose the field of a new column. */
export async function pickColumn(shown: readonly string[]): Promise<string | undefined> {
  const title = vscode.l10n.t('Add a Column');
  const items = fields
    .filter(({ path }) => !path.includes('*') && !shown.includes(path) && path !== 'api_key')
    .map(({ path, title: label, description }) => ({ label, description: path, detail: description, path }));
  const other = { label: vscode.l10n.t('Another field…'), path: undefined };
  const picked = await pickOne([...items, other], {
    title,
    placeHolder: vscode.l10n.t('The field to show in the column'),
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  if (!picked) return undefined;
  if (picked.path !== undefined) return picked.path;
  const typed = await askLine({
    title,
    prompt: vscode.l10n.t('The path of the field, such as {0}', 'parameters.city'),
    ignoreFocusOut: true,
  });
  return typed?.trim() || undefined;
}
