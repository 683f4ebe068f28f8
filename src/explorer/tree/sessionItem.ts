import * as vscode from 'vscode';
import type { SessionDocument, SessionSummary } from '../../domain/session/session.ts';
import { summarise } from '../../domain/session/session.ts';
import { markdownOfText } from '../../domain/text/inertText.ts';
import type { ShownZone } from '../../domain/time/shownZone.ts';
import { durationText, timeWithZone, zonedTime } from '../../domain/time/zonedTime.ts';
import { sessionUri } from '../../host/sessionUri.ts';
import { inertTreeItem } from '../../host/surfaces/treeItem.ts';
import { outcomeIcon, outcomeWords } from '../words/outcomeWords.ts';
import { failureWords } from './failureWords.ts';
import { projectedText } from './projectedText.ts';
import type { SessionRow } from './rows.ts';
import type { RowWords } from './rowWords.ts';
import { staleUri } from './staleDecorations.ts';

/** Why it failed, or who answered and for how long, before the number: callers are told apart by what happened to them. */
export function sessionItem(row: SessionRow, { zone, nameOf, shown, isBelowDay }: RowWords): vscode.TreeItem {
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
    const unopened = vscode.l10n.t('can’t be opened: no id or start time');
    item.description = [item.description, unopened].filter(Boolean).join(' · ');
  }
  return inertTreeItem(item);
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
