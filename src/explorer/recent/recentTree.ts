import * as vscode from 'vscode';
import { markdownOfText } from '../../domain/text/inertText.ts';
import type { ShownZone } from '../../domain/time/shownZone.ts';
import { timeWithZone, zonedTime } from '../../domain/time/zonedTime.ts';
import { DisposableStore } from '../../host/disposables.ts';
import { sessionUri } from '../../host/sessionUri.ts';
import { inertTreeItem } from '../../host/surfaces/treeItem.ts';
import { outcomeIcon, outcomeWords } from '../words/outcomeWords.ts';
import type { RecentSession } from './recentSession.ts';
import type { RecentSessions } from './recentSessions.ts';

/** The sessions of a connection that started on one day, or those that are pinned. */
export interface RecentGroup {
  readonly kind: 'group';
  readonly id: string;
  readonly name: string;
  readonly sessions: readonly RecentRow[];
}

export interface RecentRow {
  readonly kind: 'recent';
  readonly session: RecentSession;
}

export type RecentTreeRow = RecentGroup | RecentRow;

export interface RecentTreeSources {
  readonly recent: RecentSessions;
  readonly zone: () => ShownZone;
  readonly onDidChangeWords: vscode.Event<unknown>;
}

/** The sessions that were opened on this machine: pinned ones first, then by connection and day. */
export class RecentTree implements vscode.TreeDataProvider<RecentTreeRow>, vscode.Disposable {
  readonly #sources: RecentTreeSources;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<undefined>());
  readonly onDidChangeTreeData = this.#changed.event;
  #saidEmpty: boolean | undefined;

  constructor(sources: RecentTreeSources) {
    this.#sources = sources;
    this.#store.add(sources.recent.onDidChange(() => this.#changed.fire(undefined)));
    this.#store.add(sources.onDidChangeWords(() => this.#changed.fire(undefined)));
  }

  getChildren(row?: RecentTreeRow): RecentTreeRow[] {
    if (!row) {
      const groups = this.#groups();
      this.#sayWhetherEmpty(groups.length === 0);
      return groups;
    }
    return row.kind === 'group' ? [...row.sessions] : [];
  }

  getTreeItem(row: RecentTreeRow): vscode.TreeItem {
    return inertTreeItem(row.kind === 'group' ? groupItem(row) : sessionItem(row.session, this.#sources.zone()));
  }

  dispose(): void {
    this.#store.dispose();
  }

  /** Before the view asked nobody knows that there are none, and nothing may say so. */
  #sayWhetherEmpty(empty: boolean): void {
    if (empty === this.#saidEmpty) return;
    this.#saidEmpty = empty;
    void vscode.commands.executeCommand('setContext', 'insights.noRecent', empty);
  }

  #groups(): RecentGroup[] {
    const groups = new Map<string, RecentRow[]>();
    const pinned = vscode.l10n.t('Pinned');
    for (const session of this.#sources.recent.all) {
      const day = zonedTime(session.start, this.#sources.zone()).slice(0, 10);
      const name = session.pinned ? pinned : `${session.connection} · ${day}`;
      const rows = groups.get(name);
      if (rows) rows.push({ kind: 'recent', session });
      else groups.set(name, [{ kind: 'recent', session }]);
    }
    const all = [...groups].map(([name, sessions]): RecentGroup => ({ kind: 'group', id: name, name, sessions }));
    return [...all.filter(({ name }) => name === pinned), ...all.filter(({ name }) => name !== pinned)];
  }
}

function groupItem({ id, name }: RecentGroup): vscode.TreeItem {
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Expanded);
  item.id = id;
  item.contextValue = 'group';
  return item;
}

function sessionItem({ connection, id, start, agent, outcome, note, pinned }: RecentSession, zone: ShownZone) {
  const time = zonedTime(start, zone).slice(11, 16);
  const item = new vscode.TreeItem(`${time}  ${agent ?? id}`);
  item.id = JSON.stringify([connection, id]);
  item.description = note ?? '';
  item.iconPath = outcomeIcon(outcome);
  item.contextValue = pinned ? 'recent.pinned' : 'recent';
  const lines: readonly (readonly [string, string | undefined])[] = [
    [vscode.l10n.t('Note'), note],
    [vscode.l10n.t('Start'), timeWithZone(start, zone)],
    [vscode.l10n.t('Agent'), agent],
    [vscode.l10n.t('Outcome'), outcomeWords(outcome)],
    [vscode.l10n.t('Connection'), connection],
    [vscode.l10n.t('Session id'), id],
  ];
  const tooltip = new vscode.MarkdownString();
  for (const [label, value] of lines) if (value) tooltip.appendMarkdown(`${markdownOfText(`${label}: ${value}`)}  \n`);
  item.tooltip = tooltip;
  item.accessibilityInformation = {
    label: [outcomeWords(outcome), time, agent ?? id, note].filter(Boolean).join(', '),
  };
  const uri = sessionUri(connection, start, id);
  item.command = { command: 'vscode.open', title: vscode.l10n.t('Open Session'), arguments: [uri] };
  return item;
}
