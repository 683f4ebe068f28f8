import type { SearchRequest } from '../../domain/query/request.ts';
import { listFields } from '../../domain/query/request.ts';

/** The request as a service of ranges is asked it: with a place of its own for every session, and with the fields that decide the order. */
export function completedRequest(request: SearchRequest): SearchRequest {
  const sortBy = request.sortBy.some(({ field }) => field === 'id')
    ? request.sortBy
    : [...request.sortBy, { field: 'id', direction: 'asc' as const }];
  const fields = request.projectFields?.length ? request.projectFields : listFields;
  const order = sortBy.map(({ field }) => field);
  return { ...request, sortBy, projectFields: [...new Set(['id', 'session_start_time', ...fields, ...order])] };
}
