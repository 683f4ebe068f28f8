import * as vscode from 'vscode';
import type { ParsedQuery, QueryString } from '../../domain/query/query.ts';
import type { CommitTimes } from '../../domain/time/commitDates.ts';
import type { DateRange, RangeProblem } from '../../domain/time/dates.ts';
import { resolveRange } from '../../domain/time/dates.ts';
import type { Commits } from '../../host/git/commits.ts';
import { onDidChangeSetting, timeZone } from '../../host/settings.ts';
import type { ParsedQueries } from '../queries/parsedQueries.ts';
import { insightsQuery } from '../queries/querySelector.ts';
import { instantWords, lengthWords } from './dateWords.ts';

export interface DateHintSources {
  readonly queries: ParsedQueries;
  readonly now: () => Date;
  readonly commits: Pick<Commits, 'of' | 'onDidChange'>;
}

/** Behind each date of a query: the instant that it stands for now, and how long the range is. */
export function registerDateHints(sources: DateHintSources): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    onDidChangeSetting('insights.timeZone', () => changed.fire()),
    vscode.languages.registerInlayHintsProvider(insightsQuery, {
      onDidChangeInlayHints: changed.event,
      provideInlayHints: (document, range) =>
        dateHints(document, sources).filter((hint) => range.contains(hint.position)),
    }),
  );
}

function dateHints(document: vscode.TextDocument, { queries, now, commits }: DateHintSources): vscode.InlayHint[] {
  const query = queries.of(document);
  const range = rangeOfQuery(query, now(), commits.of(document.uri));
  if (!range || 'code' in range) return [];
  const { fromDate, toDate } = query;
  const hintAt = (date: QueryString, words: string): vscode.InlayHint => {
    const hint = new vscode.InlayHint(document.positionAt(date.offset + date.length), words);
    hint.paddingLeft = true;
    hint.tooltip = vscode.l10n.t('What this date stands for now');
    return hint;
  };
  const from = instantWords(range.from, timeZone());
  const to = instantWords(range.to, timeZone());
  const length = lengthWords(range);
  if (fromDate && toDate) return [hintAt(fromDate, `= ${from}`), hintAt(toDate, `= ${to} · ${length}`)];
  if (fromDate) return [hintAt(fromDate, `= ${from} · ${length}`)];
  return toDate ? [hintAt(toDate, `= ${to} · ${length}`)] : [];
}

/** The range that a query stands for at `now`; undefined when it depends on an answer. */
export function rangeOfQuery(
  { fromDate, toDate }: ParsedQuery,
  now: Date,
  commits: CommitTimes,
): DateRange | RangeProblem | undefined {
  if (fromDate?.value.includes('${') || toDate?.value.includes('${')) return undefined;
  const texts = { ...(fromDate ? { from: fromDate.value } : {}), ...(toDate ? { to: toDate.value } : {}) };
  return resolveRange(texts, now, commits);
}
