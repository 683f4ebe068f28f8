import { writtenValue } from '../../json/nodeValue.ts';
import type { ParsedQuery } from '../query.ts';
import type { TranslatedBody } from './searchBody.ts';
import { bodyKeys, isClauseKey, translateBody } from './searchBody.ts';

/** Keys of a search that a query file has no word for. */
const unsaid: ReadonlySet<string> = new Set([
  ...[
    'post_filter',
    'search_after',
    'knn',
    'collapse',
    'script_fields',
    'runtime_mappings',
    'rescore',
    'min_score',
    'suggest',
  ],
]);

/** The search that a pasted body asks, among whatever keys of a query stand beside it. */
export function bodyOf({ text, properties }: ParsedQuery): TranslatedBody {
  const body = properties.filter(({ name }) => isBodyKey(name));
  const { query, lost } = translateBody(
    Object.fromEntries(body.map(({ name, value }) => [name, value && writtenValue(text, value)])),
  );
  return { query, lost: [...lost, ...properties.map(({ name }) => name).filter((name) => unsaid.has(name))] };
}

/** Whether a key is part of a pasted search. */
export function isBodyKey(name: string): boolean {
  return bodyKeys.includes(name) || isClauseKey(name);
}
