import type { Checking, Expectations } from '../../domain/analysis/expectation.ts';
import { readExpectationsOf } from '../../domain/analysis/expectation.ts';
import type { Found, Verdict } from '../../domain/analysis/expectations/verdict.ts';
import { readStoredFilter } from '../../domain/analysis/storedFilter.ts';
import type { InsightsQuery } from '../../domain/query/query.ts';
import type { SearchRequest } from '../../domain/query/request.ts';
import { toSearchRequest } from '../../domain/query/request.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import type { CommitTimes } from '../../domain/time/commitDates.ts';
import type { DateRange } from '../../domain/time/dates.ts';
import { rangeBefore } from '../../domain/time/dates.ts';
import type { CollectOptions } from '../reading/collectSessions.ts';
import { readThrough } from '../reading/readThrough.ts';
import { foundByService } from './foundByService.ts';

/** Whose sessions are held against what a query expects. */
export type CheckSubject =
  | {
      readonly client: CollectOptions['client'];
      /** The range, where it is not the query's own. */
      readonly range?: DateRange | undefined;
    }
  /** Sessions that were kept, whenever they took place; the query's filter and refinement decide which of them count. */
  | { readonly kept: readonly SessionDocument[] };

export interface CheckOptions extends Pick<CollectOptions, 'onProgress' | 'onWaiting'> {
  readonly signal: AbortSignal;
  /** With every input filled in. */
  readonly query: InsightsQuery;
  readonly now: Date;
  /** The times of the commits that the query's dates name. */
  readonly commits?: CommitTimes | undefined;
  readonly subject: CheckSubject;
  /** What people call a node. */
  readonly nameOf?: ((nodeId: string) => string | undefined) | undefined;
}

/** What came of a check. */
export interface Checked {
  readonly verdicts: readonly Verdict[];
  /** Undefined of sessions that were kept. */
  readonly range: DateRange | undefined;
  readonly sessions: number;
}

/**
 * Holds the sessions of a query against its `expect`: the one implementation that the Test Explorer, the command line and CI share. Throws what
 * kept it from a verdict: a RequestError, an InsightsError, an IncompleteAnswer.
 */
export async function checkQuery(options: CheckOptions): Promise<Checked> {
  const { query, now, commits, subject } = options;
  const expecting = readExpectationsOf(query, now);
  if ('kept' in subject) {
    const found = checkKept(expecting, subject.kept, options);
    return { verdicts: expecting.verdicts(found), range: undefined, sessions: found.total };
  }
  const asked = toSearchRequest(query, now, commits);
  const request = subject.range ? { ...asked, range: subject.range } : asked;
  const checkOver = (range: DateRange): Promise<Found> =>
    findAll(expecting, { ...options, client: subject.client, request: { ...request, range } });
  const found = await checkOver(request.range);
  const before = expecting.needsRangeBefore ? await checkOver(rangeBefore(request.range)) : undefined;
  return { verdicts: expecting.verdicts(found, before), range: request.range, sessions: found.total };
}

/** By a service that counts as far as it can; else session by session. */
async function findAll(
  expecting: Expectations,
  {
    query,
    now,
    request,
    client,
    nameOf,
    signal,
    onProgress,
    onWaiting,
  }: Omit<CheckOptions, 'subject'> & {
    readonly request: SearchRequest;
    readonly client: CollectOptions['client'];
  },
): Promise<Found> {
  const reading = {
    request,
    client,
    signal,
    ...(onProgress ? { onProgress } : {}),
    ...(onWaiting ? { onWaiting } : {}),
  };
  const { ranges } = client;
  if (ranges) return foundByService({ ...reading, query, expecting, ranges, now, nameOf });
  const checking = expecting.start(nameOf ? { nameOf } : {});
  await readThrough({ ...reading, fields: expecting.fields }, checking);
  return checking;
}

function checkKept(
  expecting: Expectations,
  sessions: readonly SessionDocument[],
  { query, now, commits, nameOf }: CheckOptions,
): Checking {
  const checking = expecting.start(nameOf ? { nameOf } : {});
  const isFound = readStoredFilter(query.filter_by, now);
  const { refinement } = toSearchRequest(query, now, commits);
  for (const session of sessions) {
    if (isFound(session) && (refinement?.keeps(session) ?? true)) checking.collect(session);
  }
  return checking;
}
