import { findNodeAtLocation } from 'jsonc-parser';
import { itemsOf } from '../../json/jsonProperties.ts';
import { isRecord } from '../../json/looseValues.ts';
import type { CompletionPlace } from '../../json/textPlace.ts';
import { findField } from '../../session/fields/fields.ts';
import type { ParsedQuery } from '../query.ts';
import type { Shape } from '../shapes/shape.ts';
import { aggregationSnippets, conditionSnippets, expectationSnippets } from './analysisSnippets.ts';
import type { CompletionEntry, SeenValues } from './completionEntry.ts';
import { usedFields } from './completionFields.ts';
import { fieldValues, inputEntries } from './fieldValues.ts';
import { orderKeys } from './orderKeys.ts';

interface KeysAsked {
  readonly query: ParsedQuery;
  /** The object's. */
  readonly path: readonly (string | number)[];
  /** The keys that the object has. */
  readonly taken: ReadonlySet<string>;
  readonly seen: SeenValues;
  readonly written: string;
}

/** The keys that fit into an object within `refine`, `aggs` and `expect`. */
export function keysOfShape(shape: Shape, asked: KeysAsked): readonly CompletionEntry[] {
  const { taken, seen, written } = asked;
  // A condition names one field.
  if (shape.fields) return taken.size > 0 ? [] : usedFields(shape.fields, { seen, written });
  const only = shape.only ?? [];
  const isSaid = only.some((key) => taken.has(key));
  const keys = Object.keys(shape.keys ?? {}).filter((key) => !taken.has(key) && !(isSaid && only.includes(key)));
  if (shape.names === 'aggregations') return aggregationSnippets.filter(({ name }) => !taken.has(name));
  // Each says one thing; several stand in a list.
  if (shape.names === 'orders') return taken.size > 0 ? [] : orderKeys(asked.query, asked.path);
  return keys.map((label) => ({ label, kind: 'key', builtIn: true }));
}

interface ValueAsked {
  readonly query: ParsedQuery;
  readonly path: readonly (string | number)[];
  readonly place: CompletionPlace;
  readonly seen: SeenValues;
}

/** The values that fit at a place within `refine`, `aggs` and `expect`. */
export function valuesOfShape(shape: Shape, asked: ValueAsked): readonly CompletionEntry[] {
  const { query, path, place, seen } = asked;
  const { value } = shape;
  switch (value?.kind) {
    case 'field':
      return usedFields(value, { seen, written: place.written });
    case 'valueOf':
      return [...datesFor(value.field, path), ...fieldValues(value.field, seen), ...inputEntries(query, place)];
    case 'words':
      return value.words.map((label) => ({ label, kind: 'value', builtIn: value.known }));
    case 'node':
      return fieldValues('flow_path.node_id', seen);
    case 'resultPath':
      return resultSteps(asked);
    default:
      return place.quoted || typeof path.at(-1) !== 'number' ? [] : snippetsFor(shape, path);
  }
}

/** Bounds of dates may be counted from now. */
function datesFor(field: string, path: readonly (string | number)[]): readonly CompletionEntry[] {
  if (findField(field)?.kind !== 'date' || !['gt', 'gte', 'lt', 'lte'].includes(String(path.at(-1)))) return [];
  return ['now-24h', 'now/d', 'now-7d/d', 'now-30d/d', 'now'].map((label) => ({ label, kind: 'date' }));
}

/** Whole entries of a list. */
function snippetsFor({ keys, only }: Shape, [top]: readonly (string | number)[]): readonly CompletionEntry[] {
  if (!only) return [];
  if (keys?.nested) return conditionSnippets;
  return top === 'expect' ? expectationSnippets : [];
}

/** The next step of a path into what `aggs` find: names of aggregations, keys of buckets, and what is measured. */
function resultSteps({ query, path, seen }: ValueAsked): readonly CompletionEntry[] {
  const at = Number(path.at(-1));
  const written = query.root && findNodeAtLocation(query.root, path.slice(0, -1));
  const before = itemsOf(written)
    .map((child): unknown => child.value)
    .slice(0, at);
  let named: unknown = query.value.aggs;
  let body: unknown;
  for (const step of before) {
    const next = isRecord(named) && typeof step === 'string' && Object.hasOwn(named, step) ? named[step] : undefined;
    // What is no name is a bucket's key.
    if (!isRecord(next)) continue;
    body = next;
    named = next.aggs ?? next.aggregations;
  }
  const entry = (label: string, kind: CompletionEntry['kind'] = 'value'): CompletionEntry => ({ label, kind });
  const names = Object.keys(isRecord(named) ? named : {}).map((label) => entry(label, 'key'));
  return [...(isRecord(body) ? bucketKeys(body, seen) : []), ...names, ...(isRecord(body) ? measuresOf(body) : [])];
}

function bucketKeys(body: Readonly<Record<string, unknown>>, seen: SeenValues): readonly CompletionEntry[] {
  if (isRecord(body.terms) && typeof body.terms.field === 'string') return fieldValues(body.terms.field, seen);
  if (isRecord(body.filters) && isRecord(body.filters.filters))
    return Object.keys(body.filters.filters).map((label) => ({ label, kind: 'value' }));
  return [];
}

function measuresOf(body: Readonly<Record<string, unknown>>): readonly CompletionEntry[] {
  const names = isRecord(body.percentiles)
    ? percentsOf(body.percentiles)
    : isRecord(body.stats)
      ? ['count', 'min', 'max', 'avg', 'sum']
      : ['terms', 'filter', 'filters', 'range', 'histogram', 'date_histogram', 'missing'].some((type) => type in body)
        ? ['doc_count']
        : ['value'];
  return names.map((label) => ({ label, kind: 'value' }));
}

function percentsOf({ percents }: Readonly<Record<string, unknown>>): readonly string[] {
  return (Array.isArray(percents) ? percents : [1, 5, 25, 50, 75, 95, 99]).map((percent) => `p${percent}`);
}
