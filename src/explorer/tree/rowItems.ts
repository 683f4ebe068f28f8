import * as vscode from 'vscode';
import type { Run } from '../../api/runs/run.ts';
import type { SessionDocument, SessionSummary } from '../../domain/session/session.ts';
import { summarise } from '../../domain/session/session.ts';
import { nameDirections } from '../../domain/text/directions.ts';
import { markdownOfText } from '../../domain/text/inertText.ts';
import type { ShownZone } from '../../domain/time/shownZone.ts';
import { durationText, timeWithZone, zonedTime, zoneName } from '../../domain/time/zonedTime.ts';
import { commandOf } from '../../host/commands.ts';
import type { ErrorWords } from '../../host/errors/errorWords.ts';
import { numberText, seenText, shownOfTotal, totalText } from '../../host/runs/countWords.ts';
import type { RunWordSources } from '../../host/runs/runWords.ts';
import { emptyWords, runDescription, runningWords, shortfallWords } from '../../host/runs/runWords.ts';
import { sessionUri } from '../../host/sessionUri.ts';
import { inertTreeItem } from '../../host/surfaces/treeItem.ts';
import type { LastRun } from '../runs/lastRuns.ts';
import { outcomeIcon, outcomeWords } from '../words/outcomeWords.ts';
import { failureWords } from './failureWords.ts';
import { projectedText } from './projectedText.ts';
import type { DayRow, FolderRow, MoreRow, QueryRow, Row, SessionRow, StateRow } from './rows.ts';
import { staleUri } from './staleDecorations.ts';
import { withoutImages } from './withoutImages.ts';

export interface RowWords extends RunWordSources {
  readonly runOf: (query: QueryRow) => Run | undefined;
  /** A session as rows show it. */
  readonly shown: (session: SessionDocument) => SessionDocument;
  /** What a query found before this window. */
  readonly lastRunOf: (query: QueryRow) => LastRun | undefined;
  readonly isFollowed: (query: QueryRow) => boolean;
  /** Whether the row above a session says its day. */
  readonly isBelowDay: (session: SessionRow) => boolean;
  readonly wordsOf: (error: unknown, connection?: string) => ErrorWords;
  /** What a node is called, for a query. */
  readonly nameOf: (query: vscode.Uri, nodeId: string) => string | undefined;
}

/** Draws a row as VS Code shows it. */
export function itemOf(row: Row, words: RowWords): vscode.TreeItem {
  const item = inertTreeItem(drawn(row, words));
  // A row that gets rows for the first time is a new one to VS Code, which otherwise keeps it collapsed.
  item.id = row.kind === 'query' && words.runOf(row) ? `${row.id}#ran` : row.id;
  return item;
}

function drawn(row: Row, words: RowWords): vscode.TreeItem {
  switch (row.kind) {
    case 'folder':
      return folderItem(row);
    case 'query':
      return queryItem(row, words);
    case 'day':
      return dayItem(row);
    case 'session':
      return sessionItem(row, words);
    case 'more':
      return moreItem(row, words);
    default:
      return stateItem(row, words);
  }
}

function folderItem(row: FolderRow): vscode.TreeItem {
  const item = new vscode.TreeItem(row.name, vscode.TreeItemCollapsibleState.Expanded);
  item.iconPath = vscode.ThemeIcon.Folder;
  item.contextValue = 'folder';
  return item;
}

