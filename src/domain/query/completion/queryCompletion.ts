import { getLocation } from 'jsonc-parser';
import { nestsTooDeep } from '../../json/nestsTooDeep.ts';
import type { CompletionPlace } from '../../json/textPlace.ts';
import { placeAt } from '../../json/textPlace.ts';
import type { ParsedQuery } from '../query.ts';
import type { CompletionEntry, QueryCompletion, SeenValues } from './completionEntry.ts';
import { keysAt, keyText } from './completionKeys.ts';
import { valuesAt } from './completionValues.ts';

/** What fits at a place, and the piece of the text that it takes the place of. */
export interface QueryCompletions {
  readonly offset: number;
  readonly length: number;
  readonly items: readonly QueryCompletion[];
}

/** Whether a date of the range is asked for at an offset. */
export function asksForDate(query: ParsedQuery, offset: number): boolean {
  if (nestsTooDeep(query.text)) return false;
  const { isAtPropertyKey, path } = getLocation(query.text, offset);
  return !isAtPropertyKey && path.length === 1 && (path[0] === 'from_date' || path[0] === 'to_date');
}

/** What fits at an offset of a query file's text, however unfinished it is. */
export function completionsAt(query: ParsedQuery, offset: number, seen: SeenValues): QueryCompletions {
  if (nestsTooDeep(query.text)) return { offset, length: 0, items: [] };
  const location = getLocation(query.text, offset);
  const place = placeAt(query.text, offset, location);
  if (!place) return { offset, length: 0, items: [] };
  const { isAtPropertyKey: isKey, path } = location;
  const entries = isKey
    ? keysAt({ query, path: path.slice(0, -1), place, seen })
    : valuesAt({ query, path, place, seen });
  const unique = new Map<string, QueryCompletion>();
  for (const entry of entries) {
    // Two values may bear one name, and one value be known twice.
    const text = entry.insertText ?? entry.label;
    if (!unique.has(text)) unique.set(text, completion(entry, unique.size, { place, isKey }));
  }
  return { offset: place.offset, length: place.length, items: [...unique.values()] };
}

function completion(
  entry: CompletionEntry,
  index: number,
  { place, isKey }: { readonly place: CompletionPlace; readonly isKey: boolean },
): QueryCompletion {
  const { label, kind, insertText } = entry;
  const withValue = isKey && !place.hasColon;
  const filterText = entry.filterText ?? label;
  return {
    ...entry,
    insertText: insertText ?? (withValue ? keyText(label, kind) : JSON.stringify(label)),
    sortText: String(index).padStart(4, '0'),
    // The editor filters by what the replaced text begins with: the quote.
    filterText: place.quoted ? JSON.stringify(filterText) : filterText,
    snippet: entry.snippet ?? (insertText === undefined && withValue),
    builtIn: entry.builtIn ?? false,
  };
}
