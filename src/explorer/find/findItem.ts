import * as vscode from 'vscode';
import type { LocatedSession } from '../../domain/find/sessionIndex.ts';
import { keyOfSession } from '../../domain/find/sessionIndex.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import { summarise } from '../../domain/session/session.ts';
import { durationText, timeWithZone } from '../../domain/time/zonedTime.ts';
import { sessionUri } from '../../host/sessionUri.ts';
import type { RecentSession } from '../recent/recentSession.ts';
import { outcomeIcon, outcomeWords } from '../words/outcomeWords.ts';

/** A row of the finder: a session to open, or something to do. */
export interface FindItem extends vscode.QuickPickItem {
  /** The same row, when rows come and go around it. */
  readonly key?: string;
  readonly open?: FoundRow;
  readonly act?: () => void;
}

/** What a row opens. */
export interface FoundRow {
  readonly uri: vscode.Uri;
  readonly connection: string;
  readonly id: string;
}

export interface ItemWords {
  readonly zone: string;
  /** The connection that is asked: rows say only of others where they are from. */
  readonly connection: string;
  /** A session as rows show it. */
  readonly shown: (session: SessionDocument) => SessionDocument;
}

/** A session as a row that can be read aloud: time, caller, how it went, agent. Nothing for one that cannot be opened. */
export function sessionItem(
  located: LocatedSession,
  words: ItemWords,
  recent: RecentSession | undefined,
): readonly FindItem[] {
  const { connection, session } = located;
  const { id, start } = summarise(session);
  const { caller, agent, durationMs, outcome } = summarise(words.shown(session));
  if (!id || !start) return [];
  const duration = durationMs === undefined ? undefined : durationText(durationMs);
  const description = [outcomeWords(outcome), agent, duration, elsewhere(connection, words), recent?.note];
  return [
    {
      key: keyOfSession(located),
      label: `${timeWithZone(start, words.zone)}  ${caller ?? vscode.l10n.t('unknown caller')}`,
      description: description.filter(Boolean).join(' · '),
      iconPath: outcomeIcon(outcome),
      alwaysShow: true,
      open: { uri: sessionUri(connection, start, id), connection, id },
    },
  ];
}

/** The same of one of which no more is kept than that it was opened. */
export function recentItem(recent: RecentSession, words: ItemWords): FindItem {
  const { connection, id, start, agent, outcome, note } = recent;
  const description = [outcomeWords(outcome), elsewhere(connection, words), note];
  return {
    key: JSON.stringify([connection, id]),
    label: `${timeWithZone(start, words.zone)}  ${agent ?? id}`,
    description: description.filter(Boolean).join(' · '),
    iconPath: outcomeIcon(outcome),
    alwaysShow: true,
    open: { uri: sessionUri(connection, start, id), connection, id },
  };
}

function elsewhere(connection: string, words: ItemWords): string | undefined {
  return connection === words.connection ? undefined : vscode.l10n.t('on {0}', connection);
}