function queryItem(row: QueryRow, words: RowWords): vscode.TreeItem {
  const { zone, runOf } = words;
  const run = runOf(row);
  const { file } = row;
  const { None, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(file.name, run ? Expanded : None);
  item.iconPath = new vscode.ThemeIcon('search');
  item.contextValue = words.isFollowed(row)
    ? 'query.followed'
    : run?.state === 'running'
      ? 'query.running'
      : file.place === 'gone'
        ? 'gone'
        : run
          ? 'query.ran'
          : 'query';
  const gone = file.place === 'gone' ? [vscode.l10n.t('the file is gone')] : [];
  const followed = words.isFollowed(row) ? [vscode.l10n.t('following')] : [];
  item.description = [...gone, ...followed, run ? runDescription(run, words) : foundBefore(row, words)]
    .filter(Boolean)
    .join(' · ');
  item.accessibilityInformation = {
    label: [vscode.l10n.t('Query'), file.name, item.description].filter(Boolean).join(', '),
  };
  item.tooltip = queryTooltip(row, run, zone);
  if (file.place !== 'gone') {
    item.command = { command: 'vscode.open', title: vscode.l10n.t('Open Query'), arguments: [file.uri] };
  }
  return item;
}

/** What the query found in an earlier window: its sessions are not kept, so it has to be run again to see them. */
function foundBefore(row: QueryRow, { lastRunOf, zone }: RowWords): string {
  const last = lastRunOf(row);
  if (!last) return row.file.connection ?? '';
  const today = zonedTime(new Date(), zone).slice(0, 10);
  const time = zonedTime(last.at, zone);
  const at = `${time.startsWith(today) ? time.slice(11, 16) : time.slice(5, 16)} ${zoneName(last.at, zone)}`;
  const total = totalText(last);
  return last.count === 1 && !last.atLeast
    ? vscode.l10n.t('1 session on {0}, {1}, run again', last.connection, at)
    : vscode.l10n.t('{0} sessions on {1}, {2}, run again', total, last.connection, at);
}

function queryTooltip({ file }: QueryRow, run: Run | undefined, zone: ShownZone): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString();
  tooltip.appendMarkdown(`**${markdownOfText(file.name)}**\n\n`);
  // The file's own Markdown: neither trusted nor able to hold HTML, and it loads nothing.
  if (file.description) tooltip.appendMarkdown(`${withoutImages(nameDirections(file.description))}\n\n`);
  tooltip.appendMarkdown(markdownOfText(vscode.workspace.asRelativePath(file.uri)));
  if (run) {
    const { connection, range, startedAt } = run.identity;
    const ran = vscode.l10n.t(
      'Run on {0} at {1}, for {2} to {3}',
      connection,
      timeWithZone(startedAt, zone),
      timeWithZone(range.from, zone),
      timeWithZone(range.to, zone),
    );
    for (const words of [ran, ...reasonsOf(run)]) tooltip.appendMarkdown(`\n\n${markdownOfText(words)}`);
  }
  return tooltip;
}

/** Why a row has fewer sessions than the service counts: too long for the row itself. */
function reasonsOf(run: Run): readonly string[] {
  const shortfall = shortfallWords(run);
  if (shortfall !== undefined) return [shortfall];
  if (run.state !== 'done' || run.leftOut === undefined || !run.hasMore) return [];
  const { atLeast, count } = run.total;
  const total = totalText({ count, atLeast });
  return [vscode.l10n.t('The refinement was asked of the first {0} of {1} sessions.', seenText(run), total)];
}

function dayItem({ day, sessions: { length }, goesOn }: DayRow): vscode.TreeItem {
  const item = new vscode.TreeItem(day, vscode.TreeItemCollapsibleState.Expanded);
  const weekday = new Intl.DateTimeFormat(vscode.env.language, { weekday: 'long', timeZone: 'utc' });
  const count =
    length === 1 && !goesOn
      ? vscode.l10n.t('1 session')
      : vscode.l10n.t('{0} sessions', `${numberText(length)}${goesOn ? '+' : ''}`);
  item.description = [weekday.format(new Date(`${day}T00:00:00Z`)), count].join(' · ');
  item.iconPath = new vscode.ThemeIcon('calendar');
  item.accessibilityInformation = { label: `${day}, ${item.description}` };
  item.contextValue = 'day';
  return item;
}

/** Why it failed, or who answered and for how long, before the number: callers are told apart by what happened to them. */
function sessionItem(row: SessionRow, { zone, nameOf, shown, isBelowDay }: RowWords): vscode.TreeItem {
  const { session, connection, stale, queryUri, isNew } = row;
  const document = shown(session);
  const summary = summarise(document);
  const { caller, agent, durationMs } = summary;
  const { id, start } = summarise(session);
  const time = start ? zonedTime(start, zone).slice(5, 16) : vscode.l10n.t('no start time');
  const duration = durationMs === undefined ? undefined : durationText(durationMs);
  const failure = failureWords(document, (nodeId) => nameOf(queryUri, nodeId));
  const [what = vscode.l10n.t('unknown caller'), ...rest] = [failure, agent, duration, caller].filter(Boolean);
  const item = new vscode.TreeItem(`${start && isBelowDay(row) ? time.slice(6) : time}  ${what}`);
  item.description = [isNew ? vscode.l10n.t('new') : undefined, ...rest].filter(Boolean).join(' · ');
  item.iconPath = stale
    ? new vscode.ThemeIcon('circle-outline', new vscode.ThemeColor('disabledForeground'))
    : outcomeIcon(summary.outcome);
  item.tooltip = sessionTooltip(summary, document, zone);
  item.contextValue = 'session';
  item.accessibilityInformation = {
    label: [outcomeWords(summary.outcome), time, what, item.description].filter(Boolean).join(', '),
  };
  if (id && start) {
    const uri = sessionUri(connection, start, id);
    if (stale) item.resourceUri = staleUri(uri);
    item.command = { command: 'vscode.open', title: vscode.l10n.t('Open Session'), arguments: [uri] };
  } else {
    item.description += ` · ${vscode.l10n.t('cannot be opened: no id or start time')}`;
  }
  return item;
}

