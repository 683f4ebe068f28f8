import * as vscode from 'vscode';
import type { SessionDocument } from '../../domain/session/session.ts';
import { summarise } from '../../domain/session/session.ts';
import { durationText, timeWithZone } from '../../domain/time/zonedTime.ts';
import { sessionUri } from '../../host/sessionUri.ts';
import { outcomeIcon, outcomeWords } from '../words/outcomeWords.ts';

/** A row of a quick pick: a session to open, or something to do. */
export interface FindItem extends vscode.QuickPickItem {
  readonly open?: vscode.Uri;
  readonly act?: () => void;
}

/** A session as a row that can be read aloud: time, caller, how it went, agent. */
export function sessionPick(session: SessionDocument, place: { connection: string; zone: string }): FindItem[] {
  const { id, start, caller, agent, durationMs, outcome } = summarise(session);
  if (!id || !start) return [];
  const duration = durationMs === undefined ? undefined : durationText(durationMs);
  return [
    {
      label: `${timeWithZone(start, place.zone)}  ${caller ?? vscode.l10n.t('unknown caller')}`,
      description: [outcomeWords(outcome), agent, duration].filter(Boolean).join(' · '),
      iconPath: outcomeIcon(outcome),
      alwaysShow: true,
      open: sessionUri(place.connection, start, id),
    },
  ];
}
