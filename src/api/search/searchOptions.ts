import type { SearchRequest } from '../../domain/query/request.ts';
import type { InsightsClient } from '../client/insightsClient.ts';
import type { MayTakeRanges } from '../client/rangeService.ts';

export interface SearchOptions {
  readonly request: SearchRequest;
  readonly client: Pick<InsightsClient, 'search'> & MayTakeRanges;
  readonly signal?: AbortSignal;
  /** A later page that fails, or is interrupted, ends nothing: whoever asks for the next row asks for it again. */
  readonly resumable?: boolean;
  readonly concurrency?: number;
  readonly onProgress?: () => void;
}
