import type { InsightsClient } from './insightsClient.ts';
import type { MayTakeRanges } from './rangeService.ts';

/** What sessions are asked of, whether it is the service or an archive. */
export type SessionClient = Pick<
  InsightsClient,
  'search' | 'searchPage' | 'getSession' | 'findSession' | 'deleteSession' | 'verify'
> &
  MayTakeRanges;
