import type * as vscode from 'vscode';
import type { HostAction } from '../protocol/messages.ts';
import type { Neighbours } from './neighbours.ts';
import type { SessionSource } from './sessionSource.ts';
import { SessionWalk } from './sessionWalk.ts';

/** What a page and a command can have the host do with a session: answered with nothing, or a sentence to say. */
export type HostActions = Readonly<Record<HostAction, (session: vscode.Uri) => Promise<string | undefined>>>;

export interface ActionNeeds {
  readonly source: SessionSource;
  readonly neighbours: Neighbours;
  /** Switches the zone of all times; answers with a sentence that says to which. */
  readonly toggleTimeZone: () => Promise<string>;
}

export function hostActions({ source, neighbours, toggleTimeZone }: ActionNeeds): HostActions {
  const walk = new SessionWalk(neighbours);
  return {
    nextSession: (session) => walk.go(session, 1),
    previousSession: (session) => walk.go(session, -1),
    toggleTimeZone,
    openRecording: async (session) =>
      (await import('./openRecording.ts')).openRecording(source, session, { of: 'call' }),
    refresh: async (session) => {
      source.refresh(session);
      return undefined;
    },
  };
}
