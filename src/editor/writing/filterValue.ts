import * as vscode from 'vscode';
import type { ClauseAddition, WantedValue } from '../../domain/query/edits/addClause.ts';
import { addClause, queryFor } from '../../domain/query/edits/addClause.ts';
import { queryOfStep } from '../../domain/query/edits/queryOfStep.ts';
import { runCommand } from '../../host/commands.ts';
import { tellError } from '../../host/surfaces/messages.ts';
import { pickOne } from '../../host/surfaces/questions.ts';
import { workspaceEdit } from '../problems/fixes.ts';
import { rangeOf } from '../queries/parsedQueries.ts';
import { pickTarget } from './filterTarget.ts';
import { newQueryFacts, writeUntitled } from './newFilterQuery.ts';
import { showBeside } from './showBeside.ts';

/** A value of a session that a query may ask for, and what it is. */
interface Candidate {
  readonly path: string;
  readonly value: string;
  readonly label: string;
  /** What people call it. */
  readonly name?: string;
  /** What the same step has to meet, too. */
  readonly also?: { readonly path: string; readonly value: string };
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
 * the clause selected; runs it where that was asked for. Sessions with a step like the one that is looked at get a new query at once.
 * Answers with a sentence that says what became of it; nothing when the person gave up.
 */
export async function filterValue(request: FilterValueRequest): Promise<string | undefined> {
  const { occurrence } = request;
  const isMust = occurrence === 'must';
  const title = isMust ? vscode.l10n.t('Filter for a Value') : vscode.l10n.t('Filter Out a Value');
  // A query leaves out values, and no steps that have several.
  const candidate = await pickValue(
    title,
    request.candidates.filter(({ also }) => isMust || !also),
  );
  if (!candidate) return undefined;
  if (candidate.also) return startLike(candidate, candidate.also, request);
  const wanted = { occurrence, path: candidate.path, value: candidate.value };
  const target = await pickTarget(title, request.query);
  if (!target) return undefined;
  const { uri, name, run } = target;
  const what = said(candidate);
  const asked = uri
    ? await addTo(uri, { name, wanted, what, run })
    : await startWith(wanted, { ...request, what, run });
  if (!asked) return undefined;
  if (run) await runCommand('insights.runQuery', asked.uri);
  return asked.sentence;
}

async function pickValue(title: string, candidates: readonly Candidate[]): Promise<Candidate | undefined> {
  const items = candidates.map((candidate) => {
    const { path, value, label, name, also } = candidate;
    const written = name === undefined ? [label] : [label, value];
    return {
      label: name ?? value,
      description: also ? label : path,
      detail: also ? vscode.l10n.t('Writes a new query and runs it') : written.join(' · '),
      ...(also ? { iconPath: new vscode.ThemeIcon('play') } : {}),
      candidate,
    };
  });
  const picked = await pickOne(items, {
    title,
    placeHolder: vscode.l10n.t('The value: type a part of it, or of its field'),
    matchOnDescription: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  return picked?.candidate;
}

/** A query that now asks for what was wanted, and the sentence that says so. */
interface Asked {
  readonly uri: vscode.Uri;
  readonly sentence: string;
}

interface Asking {
  /** The value in words. */
  readonly what: string;
  /** Whether the query is run afterwards. */
  readonly run: boolean;
}

interface Addition extends Asking {
  readonly name: string;
  readonly wanted: WantedValue;
}

async function addTo(uri: vscode.Uri, { name, wanted, what, run }: Addition): Promise<Asked | undefined> {
  const document = await vscode.workspace.openTextDocument(uri);
  const addition = addClause(document.getText(), wanted);
  if (addition.type === 'refused') {
    await refuse(document, name, addition.reason);
    return undefined;
  }
  if (addition.type === 'added') await vscode.workspace.applyEdit(workspaceEdit(document, addition.edits));
  await showBeside(document, rangeOf(document, addition.clause));
  const out = wanted.occurrence === 'must_not';
  return { uri, sentence: additionWords(addition, { name, what, out, run }) };
}

async function startWith(
  wanted: WantedValue,
  { what, run, ...request }: FilterValueRequest & Asking,
): Promise<Asked | undefined> {
  const text = queryFor(wanted, newQueryFacts(request));
  if (text === undefined) {
    await tellError(refusalWords(vscode.l10n.t('New query'), 'field'));
    return undefined;
  }
  const document = await writeUntitled(text);
  const addition = addClause(document.getText(), wanted);
  const place = addition.type === 'refused' ? { offset: 0, length: 0 } : addition.clause;
  await showBeside(document, rangeOf(document, place));
  const sentence = [vscode.l10n.t('A new query asks for {0}.', what), ...runWords(run)].join(' ');
  return { uri: document.uri, sentence };
}

/** Asks for sessions with a step like this one: a query of its own, that runs at once. */
async function startLike(
  { path, value, name = value }: Candidate,
  also: NonNullable<Candidate['also']>,
  request: FilterValueRequest,
): Promise<string | undefined> {
  const text = queryOfStep([{ path, value }, also], { name, ...newQueryFacts(request) });
  if (text === undefined) {
    await tellError(refusalWords(name, 'field'));
    return undefined;
  }
  const document = await writeUntitled(text);
  await showBeside(document, rangeOf(document, { offset: 0, length: 0 }));
  await runCommand('insights.runQuery', document.uri);
  return vscode.l10n.t('A new query asks for sessions with {0}.', name);
}

function additionWords(
  addition: Exclude<ClauseAddition, { type: 'refused' }>,
  { name, what, out, run }: Asking & { readonly name: string; readonly out: boolean },
): string {
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
  return [done, ...moved, ...vain, ...runWords(run)].join(' ');
}

/** What runs already need not be said to be run. */
function runWords(run: boolean): readonly string[] {
  return run ? [] : [vscode.l10n.t('Run Query runs it.')];
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
      return vscode.l10n.t('{0} wasn’t changed: it isn’t valid JSON. Fix its problems first.', name);
    case 'filter':
      return vscode.l10n.t('{0} wasn’t changed: its filter_by has another form.', name);
    case 'field':
      return vscode.l10n.t('{0} wasn’t changed: this field can’t be searched.', name);
  }
}

/** A value by its name, else by its field. */
function said({ path, value, name, label }: Candidate): string {
  const [where, what] = name === undefined ? [path, value] : [label, name];
  return `${where} ${what.length > 60 ? `${what.slice(0, 60)}…` : what}`;
}
