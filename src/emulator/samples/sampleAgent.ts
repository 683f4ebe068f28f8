import type { Agent } from './agent.ts';
import type { Call } from './call.ts';

/** A made-up virtual agent, and what it does when somebody calls. */
export interface SampleAgent extends Agent {
  /** Lives through one conversation. Steps go to the call; it may be over at any time, and everything after that is ignored. */
  readonly converse: (call: Call) => void;
}