function sessionTooltip(summary: SessionSummary, session: SessionDocument, zone: ShownZone): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString();
  const line = (label: string, value: string | undefined): void => {
    if (value) tooltip.appendMarkdown(`${markdownOfText(`${label}: ${value}`)}  \n`);
  };
  line(vscode.l10n.t('Outcome'), outcomeWords(summary.outcome));
  line(vscode.l10n.t('Start'), summary.start && timeWithZone(summary.start, zone));
  line(vscode.l10n.t('Caller'), summary.caller);
  line(vscode.l10n.t('Agent'), summary.agent);
  line(vscode.l10n.t('Channel'), summary.channel);
  line(vscode.l10n.t('Status'), summary.status);
  line(vscode.l10n.t('Duration'), summary.durationMs === undefined ? undefined : durationText(summary.durationMs));
  line(vscode.l10n.t('Session id'), summary.id);
  for (const [path, text] of projectedText(session)) line(path, text);
  return tooltip;
}

/** An error is never green: the service's 200 is the erroneous one. */
function moreItem({ run, queryUri }: MoreRow, { deleted }: RowWords): vscode.TreeItem {
  const { shown: kept, total } = shownOfTotal(run, deleted);
  // Of a refined run it is what was looked at that goes on.
  const shown = run.leftOut === undefined ? kept : seenText(run);
  const failed = run.state === 'failed';
  const item = new vscode.TreeItem(
    failed
      ? vscode.l10n.t('{0} of {1} – Try again', shown, total)
      : vscode.l10n.t('{0} of {1} – Load more', shown, total),
  );
  item.iconPath = new vscode.ThemeIcon(failed ? 'refresh' : 'arrow-down');
  item.contextValue = 'more';
  item.command = commandOf(
    'insights.loadMore',
    failed ? vscode.l10n.t('Try Again') : vscode.l10n.t('Load More'),
    queryUri,
  );
  return item;
}

function stateItem(row: StateRow, { zone, wordsOf, progressOf }: RowWords): vscode.TreeItem {
  const { run, queryUri } = row;
  switch (row.kind) {
    case 'running': {
      const item = new vscode.TreeItem(runningWords(run, progressOf(run.identity.connection)));
      item.iconPath = new vscode.ThemeIcon('loading~spin');
      item.contextValue = 'running';
      return item;
    }
    case 'empty': {
      const item = new vscode.TreeItem(emptyWords(run));
      // What the service found and the refinement left out needs no explanation.
      if (!run.leftOut) item.command = commandOf('insights.explainEmpty', vscode.l10n.t('Why 0 Results?'), queryUri);
      item.description = vscode.l10n.t(
        '{0} to {1}',
        zonedTime(run.identity.range.from, zone).slice(0, 16),
        timeWithZone(run.identity.range.to, zone),
      );
      item.iconPath = new vscode.ThemeIcon('info');
      item.contextValue = 'empty';
      return item;
    }
    case 'cancelled': {
      const item = new vscode.TreeItem(vscode.l10n.t('Cancelled'));
      item.description = run.sessions.length > 0 ? vscode.l10n.t('{0} loaded before', run.sessions.length) : '';
      item.iconPath = new vscode.ThemeIcon('circle-slash');
      item.contextValue = 'cancelled';
      item.command = commandOf('insights.runQuery', vscode.l10n.t('Run Again'), queryUri);
      return item;
    }
    case 'failed': {
      const { sentence, runAgain, ...words } = wordsOf(run.error, run.identity.connection);
      const again = commandOf('insights.runQuery', vscode.l10n.t('Run Again'), queryUri);
      const action = runAgain ? again : words.action;
      const item = new vscode.TreeItem(sentence);
      item.tooltip = action ? `${sentence}\n${action.title}` : sentence;
      item.description = action?.title ?? '';
      item.iconPath = new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
      item.contextValue = 'failed';
      if (action) item.command = action;
      return item;
    }
    case 'stale': {
      const item = new vscode.TreeItem(vscode.l10n.t('From {0}', timeWithZone(run.identity.startedAt, zone)));
      item.description = vscode.l10n.t('an earlier run');
      item.iconPath = new vscode.ThemeIcon('history');
      item.contextValue = 'stale';
      return item;
    }
  }
}
