import type { Checking, Expectations, Verdict } from '../../domain/analysis/expectation.ts';
import { readExpectationsOf } from '../../domain/analysis/expectation.ts';
import { readStoredFilter } from '../../domain/analysis/storedFilter.ts';
import type { InsightsQuery } from '../../domain/query/query.ts';
import type { SearchRequest } from '../../domain/query/request.ts';
import { toSearchRequest } from '../../domain/query/request.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import type { DateRange } from '../../domain/time/dates.ts';
import { rangeBefore } from '../../domain/time/dates.ts';
import type { CollectOptions } from '../reading/collectSessions.ts';
import { readThrough } from '../reading/readThrough.ts';

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
  const { query, now, subject } = options;
  const expecting = readExpectationsOf(query, now);
  if ('kept' in subject) {
    const found = checkKept(expecting, subject.kept, options);
    return { verdicts: found.verdicts(), range: undefined, sessions: found.total };
  }
  const asked = toSearchRequest(query, now);
  const request = subject.range ? { ...asked, range: subject.range } : asked;
  const checkOver = (range: DateRange): Promise<Checking> =>
    checkService(expecting, { ...options, client: subject.client, request: { ...request, range } });
  const found = await checkOver(request.range);
  const before = expecting.needsRangeBefore ? await checkOver(rangeBefore(request.range)) : undefined;
  return { verdicts: found.verdicts(before), range: request.range, sessions: found.total };
}

async function checkService(
  expecting: Expectations,
  {
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
): Promise<Checking> {
  const checking = expecting.start(nameOf ? { nameOf } : {});
  const telling = {
    signal,
    ...(onProgress ? { onProgress } : {}),
    ...(onWaiting ? { onWaiting } : {}),
  };
  await readThrough({ request, client, fields: expecting.fields, ...telling }, checking);
  return checking;
}

function checkKept(
  expecting: Expectations,
  sessions: readonly SessionDocument[],
  { query, now, nameOf }: CheckOptions,
): Checking {
  const checking = expecting.start(nameOf ? { nameOf } : {});
  const isFound = readStoredFilter(query.filter_by, now);
  const { refinement } = toSearchRequest(query, now);
  for (const session of sessions) {
    if (isFound(session) && (refinement?.keeps(session) ?? true)) checking.collect(session);
  }
  return checking;
}
