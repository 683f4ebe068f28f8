/**
 * What the page of a comparison and the host say to each other. Every message is answered (see `channel.ts`). Sides are those of the
 * comparison's address: a page that shows them swapped says so by the order in which it names them.
 */
import type { NodeNames, SessionContent, ViewSettings } from './messages.ts';

export type Side = 'left' | 'right';

/** One of the two sessions: a document, or why there is none. */
export interface ComparedSide {
  readonly content: SessionContent;
  readonly fileName: string;
  /** A connection's name, or absent for a file. */
  readonly connection?: string;
}

export interface ComparisonView {
  readonly left: ComparedSide;
  readonly right: ComparedSide;
  readonly settings: ViewSettings;
  readonly nodeNames: NodeNames;
}

/** What both a command and a key in the page do. */
export type ComparisonAction =
  | 'nextDifference'
  | 'previousDifference'
  | 'onlyDifferences'
  | 'swapSides'
  | 'openPayloadDiff'
  | 'compareAsText'
  | 'showShortcuts';

export type PayloadPart = 'request' | 'response';

/** What a step of one side sent, or got. */
export interface SidePayload {
  readonly side: Side;
  readonly step: number;
  /** Whether it is JSON, so that it is coloured and folded as such. */
  readonly json: boolean;
}

export type ComparisonPageMessage =
  /** The page is there; answered with what to show. Also asks again after a failure. */
  | { readonly type: 'ready' }
  /** Why nothing was done, for who looks at the window: who hears the page is told there. */
  | { readonly type: 'tell'; readonly sentence: string }
  /** Opens one of the sessions, at a step. */
  | { readonly type: 'openSession'; readonly side: Side; readonly step?: number }
  | {
      readonly type: 'openPayloadDiff';
      readonly part: PayloadPart;
      readonly first: SidePayload;
      readonly second: SidePayload;
    }
  /** Compares the documents as texts, `first` at the left. */
  | { readonly type: 'compareAsText'; readonly first: Side }
  /** Answered with a sentence to say. */
  | { readonly type: 'toggleMask' }
  | { readonly type: 'openAsText'; readonly side: Side };

export interface ComparisonPageAnswers {
  ready: ComparisonView;
  tell: undefined;
  openSession: undefined;
  openPayloadDiff: undefined;
  compareAsText: undefined;
  toggleMask: string | undefined;
  openAsText: undefined;
}

export type ComparisonHostMessage =
  /** A document or a setting changed. */
  | { readonly type: 'show'; readonly view: ComparisonView }
  /** A node got another name; the documents are the same. */
  | { readonly type: 'nodeNames'; readonly nodeNames: NodeNames }
  | { readonly type: 'act'; readonly action: ComparisonAction };

export interface ComparisonHostAnswers {
  show: undefined;
  nodeNames: undefined;
  act: undefined;
}
