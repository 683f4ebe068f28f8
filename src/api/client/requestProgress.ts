import type { Dispatcher } from 'undici';

/** How far a request has come: kept up to date by what it passes through. */
export interface RequestProgress {
  /** It has left this machine. */
  sent: boolean;
  /** Its answer has begun to come, and not ended. */
  begun: boolean;
  /** The status of the last answer that came or began to. */
  status?: number;
  /** How often it was sent. */
  attempts: number;
  /** When nobody waits for it any more, by `performance.now()`. */
  readonly until?: number;
}

/** A request that brings its progress along. */
export type WatchedOptions = Dispatcher.DispatchOptions & { readonly progress?: RequestProgress };
