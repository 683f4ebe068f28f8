import type { ParsedQuery } from '../query.ts';

/** Whether a text is an object, as a query is: what stands before one, other than comments, makes it something else. */
export function isObject({ root, text }: ParsedQuery): boolean {
  if (root?.type !== 'object') return false;
  const before = text.slice(0, root.offset).replaceAll(/\/\/.*|\/\*[\s\S]*?\*\//g, '');
  return before.trim() === '';
}
