import * as vscode from 'vscode';
import { readSessionUri, sessionScheme } from '../../host/sessionUri.ts';
import { toggleMask } from '../../host/toggleMask.ts';
import type { HostAction } from '../../protocol/messages.ts';
import type { SessionSource } from '../documents/sessionSource.ts';
import type { Neighbours } from './neighbours.ts';
import type { ShownSession } from './sessionPanel.ts';
import { SessionWalk } from './sessionWalk.ts';

/** What a page and a command can have the host do with a session: answered with nothing, or a sentence to say. */
export type HostActions = Readonly<Record<HostAction, (shown: ShownSession) => Promise<string | undefined>>>;

export interface ActionNeeds {
  readonly source: SessionSource;
  /** Asks whether requests may go to a connection, where the person has to decide that. */
  readonly allow: (connection: string) => Promise<unknown>;
  readonly neighbours: Neighbours;
  /** Hears of each session that is opened on a walk through a list. */
  readonly opening: (session: vscode.Uri) => void;
  /** Switches the zone of all times; answers with a sentence that says to which. */
  readonly toggleTimeZone: () => Promise<string>;
}

export function hostActions({ source, allow, neighbours, opening, toggleTimeZone }: ActionNeeds): HostActions {
  const walk = new SessionWalk(neighbours, opening);
  return {
    nextSession: (shown) => walk.go(shown, { direction: 1 }),
    previousSession: (shown) => walk.go(shown, { direction: -1 }),
    nextFailing: (shown) => walk.go(shown, { direction: 1, failing: true }),
    previousFailing: (shown) => walk.go(shown, { direction: -1, failing: true }),
    toggleTimeZone,
    toggleMask,
    openRecording: async (shown) => (await import('./openRecording.ts')).openRecording(source, shown, { of: 'call' }),
    refresh: async ({ uri }) => {
      const place = readSessionUri(uri);
      if (place) await allow(place.connection);
      source.refresh(uri);
      return uri.scheme === sessionScheme
        ? vscode.l10n.t('The session is asked for again.')
        : vscode.l10n.t('This session is a file: whatever is saved in it is shown at once.');
    },
  };
}
