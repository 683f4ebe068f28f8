import * as vscode from 'vscode';
import type { DeletedSessions } from '../../api/runs/deletedSessions.ts';
import type { Run } from '../../api/runs/run.ts';
import { numberText } from '../numberText.ts';

/** `50` of `1,204`, without those that were deleted. */
export function shownOfTotal(
  run: Run,
  deleted: Pick<DeletedSessions, 'countIn'>,
): { readonly shown: string; readonly total: string } {
  const gone = deleted.countIn(run);
  const { count, atLeast } = run.total;
  return { shown: numberText(run.sessions.length - gone), total: totalText({ count: count - gone, atLeast }) };
}

/** `12 of 340 after refinement`: of those that were looked at, with a plus where some were not. */
export function refinedWords(run: Run, deleted: Pick<DeletedSessions, 'countIn'>): string {
  const { shown } = shownOfTotal(run, deleted);
  return vscode.l10n.t('{0} of {1} after refinement', shown, `${seenText(run)}${run.hasMore ? '+' : ''}`);
}

/** How many sessions of a refined run were looked at. */
export function seenText(run: Run): string {
  return numberText(run.sessions.length + (run.leftOut ?? 0));
}

/** `1,204`, or `10,000+` where the service stopped counting. */
export function totalText({ count, atLeast }: Run['total']): string {
  return `${numberText(count)}${atLeast ? '+' : ''}`;
}
