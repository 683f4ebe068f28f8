import type { TextEdit } from '../../json/textEdits.ts';
import { removeNode } from '../../json/textEdits.ts';
import type { ParsedQuery, Span } from '../query.ts';

/** Takes a key out of `sort_by`, with the comma that it leaves behind. */
export function removeSortKey(query: ParsedQuery, place: Span): readonly TextEdit[] {
  const index = query.sortKeys.findIndex(({ offset }) => offset === place.offset);
  const key = query.sortKeys[index];
  if (!key) return [];
  if (key.node) return removeNode(query.text, key.node);
  const next = query.sortKeys[index + 1];
  const before = query.sortKeys[index - 1];
  const start = next || !before ? key.entry.offset : before.entry.offset + before.entry.length;
  const end = next ? next.entry.offset : key.entry.offset + key.entry.length;
  return [{ offset: start, length: end - start, text: '' }];
}

/** The sort key with a direction that the service knows, and the edit that makes it so. */
export function setDirection(
  query: ParsedQuery,
  entry: Span,
  direction: 'asc' | 'desc',
): { readonly edit: TextEdit; readonly key: string } | undefined {
  const key = query.sortKeys.find((one) => one.entry.offset === entry.offset);
  if (!key) return undefined;
  const end = key.node ? key.node.offset + key.node.length - 1 : key.entry.offset + key.entry.length;
  const offset = key.offset + key.length;
  return { edit: { offset, length: end - offset, text: `:${direction}` }, key: `${key.path}:${direction}` };
}
