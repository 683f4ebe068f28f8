import * as vscode from 'vscode';
import { numberText } from '../../host/numberText.ts';
import { inertTreeItem } from '../../host/surfaces/treeItem.ts';
import { queryItem } from './queryItem.ts';
import type { DayRow, FolderRow, Row } from './rows.ts';
import type { RowWords } from './rowWords.ts';
import { sessionItem } from './sessionItem.ts';
import { moreItem, stateItem } from './stateItem.ts';

/** Draws a row as VS Code shows it. */
export function rowItem(row: Row, words: RowWords): vscode.TreeItem {
  const item = drawn(row, words);
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
  return inertTreeItem(item);
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
  return inertTreeItem(item);
}
