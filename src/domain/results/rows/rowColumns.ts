import { asNumber, asRecord, asText, isRecord } from '../../json/looseValues.ts';
import { findField } from '../../session/fields/fields.ts';
import { valuesAt } from '../../session/fields/valuesAt.ts';
import { instantOf } from '../../time/plainTime.ts';
import type { ColumnSource } from '../store/columnWriter.ts';
import type { ListedFacet } from './facetFields.ts';
import { readFacet } from './readFacet.ts';

/**
 * A column of a list of sessions: `id`, `start` and `duration` of each, a facet's values, or the texts at a path. Names of columns are
 * `id`, `start`, `duration`, `facet:NAME` and `field:PATH`.
 */
export type ColumnName = 'id' | 'start' | 'duration' | `facet:${string}` | `field:${string}`;

/** A cell shows the beginning of a longer text. */
const longestCell = 500;

export function facetColumn(facet: ListedFacet): ColumnName {
  return `facet:${facet}`;
}

export function fieldColumn(path: string): ColumnName {
  return `field:${path}`;
}

/** How a column reads a session. */
export function columnSource(name: ColumnName): ColumnSource<unknown> {
  // Not by `summarise`, which reads all of a session: there are many sessions, and each is read for many columns.
  if (name === 'id') return { type: 'texts', read: (session) => asText(asRecord(session).id) };
  if (name === 'start') {
    return { type: 'numbers', read: (session) => instantOf(asRecord(session).session_start_time) };
  }
  if (name === 'duration') {
    return { type: 'numbers', read: (session) => asNumber(asRecord(asRecord(session).channel_data).duration) };
  }
  if (name.startsWith('facet:')) {
    const facet = name.slice('facet:'.length) as ListedFacet;
    return { type: 'lists', read: (session) => readFacet(facet, session) };
  }
  const path = name.slice('field:'.length);
  return { type: 'texts', read: (session) => cellText(session, path) };
}

/** What a session holds at a path, as text: several values with a comma between them, each once. */
export function cellText(session: unknown, path: string): string | undefined {
  const values = valuesAt(session, path);
  if (values.length === 0) return undefined;
  const [only] = values;
  if (values.length === 1 && typeof only === 'string' && only.length <= longestCell) return only;
  const texts = new Set<string>();
  for (const value of values) {
    const text = isRecord(value) ? shortObject(value) : asText(value);
    if (text !== undefined) texts.add(text);
    if (texts.size >= 50) break;
  }
  const whole = [...texts].join(', ');
  return whole.length > longestCell ? `${whole.slice(0, longestCell)}…` : whole;
}

/** A column of objects shows what tells them apart; all of an object is too much for a cell. */
function shortObject(value: Readonly<Record<string, unknown>>): string | undefined {
  return asText(value.tag) ?? asText(value.name) ?? asText(value);
}

/** What a text in a column is worth when the column is sorted: a number, or undefined where texts are compared. */
export function sortValue(path: string): ((text: string) => number) | undefined {
  const kind = findField(path)?.kind;
  if (kind === 'number') return (text) => Number.parseFloat(text);
  if (kind === 'date') return (text) => instantOf(text) ?? Number.NaN;
  return undefined;
}
