import * as vscode from 'vscode';
import type { EmptyCause, ExplainOptions, Explanation } from '../../api/search/explainEmpty.ts';
import type { UnfoundSessions } from '../../domain/connections/unfoundSessions.ts';
import type { TextEdit } from '../../domain/json/textEdits.ts';
import type { ParsedQuery } from '../../domain/query/query.ts';
import { timeWithZone } from '../../domain/time/zonedTime.ts';
import { runCommand } from '../../host/commands.ts';
import { unfoundWords } from '../../host/connections/unfoundWords.ts';
import { numberText } from '../../host/numberText.ts';
import { readQuery } from '../../host/queries/readQuery.ts';
import { tellInformation, tellWarning } from '../../host/surfaces/messages.ts';
import { withProgress } from '../../host/surfaces/progress.ts';
import { pickOne } from '../../host/surfaces/questions.ts';
import type { RunSources } from '../runs/runQuery.ts';
import { prepareQuery } from '../runs/runQuery.ts';
import { clauseAt, editsFor, mendingFirst } from './emptyFixes.ts';

export interface ExplainSources extends RunSources {
  readonly zone: () => string;
  /** Which sessions of the file behind a connection nobody finds. */
  readonly unfoundIn: (connection: string) => UnfoundSessions | undefined;
  /** Asks on the connection of that name, and on others that may have the sessions instead. */
  readonly explain: (connection: string, options: ExplainOptions) => Promise<Explanation>;
}

/** "Why 0 results?": finds the part of a query that empties it, and offers to change that part. */
export async function explainQuery(uri: vscode.Uri, sources: ExplainSources): Promise<void> {
  const prepared = await prepareQuery(uri, sources);
  if (!prepared) return;
  const title = vscode.l10n.t('Looking for what empties "{0}"…', prepared.name);
  const explanation = await withProgress(title, async (_report, signal) => {
    const { client, name } = prepared.service;
    const { request } = prepared;
    return sources.explain(name, { request, client, now: sources.now(), signal }).catch((error) => {
      if (!signal.aborted) throw error;
      return undefined;
    });
  });
  if (!explanation) return;
  const unfound = unfoundWords(sources.unfoundIn(prepared.service.name));
  await offer({ uri, explanation, zone: sources.zone(), unfound });
}

interface Offer extends vscode.QuickPickItem {
  readonly edits: readonly TextEdit[];
}

interface Found {
  readonly uri: vscode.Uri;
  readonly explanation: Explanation;
  readonly zone: string;
  /** Which sessions of a file nobody finds. */
  readonly unfound: string | undefined;
}

async function offer(found: Found): Promise<void> {
  const query = await readQuery(found.uri);
  const { causes, complete, requests } = found.explanation;
  if (causes.length === 0) {
    const said = complete
      ? vscode.l10n.t(
          'No single condition is the cause: there are no sessions in the query’s range on this connection.',
        )
      : vscode.l10n.t('The cause was not found with {0} requests.', requests);
    await tellInformation(found.unfound === undefined ? said : `${said} ${found.unfound}`);
    return;
  }
  const offers = mendingFirst(causes).map((cause): Offer => offerOf(cause, { query, zone: found.zone }));
  const picked = await pickOne(offers, {
    title: vscode.l10n.t('Why 0 Results?'),
    placeHolder: vscode.l10n.t('What empties the query. Enter changes the file (undo takes it back).'),
    matchOnDetail: true,
  });
  if (!picked) return;
  if (picked.edits.length > 0 && !(await applyTo(found.uri, picked.edits, query))) return;
  await runCommand('insights.runQuery', found.uri);
}

/** One edit, so that one undo takes it back; it is not saved, so that nothing is lost. */
async function applyTo(uri: vscode.Uri, edits: readonly TextEdit[], query: ParsedQuery): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.getText() !== query.text) {
    await tellWarning(vscode.l10n.t('The query was changed meanwhile: nothing was edited.'));
    return false;
  }
  const edit = new vscode.WorkspaceEdit();
  for (const { offset, length, text } of edits) {
    const range = new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
    edit.replace(uri, range, text);
  }
  await vscode.window.showTextDocument(document, { preview: false });
  return vscode.workspace.applyEdit(edit);
}

function offerOf(cause: EmptyCause, { query, zone }: { query: ParsedQuery; zone: string }): Offer {
  const number = numberText(cause.count);
  const then = cause.count === 1 ? vscode.l10n.t('then 1 session') : vscode.l10n.t('then {0} sessions', number);
  const refines = cause.code !== 'refinement' && query.properties.some(({ name }) => name === 'refine');
  const description = refines ? vscode.l10n.t('{0}, before "refine"', then) : then;
  const clause = 'place' in cause ? clauseAt(query, cause.place) : undefined;
  const detail = clause ? query.text.slice(clause.node.offset, clause.node.offset + clause.node.length) : undefined;
  return {
    label: labelOf(cause, zone),
    description,
    edits: editsFor(cause, query),
    ...(detail ? { detail: detail.replaceAll(/\s+/g, ' ') } : {}),
  };
}

function labelOf(cause: EmptyCause, zone: string): string {
  switch (cause.code) {
    case 'clause':
      return vscode.l10n.t('Remove this clause of {0}', cause.place.occur);
    case 'should':
      return vscode.l10n.t('Remove "should": none of its clauses holds');
    case 'refinement':
      return vscode.l10n.t('Remove "refine": it keeps none of the sessions that the rest of the query finds');
    case 'field':
      return vscode.l10n.t('Use the field {0} instead of {1}', cause.use, cause.field);
    case 'operator':
      return vscode.l10n.t('Use "{0}" in this clause', cause.use);
    case 'letterCase':
      return vscode.l10n.t('Write it as "{0}": letter case counts in a term', cause.value);
    case 'spelling':
      return vscode.l10n.t('Write it as "{0}": sessions have this value', cause.value);
    case 'dateRange':
      return vscode.l10n.t(
        'Search from {0} to {1}: there is nothing at all in the range of the query',
        timeWithZone(cause.range.from, zone),
        timeWithZone(cause.range.to, zone),
      );
    case 'region':
      return vscode.l10n.t('Search on "{0}": there are such sessions', cause.connection);
    case 'notEmptyAnyMore':
      return vscode.l10n.t('Run again: there are sessions by now');
  }
}
