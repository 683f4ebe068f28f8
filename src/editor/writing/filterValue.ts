import * as vscode from 'vscode';
import type { ClauseAddition, WantedValue } from '../../domain/query/edits/addClause.ts';
import { addClause, queryFor } from '../../domain/query/edits/addClause.ts';
import { readSessionUri } from '../../host/sessionUri.ts';
import { tellError } from '../../host/surfaces/messages.ts';
import { pickOne } from '../../host/surfaces/questions.ts';
import { workspaceEdit } from '../problems/fixes.ts';
import { rangeOf } from '../queries/parsedQueries.ts';
import { showBeside } from './showBeside.ts';

/** A value of a session that a query may ask for, and what it is. */
interface Candidate {
  readonly path: string;
  readonly value: string;
  readonly label: string;
}

export interface FilterValueRequest {
  readonly occurrence: WantedValue['occurrence'];
  /** The likeliest first. */
  readonly candidates: readonly Candidate[];
  /** The query that found the session, when it is known. */
  readonly query?: { readonly uri: vscode.Uri; readonly name: string } | undefined;
  /** The session that the values are of: a new query is made to find it. */
  readonly session: vscode.Uri;
  readonly now: Date;
}

/**
 * Puts a clause for a value into a query: asks for which value and into which query, edits it as one undoable change and shows it with
 * the clause selected. Answers with a sentence that says what became of it; nothing when the person gave up.
 */
export async function filterValue(request: FilterValueRequest): Promise<string | undefined> {
  const { occurrence } = request;
  const title = occurrence === 'must' ? vscode.l10n.t('Filter for a Value') : vscode.l10n.t('Filter out a Value');
  const candidate = await pickValue(title, request.candidates);
  if (!candidate) return undefined;
  const wanted = { occurrence, path: candidate.path, value: candidate.value };
  const target = await pickQuery(title, request);
  if (!target) return undefined;
  return target.uri ? addTo(target.uri, target.name, wanted) : startWith(wanted, request);
}

