import type { Dispatcher } from 'undici';

/** How far a request has come: kept up to date by what it passes through. */
export interface RequestProgress {
  /** It has left this machine. */
  sent: boolean;
  /** Its answer has begun to come. */
  begun: boolean;
}

/** A request that brings its progress along. */
export type WatchedOptions = Dispatcher.DispatchOptions & { readonly progress?: RequestProgress };
