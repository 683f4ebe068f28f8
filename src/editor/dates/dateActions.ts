import * as vscode from 'vscode';
import type { ParsedQuery } from '../../domain/query/query.ts';
import { defaultDates } from '../../domain/time/dates.ts';
import type { Commits } from '../../host/git/commits.ts';
import type { ParsedQueries } from '../queries/parsedQueries.ts';
import { isWithin, rangeOf } from '../queries/parsedQueries.ts';
import { insightsQuery } from '../queries/querySelector.ts';
import { rangeOfQuery } from './dateHints.ts';
import type { DateTexts } from './rewriteDates.ts';
import { frozenDates, isAbsolute, isRelative, relativeDates } from './rewriteDates.ts';

export interface DateActionSources {
  readonly queries: ParsedQueries;
  readonly now: () => Date;
  readonly commits: Pick<Commits, 'of'>;
}

/** On the dates of a query: freeze them to what they stand for now, or make them relative to now. */
export function registerDateActions({ queries, now, commits }: DateActionSources): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    insightsQuery,
    {
      provideCodeActions(document, selection) {
        const query = queries.of(document);
        const at = document.offsetAt(selection.start);
        const isDate = ({ name, node }: ParsedQuery['properties'][number]): boolean =>
          (name === 'from_date' || name === 'to_date') && isWithin(node, at);
        const range = query.properties.some(isDate) ? rangeOfQuery(query, now(), commits.of(document.uri)) : undefined;
        if (!range || 'code' in range) return [];
        const from = query.fromDate?.value ?? defaultDates.from;
        const to = query.toDate?.value ?? defaultDates.to;
        const actions: vscode.CodeAction[] = [];
        const offer = (title: string, texts: DateTexts): void => {
          const action = new vscode.CodeAction(title, vscode.CodeActionKind.RefactorRewrite);
          action.edit = withDates(document, query, texts);
          actions.push(action);
        };
        if (!isAbsolute(from) || !isAbsolute(to)) offer(vscode.l10n.t('Freeze to absolute dates'), frozenDates(range));
        if (!isRelative(from) || !isRelative(to)) offer(vscode.l10n.t('Make relative'), relativeDates(range, now()));
        return actions;
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.RefactorRewrite] },
  );
}

/** One edit that writes both dates; one that only its default stood for is put behind the other. */
function withDates(document: vscode.TextDocument, query: ParsedQuery, texts: DateTexts): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  const { fromDate, toDate } = query;
  const written = fromDate ?? toDate;
  if (fromDate) edit.replace(document.uri, rangeOf(document, fromDate), JSON.stringify(texts.from));
  if (toDate) edit.replace(document.uri, rangeOf(document, toDate), JSON.stringify(texts.to));
  if (written && !(fromDate && toDate)) {
    const end = document.positionAt(written.offset + written.length);
    const indent = /^\s*/u.exec(document.lineAt(end.line).text)?.[0] ?? '';
    const missing = fromDate ? `"to_date": ${JSON.stringify(texts.to)}` : `"from_date": ${JSON.stringify(texts.from)}`;
    edit.insert(document.uri, end, `,\n${indent}${missing}`);
  }
  return edit;
}
