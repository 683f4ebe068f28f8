import type { NodeName } from '../domain/nodes/nodeNames.ts';
import type { RecordingPlace } from '../domain/session/recording.ts';

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
  readonly nodeNames: NodeNames;
  /** Absent when the session is in no list that stands. */
  readonly place?: ListPlace;
  /** The step that the session was asked to be opened at, or was left at, from 0. */
  readonly step?: number;
  /** It is shown while the keys are elsewhere, and they are to stay there. */
  readonly behind?: true;
  /** What the last session was looked at with: the page's own, which any version may have written. */
  readonly look?: unknown;
  /** Whether it was come to through its list: then it goes on as the one before. */
  readonly walked?: boolean;
}

/** Where a session stands in the list that it came from: the third of `39` in `Failed webhooks`. */
export interface ListPlace {
  /** What the list is called: a query, or a folder of files. */
  readonly query: string;
  /** From 0. */
  readonly index: number;
  /** How many there are, as people read it: `10,000+` where the service stopped counting. */
  readonly count: string;
}

/** What nodes are called, by node id: all that the workspace names, whether the session has them or not. */
export type NodeNames = Readonly<Record<string, NodeName>>;

export type SessionContent =
  /** `partial`: the service had no more of the session than this. `gzipped`: it was compressed for its way to the page. */
  | { readonly type: 'document'; readonly bytes: Uint8Array; readonly partial: boolean; readonly gzipped?: true }
  /** A sentence for people. */
  | { readonly type: 'failed'; readonly reason: string };

export interface ViewSettings {
  /** `local`, `utc`, or an IANA zone. */
  readonly timeZone: string;
  /** Keys without a modifier: off for those whose tools use them. */
  readonly singleKeys: boolean;
  /** Whether personal data is masked in all that is shown. */
  readonly masked: boolean;
  /** Whether personal data is masked in what is copied. */
  readonly maskShared: boolean;
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
  | 'nextPart'
  | 'previousPart'
  | 'toggleRaw'
  | 'copyId'
  | 'copyMarkdown'
  | 'copyResponse'
  | 'copyCurl'
  | 'copyHttp'
  | 'share'
  | 'openPayload'
  | 'nameNode'
  | 'openNodeLink'
  | 'filterFor'
  | 'filterOut'
  | 'showShortcuts';

/** What a page can have the host do with its session, as a command does it. */
export const hostActions = [
  'nextSession',
  'previousSession',
  'nextFailing',
  'previousFailing',
  'toggleTimeZone',
  'toggleMask',
  'openRecording',
  'refresh',
] as const;
export type HostAction = (typeof hostActions)[number];

/** A value of a session that a query may ask for. */
export interface FilterCandidate {
  readonly path: string;
  /** As text, also where the field holds numbers. */
  readonly value: string;
  /** What the value is, for people. */
  readonly label: string;
  /** What people call it: the name of a node in place of its id. */
  readonly name?: string;
  /** Another condition that the same step is to meet. */
  readonly also?: { readonly path: string; readonly value: string };
}

export interface FilterRequest {
  readonly occurrence: 'must' | 'must_not';
  /** The likeliest first. */
  readonly candidates: readonly FilterCandidate[];
}

/** How something that is shared is written. */
export type SharedForm = 'markdown' | 'text' | 'json';

export type SharePart = 'session' | 'turn' | 'step' | 'selection';

export interface ShareChoice {
  readonly part: SharePart;
  readonly form: SharedForm;
  /** Whether it is saved as a file of a session, and not copied. */
  readonly file: boolean;
}

/** What is to leave the page, as it is and as each mask leaves it. */
export interface Shared {
  readonly recorded: string;
  /** Without personal data and secrets. */
  readonly masked: string;
  /** Without secrets. */
  readonly revealed: string;
}

export type PageMessage =
  /** The page is there; answered with what to show. Also asks again after a failure. */
  | { readonly type: 'ready' }
  /** Loading is not waited for any longer. */
  | { readonly type: 'cancel' }
  /** What the session is looked at with now, for the next one; and the step that it is at, for when it comes back. */
  | { readonly type: 'look'; readonly look: unknown; readonly step?: number }
  /** `sentence` says what was copied. */
  | { readonly type: 'copy'; readonly text: string; readonly sentence: string }
  /** Why nothing was done, for who looks at the window: who hears the page is told there. */
  | { readonly type: 'tell'; readonly sentence: string }
  /** Shows text in an editor of its own, read-only. */
  | { readonly type: 'openText'; readonly title: string; readonly text: string }
  /** Asks which of the parts that are there is to be shared, and how it is written; answered with that, or nothing. */
  | { readonly type: 'askShare'; readonly parts: readonly SharePart[] }
  /** Shows what leaves, and has it leave once the person said how; answered with a sentence to say, or nothing. */
  | ({ readonly type: 'share'; readonly choice: ShareChoice } & Shared)
  | { readonly type: 'openAsText' }
  /** Answered with a sentence to say, or nothing. */
  | { readonly type: 'run'; readonly action: HostAction }
  /** Opens the recording at a place of the document; answered like `run`. The host reads the address itself. */
  | { readonly type: 'openRecording'; readonly place: RecordingPlace }
  /**
   * Asks what a node is called, and writes it down; answered with a sentence to say, or nothing. `suggestion`: what it may be called, where it
   * has no name.
   */
  | { readonly type: 'nameNode'; readonly nodeId: string; readonly suggestion?: string }
  /** The host looks the link up itself: the page cannot say where it leads. */
  | { readonly type: 'openNodeLink'; readonly nodeId: string }
  /** Puts a clause for one of the candidates into a query; answered like `run`. */
  | ({ readonly type: 'filter' } & FilterRequest);

export interface PageAnswers {
  ready: SessionView;
  cancel: undefined;
  look: undefined;
  copy: undefined;
  tell: undefined;
  openText: undefined;
  askShare: ShareChoice | undefined;
  share: string | undefined;
  openAsText: undefined;
  run: string | undefined;
  openRecording: string | undefined;
  nameNode: string | undefined;
  openNodeLink: undefined;
  filter: string | undefined;
}

export type HostMessage =
  /** What the page would ask for first, sent before it does: it is on its way while the page starts. */
  | { readonly type: 'begin'; readonly view: SessionView }
  /** The document or a setting changed. */
  | { readonly type: 'show'; readonly view: SessionView }
  /** The list that the session came from changed around it. */
  | { readonly type: 'place'; readonly place?: ListPlace }
  /** A node got another name; the document is the same. */
  | { readonly type: 'nodeNames'; readonly nodeNames: NodeNames }
  | { readonly type: 'act'; readonly action: ViewAction }
  /** Asks whether the page has the keys. */
  | { readonly type: 'hasKeys' }
  /** A sentence for who hears the page. */
  | { readonly type: 'say'; readonly sentence: string };

export interface HostAnswers {
  begin: undefined;
  show: undefined;
  place: undefined;
  nodeNames: undefined;
  say: undefined;
  act: undefined;
  hasKeys: boolean;
}
