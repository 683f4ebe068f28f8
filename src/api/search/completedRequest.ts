import type { SearchRequest } from '../../domain/query/request.ts';
import { listFields } from '../../domain/query/request.ts';

/**
 * The request as it is sent: with a tiebreaker that gives every row one place, with the fields that decide the order, and with those that
 * whoever reads it needs in any case.
 */
export function completedRequest(request: SearchRequest, needed: readonly string[] = []): SearchRequest {
  const sortBy = request.sortBy.some(({ field }) => field === 'id')
    ? request.sortBy
    : [...request.sortBy, { field: 'id', direction: 'asc' as const }];
  const fields = request.projectFields?.length ? request.projectFields : listFields;
  const order = sortBy.map(({ field }) => field);
  return { ...request, sortBy, projectFields: [...new Set([...needed, ...fields, ...order])] };
}
