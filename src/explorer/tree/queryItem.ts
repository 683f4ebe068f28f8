import * as vscode from 'vscode';
import type { Run } from '../../api/runs/run.ts';
import { nameDirections } from '../../domain/text/directions.ts';
import { markdownOfText } from '../../domain/text/inertText.ts';
import { timeWithZone, zonedTime, zoneName } from '../../domain/time/zonedTime.ts';
import { unfoundWords } from '../../host/connections/unfoundWords.ts';
import { seenText, totalText } from '../../host/runs/countWords.ts';
import { runDescription, shortfallWords } from '../../host/runs/runWords.ts';
import { inertTreeItem } from '../../host/surfaces/treeItem.ts';
import type { QueryRow } from './rows.ts';
import type { RowWords } from './rowWords.ts';
import { withoutImages } from './withoutImages.ts';

/** A query, with what its last run came to. */
export function queryItem(row: QueryRow, words: RowWords): vscode.TreeItem {
  const { runOf } = words;
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
  item.tooltip = queryTooltip(row, run, words);
  if (file.place !== 'gone') {
    item.command = { command: 'vscode.open', title: vscode.l10n.t('Open Query'), arguments: [file.uri] };
  }
  return inertTreeItem(item);
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

function queryTooltip({ file }: QueryRow, run: Run | undefined, { zone, unfoundIn }: RowWords): vscode.MarkdownString {
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
    const unfound = unfoundWords(unfoundIn(connection));
    for (const words of [ran, ...reasonsOf(run), ...(unfound === undefined ? [] : [unfound])])
      tooltip.appendMarkdown(`\n\n${markdownOfText(words)}`);
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
