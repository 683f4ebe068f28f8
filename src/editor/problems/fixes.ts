import * as vscode from 'vscode';
import type { TextEdit } from '../../domain/json/textEdits.ts';
import { fixAll } from '../../domain/query/fixes/fixAll.ts';
import type { QueryFix } from '../../domain/query/fixes/queryFixes.ts';
import { fixesFor } from '../../domain/query/fixes/queryFixes.ts';
import type { QueryProblem } from '../../domain/query/problems/queryProblem.ts';
import { findProblems } from '../../domain/query/problems/queryProblems.ts';
import type { ParsedQuery } from '../../domain/query/query.ts';
import { inertText } from '../../domain/text/inertText.ts';
import { rangeOf } from '../queries/parsedQueries.ts';
import { diagnosticOf } from './diagnostics.ts';
import type { FixSources } from './fixSources.ts';
import { fixAllKind } from './fixSources.ts';
import { fixWords } from './fixWords.ts';
import { ruleIsOn, withSeverities } from './lintRules.ts';

/** The ways out of the problems at the cursor. */
export function fixesAt(document: vscode.TextDocument, range: vscode.Range, sources: FixSources): vscode.CodeAction[] {
  const query = sources.queries.of(document);
  const nodes = () => sources.nodeFiles.knownFor(document.uri);
  const context = { now: sources.now(), commits: sources.commits.of(document.uri), nodes };
  const problems = withSeverities(findProblems(query, context), document);
  return problems
    .filter((problem) => rangeOf(document, problem).intersection(range))
    .flatMap((problem) => fixesFor(problem, query).map((fix) => fixAction({ document, query, problem, fix }, sources)));
}

interface OfferedFix {
  readonly document: vscode.TextDocument;
  readonly query: ParsedQuery;
  readonly problem: QueryProblem;
  readonly fix: QueryFix;
}

function fixAction({ document, query, problem, fix }: OfferedFix, sources: FixSources): vscode.CodeAction {
  const action = new vscode.CodeAction(inertText(fixWords(fix)), vscode.CodeActionKind.QuickFix);
  action.diagnostics = [diagnosticOf(problem, document)];
  action.isPreferred = fix.preferred;
  action.edit = workspaceEdit(document, fix.edits);
  if (problem.code === 'apiKey') {
    const key = query.text.slice(problem.keyOffset, problem.keyOffset + problem.keyLength);
    action.command = sources.storeKeyCommand(query, key);
  }
  return action;
}

/** Everything that can be fixed, as one edit; none when there is nothing. */
export function fixesOfAll(document: vscode.TextDocument, now: Date): vscode.CodeAction[] {
  const edits = fixAll(document.getText(), now, ruleIsOn(document));
  if (edits.length === 0) return [];
  const action = new vscode.CodeAction(vscode.l10n.t('Fix all that can be fixed'), fixAllKind);
  action.edit = workspaceEdit(document, edits);
  return [action];
}

/** One edit, so that one undo takes all of it back. */
export function workspaceEdit(document: vscode.TextDocument, edits: readonly TextEdit[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const { text, ...span } of edits) edit.replace(document.uri, rangeOf(document, span), text);
  return edit;
}
