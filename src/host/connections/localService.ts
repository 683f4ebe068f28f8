import type { UnfoundSessions } from '../../domain/connections/unfoundSessions.ts';

/** A service on this machine that runs for as long as it is needed. */
export interface LocalService {
  readonly origin: string;
  readonly key: string;
  /** Which sessions of a file nobody finds. */
  readonly unfound?: UnfoundSessions | undefined;
  /** Closes once nothing has been asked of it for so long. */
  closeWhenIdle(ms: number): void;
  close(): Promise<void>;
  /** Is aborted when it is closed; with an Error when nobody wanted that. */
  readonly closed: AbortSignal;
}

/** How far a service is with what somebody waits for: the share from 0 to 1. */
export interface LocalProgress {
  readonly step: 'reading' | 'indexing';
  readonly share: number;
}

export interface Starting {
  /** Aborted when nobody waits for it any more. */
  readonly signal: AbortSignal;
  /** Also once it runs, when something takes its time. */
  readonly onProgress: (progress: LocalProgress) => void;
}
