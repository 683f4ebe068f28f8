import * as vscode from 'vscode';
import { isRecord } from '../../domain/json/looseValues.ts';
import { queryOf } from '../../host/queries/queryTarget.ts';
import { sessionScheme } from '../../host/sessionUri.ts';
import { pickOne } from '../../host/surfaces/questions.ts';
import { tellInStatusBar } from '../../host/surfaces/statusBar.ts';
import type { TestTree } from '../tests/testTree.ts';
import type { LastVerdicts } from './lastVerdicts.ts';

export interface OpenNeeds {
  readonly tree: TestTree;
  readonly last: LastVerdicts;
  readonly openSession: (session: vscode.Uri, step: number | undefined) => Promise<void>;
}

interface Choice extends vscode.QuickPickItem {
  readonly uri: vscode.Uri;
  readonly step: number | undefined;
}

/** Opens a session that broke an expectation: the one of a link; else it asks which, of a test, or of the query in front. */
export async function openBrokenSession(target: unknown, { tree, last, openSession }: OpenNeeds): Promise<void> {
  const linked = linkOf(target);
  if (linked) return openSession(linked.uri, linked.step);
  const item = isTestItem(target) ? target : undefined;
  const query = item ? tree.queryOf(item)?.uri : queryOf(undefined);
  const verdicts = query && last.of(query);
  const key = item?.parent ? item.id : item ? undefined : keyAtCursor(tree);
  const all = verdicts ? [...verdicts] : [];
  const near = all.filter(([one, { broken }]) => one === key && broken.length > 0);
  const choices = (near.length > 0 ? near : all).flatMap(([, { name, broken }]) =>
    broken.flatMap(({ label, uri, step }): Choice[] => (uri ? [{ label, description: name, uri, step }] : [])),
  );
  const [only, another] = choices;
  if (!only)
    return tellInStatusBar(vscode.l10n.t('No session broke an expectation of this query when it was checked last.'));
  const placeHolder = vscode.l10n.t('Sessions that broke an expectation');
  const picked = another ? await pickOne(choices, { placeHolder, matchOnDescription: true }) : only;
  if (picked) await openSession(picked.uri, picked.step);
}

function keyAtCursor(tree: TestTree): string | undefined {
  const editor = vscode.window.activeTextEditor;
  const item = editor && tree.queryAt(editor.document.uri) && tree.itemOf({ uri: editor.document.uri });
  return [...(item?.children ?? [])].find(([, { range }]) =>
    range?.contains(editor?.selection.active ?? range.end),
  )?.[0];
}

/** What a link says is text that went through a document: only a session is opened. */
function linkOf(target: unknown): { readonly uri: vscode.Uri; readonly step: number | undefined } | undefined {
  if (!isRecord(target) || typeof target.uri !== 'string') return undefined;
  const uri = vscode.Uri.parse(target.uri, true);
  const isSession = uri.scheme === sessionScheme || uri.path.endsWith('.insights-session.json');
  return isSession ? { uri, step: typeof target.step === 'number' ? target.step : undefined } : undefined;
}

function isTestItem(target: unknown): target is vscode.TestItem {
  return isRecord(target) && typeof target.id === 'string' && 'children' in target;
}