async function pickValue(title: string, candidates: readonly Candidate[]): Promise<Candidate | undefined> {
  const items = candidates.map((candidate) => ({
    label: candidate.value,
    description: candidate.path,
    detail: candidate.label,
    candidate,
  }));
  const picked = await pickOne(items, {
    title,
    placeHolder: vscode.l10n.t('The value: type a part of it, or of its field'),
    matchOnDescription: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  return picked?.candidate;
}

interface TargetItem extends vscode.QuickPickItem {
  readonly name: string;
  /** Absent for a query that is yet to be made. */
  readonly uri?: vscode.Uri;
}

async function pickQuery(title: string, { query }: FilterValueRequest): Promise<TargetItem | undefined> {
  const fileItem = (uri: vscode.Uri, name: string, detail?: string): TargetItem => ({
    label: name,
    description: vscode.workspace.asRelativePath(uri),
    ...(detail === undefined ? {} : { detail }),
    iconPath: new vscode.ThemeIcon('search'),
    name,
    uri,
  });
  const files = await vscode.workspace.findFiles('**/*.insights.json', '**/{node_modules,.git}/**', 1_000);
  const others = files
    .filter((uri) => uri.toString() !== query?.uri.toString())
    .map((uri) => fileItem(uri, nameOfFile(uri)))
    .sort((a, b) => String(a.description).localeCompare(String(b.description)));
  const fresh: TargetItem = {
    label: vscode.l10n.t('New query from this'),
    name: '',
    iconPath: new vscode.ThemeIcon('new-file'),
  };
  const found = query ? [fileItem(query.uri, query.name, vscode.l10n.t('the query that found this session'))] : [];
  return pickOne([...found, fresh, ...others], {
    title,
    placeHolder: vscode.l10n.t('The query to change. It is not run.'),
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
}

async function addTo(uri: vscode.Uri, name: string, wanted: WantedValue): Promise<string | undefined> {
  const document = await vscode.workspace.openTextDocument(uri);
  const addition = addClause(document.getText(), wanted);
  if (addition.type === 'refused') {
    await refuse(document, name, addition.reason);
    return undefined;
  }
  if (addition.type === 'added') await vscode.workspace.applyEdit(workspaceEdit(document, addition.edits));
  await showBeside(document, rangeOf(document, addition.clause));
  return wordsOf(addition, name, wanted);
}

async function startWith(wanted: WantedValue, request: FilterValueRequest): Promise<string | undefined> {
  const text = queryFor(wanted, factsOf(request));
  if (text === undefined) return refusalWords(vscode.l10n.t('New query'), 'field');
  const document = await vscode.workspace.openTextDocument(freeUntitled());
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), text);
  await vscode.workspace.applyEdit(edit);
  const addition = addClause(document.getText(), wanted);
  const place = addition.type === 'refused' ? { offset: 0, length: 0 } : addition.clause;
  await showBeside(document, rangeOf(document, place));
  return vscode.l10n.t('A new query asks for {0}. Run Query runs it.', said(wanted));
}

/** What a new query says beside its filter, so that it looks where the session is. */
function factsOf({ session, now }: FilterValueRequest): Readonly<Record<string, string>> {
  const place = readSessionUri(session);
  if (!place) return { from_date: 'now-30d/d' };
  const old = now.getTime() - place.day.getTime() > 29 * 86_400_000;
  return { connection: place.connection, from_date: old ? place.day.toISOString().slice(0, 10) : 'now-30d/d' };
}

/** Its name gives it the language and the schema, as one on disk. */
function freeUntitled(): vscode.Uri {
  const taken = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
  for (let number = 1; ; number += 1) {
    const path = number === 1 ? 'filtered.insights.json' : `filtered-${number}.insights.json`;
    const uri = vscode.Uri.from({ scheme: 'untitled', path });
    if (!taken.has(uri.toString())) return uri;
  }
}

function wordsOf(addition: Exclude<ClauseAddition, { type: 'refused' }>, name: string, wanted: WantedValue): string {
  const what = said(wanted);
  const out = wanted.occurrence === 'must_not';
  if (addition.type === 'present')
    return out
      ? vscode.l10n.t('{0} leaves out {1} already.', name, what)
      : vscode.l10n.t('{0} asks for {1} already.', name, what);
  const done = out
    ? vscode.l10n.t('{0} leaves out {1} now.', name, what)
    : vscode.l10n.t('{0} asks for {1} now.', name, what);
  const moved = addition.moved
    ? [out ? vscode.l10n.t('It no longer asks for it.') : vscode.l10n.t('It no longer leaves it out.')]
    : [];
  const vain = addition.contradicts ? [vscode.l10n.t('With its other clauses it can find nothing.')] : [];
  return [done, ...moved, ...vain, vscode.l10n.t('Run Query runs it.')].join(' ');
}

async function refuse(document: vscode.TextDocument, name: string, reason: RefusalReason): Promise<void> {
  const open = vscode.l10n.t('Open Query');
  const picked = await tellError(refusalWords(name, reason), open);
  if (picked === open) await showBeside(document);
}

type RefusalReason = Extract<ClauseAddition, { type: 'refused' }>['reason'];

function refusalWords(name: string, reason: RefusalReason): string {
  switch (reason) {
    case 'syntax':
      return vscode.l10n.t('{0} is not valid JSON: nothing was changed. Its problems have to go first.', name);
    case 'filter':
      return vscode.l10n.t('{0} has a filter_by of another form: nothing was changed.', name);
    case 'field':
      return vscode.l10n.t('{0}: this field cannot be searched, so nothing was changed.', name);
  }
}

function said({ path, value }: WantedValue): string {
  return `${path} ${value.length > 60 ? `${value.slice(0, 60)}…` : value}`;
}

function nameOfFile({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.insights\.json$/u, '');
}
