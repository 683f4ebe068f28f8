import { readRefinement } from '../analysis/refinement.ts';
import type { SearchRequest } from './request.ts';

/** A request as JSON keeps it: dates are texts, and a refinement is what it is read from. */
export interface StoredRequest extends Omit<SearchRequest, 'range' | 'refinement'> {
  readonly range: { readonly from: string; readonly to: string };
  readonly refinement?: { readonly refine: unknown; readonly now: string };
}

export function storedRequest({ range: { from, to }, refinement, ...request }: SearchRequest): StoredRequest {
  const source = refinement?.source;
  return {
    ...request,
    range: { from: from.toISOString(), to: to.toISOString() },
    ...(source ? { refinement: { refine: source.refine, now: source.now.toISOString() } } : {}),
  };
}

export function restoredRequest({ range: { from, to }, refinement, ...request }: StoredRequest): SearchRequest {
  return {
    ...request,
    range: { from: new Date(from), to: new Date(to) },
    ...(refinement ? { refinement: readRefinement(refinement.refine, new Date(refinement.now)) } : {}),
  };
}
