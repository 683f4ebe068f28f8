import type { DeletedSessions } from '../../api/runs/deletedSessions.ts';
import type { Run } from '../../api/runs/run.ts';

/** `50` of `1,204`, without those that were deleted. */
export function shownOfTotal(
  run: Run,
  deleted: Pick<DeletedSessions, 'countIn'>,
): { readonly shown: string; readonly total: string } {
  const gone = deleted.countIn(run);
  const { count, atLeast } = run.total;
  return { shown: numberText(run.sessions.length - gone), total: totalText({ count: count - gone, atLeast }) };
}

/** `1,204`, or `10,000+` where the service stopped counting. */
export function totalText({ count, atLeast }: Run['total']): string {
  return `${numberText(count)}${atLeast ? '+' : ''}`;
}

function numberText(count: number): string {
  return count.toLocaleString('en');
}
