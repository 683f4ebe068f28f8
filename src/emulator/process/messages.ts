import type { UnfoundSessions } from '../../domain/connections/unfoundSessions.ts';
import type { FaultScenario } from '../faults/faults.ts';

/** What the emulator's process serves: the samples as of a moment, or a file. */
export type Served =
  | { readonly kind: 'sample'; readonly now: string }
  | { readonly kind: 'file'; readonly file: string };

/** What the process is told. `start` comes first, and once. */
export type ToProcess =
  | {
      readonly type: 'start';
      readonly served: Served;
      readonly idleMs: number;
      readonly faults: FaultScenario | undefined;
    }
  | { readonly type: 'setFaults'; readonly faults: FaultScenario | undefined }
  | { readonly type: 'closeWhenIdle'; readonly ms: number };

/** How far the process is with what somebody waits for: the share from 0 to 1. */
export interface Progress {
  readonly step: 'reading' | 'indexing';
  readonly share: number;
}

/** What the process tells. After `failed` it ends. */
export type FromProcess =
  | ({ readonly type: 'progress' } & Progress)
  | {
      readonly type: 'listening';
      readonly origin: string;
      readonly key: string;
      /** Which sessions of a file nobody finds. */
      readonly unfound: UnfoundSessions | undefined;
    }
  | { readonly type: 'failed'; readonly code: string | undefined; readonly message: string };
