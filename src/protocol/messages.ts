/**
 * What the page and the host say to each other. Every message is answered (see `channel.ts`); `…Answers` says with what.
 * Both unions are discriminated by `type`.
 */

/** What the page shows: the document as it stands on disk or came from the service, never parsed on the way. */
export interface SessionView {
  readonly content: SessionContent;
  readonly settings: ViewSettings;
  /** Where it came from: a connection's name, or absent for a file. */
  readonly connection?: string;
  readonly fileName: string;
}

export type SessionContent =
  /** `partial`: the service had no more of the session than this. */
  | { readonly type: 'document'; readonly bytes: Uint8Array; readonly partial: boolean }
  /** A sentence for people. */
  | { readonly type: 'failed'; readonly reason: string };

export interface ViewSettings {
  /** `local`, `utc`, or an IANA zone. */
  readonly timeZone: string;
  /** Keys without a modifier: off for those whose tools use them. */
  readonly singleKeys: boolean;
}

/** What both a command and a key in the page do. */
export type ViewAction =
  | 'nextProblem'
  | 'previousProblem'
  | 'nextTurn'
  | 'previousTurn'
  | 'nextTab'
  | 'previousTab'
  | 'search'
  | 'showTalk'
  | 'showSteps'
  | 'showEverything'
  | 'collapseTurns'
  | 'expandTurns'
  | 'toggleGraph'
  | 'toggleRaw'
  | 'copyId'
  | 'copyMarkdown'
  | 'copyResponse'
  | 'openPayload'
  | 'showShortcuts';

export type PageMessage =
  /** The page is there; answered with what to show. Also asks again after a failure. */
  | { readonly type: 'ready' }
  | { readonly type: 'copy'; readonly text: string; readonly what: string }
  /** Shows text in an editor of its own, read-only. */
  | { readonly type: 'openText'; readonly title: string; readonly text: string }
  | { readonly type: 'openAsText' };

export interface PageAnswers {
  ready: SessionView;
  copy: undefined;
  openText: undefined;
  openAsText: undefined;
}

export type HostMessage =
  /** The document or a setting changed. */
  { readonly type: 'show'; readonly view: SessionView } | { readonly type: 'act'; readonly action: ViewAction };

export interface HostAnswers {
  show: undefined;
  act: undefined;
}
