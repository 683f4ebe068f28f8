import type { Call } from './call.ts';

/** A made-up virtual agent: who it is, and what it does when somebody calls. */
export interface SampleAgent {
  readonly id: string;
  readonly versionId: string;
  readonly name: string;
  readonly voice: string;
  readonly language: string;
  readonly phone: string;
  /** The id of the category that the agent's tags are in. */
  readonly category: string;
  readonly channels: readonly [string, ...string[]];
  /** Lives through one conversation. Steps go to the call; it may be over at any time, and everything after that is ignored. */
  readonly converse: (call: Call) => void;
}
