import type { SentSearch } from '../api/client/rangeService.ts';
import { completedRequest } from '../api/search/completedRequest.ts';
import { rangeQuery } from '../archive/asking/rangeQuery.ts';
import { searchOf } from '../archive/reading/ranges.ts';
import { sentSearch } from '../archive/reading/searches.ts';
import type { SearchRequest } from '../domain/query/request.ts';

/** What an archive would be sent for the page of a query. */
export function firstSearch(request: SearchRequest, index: string): SentSearch {
  const asked = completedRequest(request);
  const { pageNumber, pageSize: size } = request;
  const page = searchOf({ request: asked, size, whole: false, names: [] });
  return sentSearch({ ...page, query: rangeQuery(asked).query, from: pageNumber * size }, index);
}
