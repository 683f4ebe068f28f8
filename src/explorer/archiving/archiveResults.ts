import * as vscode from 'vscode';
import { runCommand } from '../../host/commands.ts';
import { ConnectionProblem } from '../../host/errors/connectionProblem.ts';
import { numberText } from '../../host/numberText.ts';
import { tellWarning } from '../../host/surfaces/messages.ts';
import { pickOne } from '../../host/surfaces/questions.ts';
import type { PreparedQuery } from '../runs/runQuery.ts';
import type { ArchiveTask, UnfinishedArchive } from './archiveTask.ts';
import type { ArchiveSources } from './runArchive.ts';
import { runArchive } from './runArchive.ts';

/** Asks where to, and archives everything that a query finds; or goes on with what stopped. */
export async function archiveQuery(prepared: PreparedQuery, sources: ArchiveSources): Promise<void> {
  const { name, service, request } = prepared;
  const waiting = sources.unfinished.all.filter(({ task }) => task.name === name && task.connection === service.name);
  const title = vscode.l10n.t('Archive All Results of "{0}"', name);
  const going =
    waiting.length > 0 ? await pickOne(choices(waiting), { title, placeHolder: title }) : { anew: true as const };
  if (!going) return;
  if ('unfinished' in going) return goOn(going.unfinished, prepared, sources);
  const archives = sources.archives().filter((archive) => archive !== service.name);
  if (archives.length === 0) {
    const add = vscode.l10n.t('Add Connection');
    const words = vscode.l10n.t(
      'There is no archive yet: add a connection to a cluster of OpenSearch or Elasticsearch.',
    );
    if ((await tellWarning(words, add)) === add) await runCommand('insights.addConnection');
    return;
  }
  // A service that can't be asked is told before anything is asked of the person.
  const origin = await sources.serviceOf(service.name);
  const archive = await pickOne(
    archives.map((label) => ({ label })),
    { title, placeHolder: vscode.l10n.t('To which archive?') },
  );
  if (!archive) return;
  const content = await pickOne(contents(), { title, placeHolder: vscode.l10n.t('What to write') });
  if (!content) return;
  const task: ArchiveTask = {
    id: crypto.randomUUID(),
    name,
    connection: service.name,
    service: origin,
    archive: archive.label,
    request,
    masked: content.masked,
  };
  // From here on it can be gone on with, whatever becomes of this window.
  await sources.unfinished.keep({ task, written: 0, total: 0 });
  await runArchive({ task, client: service.client, sources });
}

async function goOn({ task }: UnfinishedArchive, { service }: PreparedQuery, sources: ArchiveSources): Promise<void> {
  if ((await sources.serviceOf(service.name)) !== task.service) throw new ConnectionProblem('changed', service.name);
  // Aliases are nowhere but in the window's memory: another CALLER-1 would be another person.
  if (task.masked) await sources.unfinished.journalOf(task).remove();
  await runArchive({ task, client: service.client, sources });
}

function choices(
  waiting: readonly UnfinishedArchive[],
): (vscode.QuickPickItem & ({ readonly unfinished: UnfinishedArchive } | { readonly anew: true }))[] {
  return [
    ...waiting.map((unfinished) => ({
      label: vscode.l10n.t('Go on with what was archived to "{0}"', unfinished.task.archive),
      description: unfinished.task.masked
        ? vscode.l10n.t('starts over: aliases aren’t kept')
        : vscode.l10n.t('{0} of {1}', numberText(unfinished.written), numberText(unfinished.total)),
      unfinished,
    })),
    { label: vscode.l10n.t('Archive anew'), anew: true },
  ];
}

function contents(): (vscode.QuickPickItem & { readonly masked: boolean })[] {
  return [
    {
      label: vscode.l10n.t('Whole sessions, masked'),
      description: vscode.l10n.t('numbers, e-mails and secrets have aliases'),
      detail: vscode.l10n.t('Within one archiving an alias is one person. In another archiving it is another.'),
      masked: true,
    },
    {
      label: vscode.l10n.t('Whole sessions, as they are'),
      description: vscode.l10n.t('with personal data'),
      masked: false,
    },
  ];
}
