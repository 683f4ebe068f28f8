import type { Outcome } from '../../domain/session/session.ts';

/** How a session went, in words. */
export function outcomeText(outcome: Outcome): string {
  return outcome === 'inProgress' ? 'in progress' : outcome;
}
