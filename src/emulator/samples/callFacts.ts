import type { Agent } from './agent.ts';
import type { Chance } from './chance.ts';

export interface Caller {
  readonly number: string;
  readonly name: string;
}

/** What is known of a call as a whole, while it happens and when it is recorded. */
export interface CallFacts {
  readonly id: string;
  readonly agent: Agent;
  readonly caller: Caller;
  readonly channel: string;
  readonly isVoice: boolean;
  readonly chance: Chance;
  /** The language spoken, when it is not the agent's own. */
  readonly language: string;
  readonly outcome: 0 | 100 | 200;
  /** Whether the session is still going on when it is recorded. */
  readonly stillOn: boolean;
}
