import * as vscode from 'vscode';
import type { LookupState } from '../../api/lookup/serviceLookup.ts';
import type { Lookup, ValueCondition } from '../../domain/find/lookup.ts';
import { isOfValue } from '../../domain/find/lookup.ts';
import type { NearValues } from '../../domain/find/nearValues.ts';
import type { LocatedSession } from '../../domain/find/sessionIndex.ts';
import { keyOfSession, newestFirst } from '../../domain/find/sessionIndex.ts';
import type { ErrorWords } from '../../host/errors/errorWords.ts';
import type { RecentSession } from '../recent/recentSession.ts';
import type { FindItem, ItemWords } from './findItem.ts';
import { recentItem, sessionItem } from './findItem.ts';
import type { ServiceAnswer } from './findQuestion.ts';
import { isNotFound } from './findQuestion.ts';
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
    readonly services: readonly ServiceAnswer[];
  };
  /** What was seen in place of values that nothing was seen of. */
  readonly unseen: readonly NearValues[];
  /** Whether parts of values are looked for in what the services have. */
  readonly looksThrough: boolean;
  /** The days of the next wider range. */
  readonly widerDays: number | undefined;
  readonly words: ItemWords;
  /** What the service, or all that are asked, are called. */
  readonly asked: string;
}

export interface FinderActs {
  readonly ask: () => void;
  readonly widen: () => void;
  readonly lookThrough: () => void;
  /** Types another value for one that nothing is found by. */
  readonly respell: (condition: ValueCondition, value: string) => void;
  readonly run: (command: vscode.Command) => void;
  readonly wordsOf: (error: unknown, connection: string) => ErrorWords;
}

