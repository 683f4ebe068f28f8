import type { Filter } from '../search/filter.ts';
import { Refusal } from '../search/refusal.ts';
import { readSearchParameters } from '../search/searchParameters.ts';
import type { EmulatorRequest } from './routes.ts';
import { routeName } from './routes.ts';

/** The fields that answering a request looks into beside a session's id and start; none for one that will be refused. */
export function fieldsAsked(request: EmulatorRequest): readonly string[] {
  if (routeName(request) !== 'search') return [];
  try {
    const query = request.target.split('?').slice(1).join('?').split('#')[0];
    const { filter, sort } = readSearchParameters(new URLSearchParams(query));
    return [...(filter ? fieldsOf(filter) : []), ...sort.map(({ path }) => path)];
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

function fieldsOf(filter: Filter): readonly string[] {
  switch (filter.kind) {
    case 'nothing':
      return [];
    case 'tokens':
    case 'between':
      return [filter.path];
    case 'bool':
      return [...filter.must, ...filter.mustNot, ...filter.should].flatMap(fieldsOf);
  }
}
