import * as vscode from 'vscode';
import { ConnectionProblem } from '../../host/errors/connectionProblem.ts';
import { numberText } from '../../host/numberText.ts';
import { tellError, tellInformation } from '../../host/surfaces/messages.ts';
import { pickOne } from '../../host/surfaces/questions.ts';
import type { UnfinishedExport } from './exportTask.ts';
import { nameOf } from './exportWords.ts';
import type { ExportSources } from './runExport.ts';
import { runExport } from './runExport.ts';

/** Goes on with an export that stopped, or that a window left: the same query of the same service, from where it had come to. */
export async function goOnWithExport(sources: ExportSources): Promise<void> {
  const { unfinished } = sources;
  const waiting = unfinished.waiting;
  if (waiting.length === 0) {
    await tellInformation(vscode.l10n.t('There are no unfinished exports.'));
    return;
  }
  const title = vscode.l10n.t('Go On with Export');
  const picked = await pickOne(waiting.map(itemOf), { title, placeHolder: vscode.l10n.t('Unfinished exports') });
  if (!picked) return;
  const { task } = picked.export;
  const isThere = await vscode.workspace.fs.stat(vscode.Uri.file(task.partial)).then(
    () => true,
    () => false,
  );
  if (!isThere) {
    await unfinished.forget(task);
    await tellError(vscode.l10n.t('"{0}" is gone: export anew.', task.partial));
    return;
  }
  const service = await sources.connect(task.connection, vscode.Uri.file(task.file));
  if (!service) return;
  if ((await sources.serviceOf(service.name)) !== task.service) throw new ConnectionProblem('changed', service.name);
  // Aliases are nowhere but in the window's memory: another CALLER-1 would be another person.
  if (task.masked) await unfinished.journalOf(task).replace([]);
  await runExport({ task, client: service.client, sources });
}

function itemOf(unfinished: UnfinishedExport): vscode.QuickPickItem & { readonly export: UnfinishedExport } {
  const { task, written, total } = unfinished;
  const description = task.masked
    ? vscode.l10n.t('starts over: a masked export’s aliases are not kept')
    : written > 0
      ? vscode.l10n.t('{0} of {1}', numberText(written), numberText(total))
      : '';
  return { label: nameOf(task.file), description, detail: task.partial, export: unfinished };
}
