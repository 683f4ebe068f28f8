import { findNodeAtLocation } from 'jsonc-parser';
import type { ParsedQuery, Span } from './query.ts';

/** Where the value at a path stands in the text of a query; its beginning where there is none. */
export function placeIn({ root }: ParsedQuery, path: readonly (string | number)[]): Span {
  const { offset = 0, length = 0 } = (root && findNodeAtLocation(root, [...path])) ?? {};
  return { offset, length };
}
