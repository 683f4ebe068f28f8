import * as vscode from 'vscode';
import type { LookupState } from '../../api/lookup/serviceLookup.ts';
import type { Lookup } from '../../domain/find/lookup.ts';
import type { LocatedSession } from '../../domain/find/sessionIndex.ts';
import { keyOfSession, newestFirst } from '../../domain/find/sessionIndex.ts';
import type { ErrorWords } from '../../host/errors/errorWords.ts';
import type { RecentSession } from '../recent/recentSession.ts';
import type { FindItem, ItemWords } from './findItem.ts';
import { recentItem, sessionItem } from './findItem.ts';
import { lastDays, lookupWords, rangeWords } from './lookupWords.ts';

/** What the finder knows at a moment. */
export interface Finding {
  readonly lookup: Lookup;
  /** What is loaded and fits. */
  readonly loaded: readonly LocatedSession[];
  /** What was opened before and fits, as far as that can be told of it. */
  readonly recent: readonly RecentSession[];
  readonly answer: {
    readonly state: LookupState;
    readonly rows: readonly LocatedSession[];
    readonly error: unknown;
  };
  /** The days of the next wider range. */
  readonly widerDays: number | undefined;
  readonly words: ItemWords;
  /** What the service, or all that are asked, are called. */
  readonly asked: string;
}

export interface FinderActs {
  readonly ask: () => void;
  readonly widen: () => void;
  readonly run: (command: vscode.Command) => void;
  readonly wordsOf: (error: unknown) => ErrorWords;
}

/** The rows of the finder: the newest sessions first, and what more can be asked for last. */
export function finderRows(finding: Finding, acts: FinderActs): readonly FindItem[] {
  const { lookup, loaded, recent, answer, words } = finding;
  if (lookup.conditions.length === 0 && !lookup.range) return untyped(finding);
  const known = new Map(recent.map((one) => [keyOfRecent(one), one]));
  const located = eachOnce([...answer.rows, ...loaded]);
  const keys = new Set(located.map(keyOfSession));
  const sessions = newestFirst(located).flatMap((one) => sessionItem(one, words, known.get(keyOfSession(one))));
  const opened = recent.filter((one) => !keys.has(keyOfRecent(one))).map((one) => recentItem(one, words));
  return [
    ...sessions,
    ...(opened.length > 0 ? [separator(vscode.l10n.t('Opened before')), ...opened] : []),
    ...lastRows(finding, acts),
  ];
}

/** Before anything is typed: what was pinned, what was opened, and what is loaded. */
function untyped({ recent, loaded, words }: Finding): readonly FindItem[] {
  const known = new Map(recent.map((one) => [keyOfRecent(one), one]));
  const section = (title: string, rows: readonly FindItem[]): readonly FindItem[] =>
    rows.length > 0 ? [separator(title), ...rows] : [];
  const documents = new Map(loaded.map((one) => [keyOfSession(one), one]));
  const rowOf = (one: RecentSession): readonly FindItem[] => {
    const document = documents.get(keyOfRecent(one));
    return document ? sessionItem(document, words, one) : [recentItem(one, words)];
  };
  const rows = [
    ...section(vscode.l10n.t('Pinned'), recent.filter(({ pinned }) => pinned).flatMap(rowOf)),
    ...section(
      vscode.l10n.t('Opened before'),
      recent
        .filter(({ pinned }) => !pinned)
        .slice(0, mostRecent)
        .flatMap(rowOf),
    ),
    ...section(
      vscode.l10n.t('Loaded'),
      loaded.filter((one) => !known.has(keyOfSession(one))).flatMap((one) => sessionItem(one, words, undefined)),
    ),
  ];
  const hint = vscode.l10n.t('Nothing was opened or loaded yet: type what to find');
  return rows.length > 0 ? rows : [{ key: 'hint', label: hint, alwaysShow: true }];
}

const mostRecent = 10;

/** What the service answered, or is to be asked: always a row, so that the list does not jump. */
function lastRows(finding: Finding, acts: FinderActs): readonly FindItem[] {
  const { lookup, answer, widerDays, asked } = finding;
  const [first] = lookup.conditions;
  const isId = first?.kind === 'id' && lookup.conditions.length === 1;
  const what = isId ? lookupWords(lookup) : [lookupWords(lookup), rangeWords(lookup)].filter(Boolean).join(', ');
  const row = (label: string, icon: string, more: Partial<FindItem> = {}): FindItem => ({
    key: 'service',
    label,
    iconPath: new vscode.ThemeIcon(icon),
    alwaysShow: true,
    ...more,
  });
  switch (answer.state) {
    case 'idle':
    case 'waiting':
      return first ? [row(vscode.l10n.t('Search {0}', asked), 'search', { description: what, act: acts.ask })] : [];
    case 'asking':
      return [row(vscode.l10n.t('Searching {0}…', asked), 'loading~spin', { description: what })];
    case 'failed':
      return failed(finding, acts, row);
    case 'answered': {
      const found = foundWords(answer.rows.length, isId ? undefined : rangeWords(lookup), asked);
      if (widerDays === undefined || isId) return answer.rows.length === 0 ? [row(found, 'info')] : [];
      return [row(vscode.l10n.t('Search {0}', lastDays(widerDays)), 'search', { description: found, act: acts.widen })];
    }
  }
}

function foundWords(count: number, range: string | undefined, asked: string): string {
  if (range === undefined) return vscode.l10n.t('Not found on {0}', asked);
  if (count === 0) return vscode.l10n.t('none in {0} on {1}', range, asked);
  return count === 1
    ? vscode.l10n.t('1 in {0} on {1}', range, asked)
    : vscode.l10n.t('{0} in {1} on {2}', count, range, asked);
}

function failed(
  { answer }: Finding,
  acts: FinderActs,
  row: (label: string, icon: string, more?: Partial<FindItem>) => FindItem,
): readonly FindItem[] {
  const { sentence, action } = acts.wordsOf(answer.error);
  // A label is cut off where the row ends; what stands below it has the whole width.
  const failure: FindItem = {
    key: 'failure',
    label: vscode.l10n.t('The search failed'),
    detail: sentence,
    iconPath: new vscode.ThemeIcon('error'),
    alwaysShow: true,
  };
  const again = row(vscode.l10n.t('Search again'), 'refresh', { act: acts.ask });
  if (!action) return [failure, again];
  return [failure, { key: 'action', label: action.title, alwaysShow: true, act: () => acts.run(action) }, again];
}

function separator(label: string): FindItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function eachOnce(sessions: readonly LocatedSession[]): readonly LocatedSession[] {
  return [...new Map(sessions.toReversed().map((one) => [keyOfSession(one), one])).values()];
}

function keyOfRecent({ connection, id }: RecentSession): string {
  return JSON.stringify([connection, id]);
}
