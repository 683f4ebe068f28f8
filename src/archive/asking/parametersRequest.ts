import type { Parameters } from '../../api/client/serviceRequests.ts';
import { parseJson } from '../../domain/json/parseJson.ts';
import type { SearchRequest } from '../../domain/query/request.ts';
import { readProjection, readSort } from '../../domain/query/request.ts';
import { readServiceTime } from '../../domain/time/serviceTime.ts';

/** The request that the parameters of one page were made of: for who asks an archive as it asks the service. */
export function requestOfParameters(parameters: Parameters): SearchRequest {
  const given = new Map(parameters);
  const filter = given.get('filter_by');
  const fields = given.get('project_fields');
  const projected = readProjection(fields);
  return {
    range: {
      from: new Date(readServiceTime(given.get('from_date'))?.first ?? 0),
      // A day alone is all of it.
      to: new Date(readServiceTime(given.get('to_date'))?.last ?? Date.now()),
    },
    ...(filter === undefined ? {} : { filterBy: parseJson(filter) as NonNullable<SearchRequest['filterBy']> }),
    sortBy: readSort(given.get('sort_by')),
    ...(fields === undefined || projected.length === 0 ? {} : { projectFields: projected }),
    pageSize: Number(given.get('page_size') ?? 10),
    pageNumber: Number(given.get('page_number') ?? 0),
  };
}
