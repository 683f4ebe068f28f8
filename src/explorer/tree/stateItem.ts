import * as vscode from 'vscode';
import { timeWithZone, zonedTime } from '../../domain/time/zonedTime.ts';
import { commandOf } from '../../host/commands.ts';
import { seenText, shownOfTotal } from '../../host/runs/countWords.ts';
import { emptyWords, runningWords } from '../../host/runs/runWords.ts';
import { inertTreeItem } from '../../host/surfaces/treeItem.ts';
import type { MoreRow, StateRow } from './rows.ts';
import type { RowWords } from './rowWords.ts';

/** The row below the sessions that are there, which loads more of them. */
export function moreItem({ run, queryUri }: MoreRow, { deleted }: RowWords): vscode.TreeItem {
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
  return inertTreeItem(item);
}

/** How far a run is, or how it ended, where that is a row of its own. */
export function stateItem(row: StateRow, words: RowWords): vscode.TreeItem {
  return inertTreeItem(drawn(row, words));
}

function drawn(row: StateRow, { zone, wordsOf, progressOf }: RowWords): vscode.TreeItem {
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
