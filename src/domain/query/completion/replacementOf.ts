import type { Span } from '../query.ts';
import type { QueryCompletion } from './completionEntry.ts';

/**
 * A completion for a place whose text is selected, as a snippet's placeholder is. What takes its place need not be like it. Quotes that are
 * there stay: the placeholder stands within them, and an edit beyond it would end the snippet, so that Tab no longer went to the next one.
 */
export function replacementOf(
  completion: QueryCompletion,
  { offset, length }: Span,
  text: string,
  at: number,
): QueryCompletion & Span {
  const isQuoted = length > 1 && text[offset] === '"' && text[offset + length - 1] === '"';
  const staysWithin = isQuoted && !completion.snippet && /^".*"$/su.test(completion.insertText);
  const inset = staysWithin ? 1 : 0;
  return {
    ...completion,
    insertText: staysWithin ? completion.insertText.slice(1, -1) : completion.insertText,
    filterText: text.slice(offset + inset, at),
    offset: offset + inset,
    length: length - 2 * inset,
  };
}