/** The rows of the finder: the newest sessions first, and what more can be asked for last. */
export function finderRows(finding: Finding, acts: FinderActs): readonly FindItem[] {
  const { lookup, loaded, recent, answer, words } = finding;
  if (lookup.conditions.length === 0 && !lookup.range) return untyped(finding);
  const known = new Map(recent.map((one) => [keyOfRecent(one), one]));
  const located = eachOnce([...foundBy(answer.services), ...loaded]);
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

/** What the services answered, or are to be asked: always a row, so that the list does not jump. */
function lastRows(finding: Finding, acts: FinderActs): readonly FindItem[] {
  const { lookup, answer, asked } = finding;
  const [first] = lookup.conditions;
  const what = isOfId(lookup)
    ? lookupWords(lookup)
    : [lookupWords(lookup), rangeWords(lookup)].filter(Boolean).join(', ');
  switch (answer.state) {
    case 'idle':
    case 'waiting':
      return first
        ? [serviceRow(vscode.l10n.t('Search {0}', asked), 'search', { description: what, act: acts.ask })]
        : [];
    case 'asking': {
      const waited = answer.services.filter(({ state }) => state === 'asking').map(({ connection }) => connection);
      // Of several, those that keep one waiting.
      const whom = answer.services.length > 1 && waited.length > 0 ? waited.join(', ') : asked;
      return [
        ...failures(finding, acts),
        serviceRow(vscode.l10n.t('Searching {0}…', whom), 'loading~spin', { description: what }),
      ];
    }
    case 'failed':
      return [
        ...failures(finding, acts),
        serviceRow(vscode.l10n.t('Search again'), 'refresh', { description: foundWords(finding), act: acts.ask }),
      ];
    case 'answered':
      return answered(finding, acts);
  }
}

function answered(finding: Finding, acts: FinderActs): readonly FindItem[] {
  const { lookup, answer, widerDays } = finding;
  const isFound = foundBy(answer.services).length > 0;
  const found = foundWords(finding);
  if (widerDays === undefined || isOfId(lookup)) {
    return isFound ? [] : [...partRows(finding, acts), serviceRow(found, 'info')];
  }
  const wider = serviceRow(vscode.l10n.t('Search {0}', lastDays(widerDays)), 'search', {
    description: found,
    act: acts.widen,
  });
  return isFound ? [wider] : [...partRows(finding, acts), wider];
}

/** Where nothing was found by a tag, an agent or a node: it may be only a part of one, and services compare the whole. */
function partRows({ lookup, unseen, looksThrough }: Finding, acts: FinderActs): readonly FindItem[] {
  if (!lookup.conditions.some(isOfValue)) return [];
  const others = unseen.flatMap(({ condition, values }) =>
    values.map(
      (value): FindItem => ({
        key: JSON.stringify([condition.kind, value]),
        label: `${marks[condition.kind]}${value}`,
        iconPath: new vscode.ThemeIcon('lightbulb'),
        alwaysShow: true,
        act: () => acts.respell(condition, value),
      }),
    ),
  );
  const through: FindItem = {
    key: 'through',
    label: vscode.l10n.t('Look for it as a part of names'),
    description: vscode.l10n.t('in the newest 1,000 sessions'),
    iconPath: new vscode.ThemeIcon('filter'),
    alwaysShow: true,
    act: acts.lookThrough,
  };
  return [separator(partWords(unseen)), ...others, ...(looksThrough ? [] : [through])];
}

function partWords(unseen: readonly NearValues[]): string {
  const offered = unseen.filter(({ values }) => values.length > 0);
  if (offered.some(({ isNear }) => isNear)) return vscode.l10n.t('Only whole names are compared. Did you mean');
  return offered.length > 0
    ? vscode.l10n.t('Only whole names are compared. Seen before')
    : vscode.l10n.t('Only whole names are compared');
}

const marks = { tag: '#', agent: '@', node: 'node:' } as const;

/** How much was found, where, and of how much. */
function foundWords({ lookup, answer, asked }: Finding): string {
  const count = foundBy(answer.services).length;
  const range = rangeWords(lookup);
  if (isOfId(lookup)) return count > 0 ? '' : vscode.l10n.t('Not found on {0}', asked);
  const cutAt = Math.max(0, ...answer.services.map((one) => one.cutAt ?? 0));
  if (cutAt > 0) {
    return vscode.l10n.t('{0} among the newest {1} in {2} on {3}', count, cutAt.toLocaleString('en'), range, asked);
  }
  if (count === 0) return vscode.l10n.t('none in {0} on {1}', range, asked);
  return count === 1
    ? vscode.l10n.t('1 in {0} on {1}', range, asked)
    : vscode.l10n.t('{0} in {1} on {2}', count, range, asked);
}

/** Each service that failed, with what helps. */
function failures({ answer }: Finding, acts: FinderActs): readonly FindItem[] {
  return answer.services.flatMap(({ state, connection, error }): readonly FindItem[] => {
    if (state !== 'failed') return [];
    const { sentence, action } = acts.wordsOf(error, connection);
    // It answered, and has none.
    const isMissing = isNotFound(error);
    // A label is cut off where the row ends; what stands below it has the whole width.
    const failure: FindItem = {
      key: JSON.stringify(['failure', connection]),
      label: isMissing
        ? vscode.l10n.t('No session found')
        : failedOn(answer.services.length === 1 ? undefined : connection),
      detail: sentence,
      iconPath: new vscode.ThemeIcon(isMissing ? 'circle-slash' : 'error'),
      alwaysShow: true,
    };
    if (!action) return [failure];
    const key = JSON.stringify(['action', connection]);
    return [failure, { key, label: action.title, alwaysShow: true, act: () => acts.run(action) }];
  });
}

function failedOn(connection: string | undefined): string {
  return connection === undefined
    ? vscode.l10n.t('The search failed')
    : vscode.l10n.t('The search on {0} failed', connection);
}

function serviceRow(label: string, icon: string, more: Partial<FindItem> = {}): FindItem {
  return { key: 'service', label, iconPath: new vscode.ThemeIcon(icon), alwaysShow: true, ...more };
}

function isOfId({ conditions: [first, ...others] }: Lookup): boolean {
  return first?.kind === 'id' && others.length === 0;
}

/** The sessions that services found so far. */
export function foundBy(services: readonly ServiceAnswer[]): readonly LocatedSession[] {
  return services.flatMap(({ sessions }) => sessions);
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
