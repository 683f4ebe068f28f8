import type { Parameters } from '../../api/client/serviceRequests.ts';
import { parseJson } from '../../domain/json/parseJson.ts';
import type { SearchRequest } from '../../domain/query/request.ts';
import { readProjection, readSort } from '../../domain/query/request.ts';
import { parseServiceTime } from '../../domain/time/serviceTime.ts';

/** The request that the parameters of one page were made of: for who asks an archive as it asks the service. */
export function requestOfParameters(parameters: Parameters): SearchRequest {
  const given = new Map(parameters);
  const filter = given.get('filter_by');
  const fields = given.get('project_fields');
  return {
    range: {
      from: parseServiceTime(given.get('from_date')) ?? new Date(0),
      to: parseServiceTime(given.get('to_date')) ?? new Date(),
    },
    ...(filter === undefined ? {} : { filterBy: parseJson(filter) as NonNullable<SearchRequest['filterBy']> }),
    sortBy: readSort(given.get('sort_by')),
    ...(fields === undefined ? {} : { projectFields: readProjection(fields) }),
    pageSize: Number(given.get('page_size') ?? 10),
    pageNumber: Number(given.get('page_number') ?? 0),
  };
}
