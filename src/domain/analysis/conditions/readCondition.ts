import type { Reading } from '../reading/analysisProblem.ts';
import { readList, readListPath, readNumberAt, readObject, readOnly } from '../reading/readValues.ts';
import { emptyEntry } from '../reading/sessionReader.ts';
import type { Condition } from './condition.ts';
import { always, never } from './condition.ts';
import { readExists, readTerm, readTerms } from './exactConditions.ts';
import { readPrefix, readWildcard } from './patternConditions.ts';
import { readRange } from './rangeCondition.ts';
import { readMatch, readMatchPhrase } from './wordConditions.ts';

/** The conditions that there are, in Elasticsearch's own words. */
export const conditionNames = [
  ...['term', 'terms', 'match', 'match_phrase', 'range', 'exists', 'prefix', 'wildcard', 'nested', 'bool'],
  'match_all',
] as const;

const leaves: Readonly<Record<string, (body: unknown, reading: Reading) => Condition | undefined>> = {
  term: readTerm,
  terms: readTerms,
  match: readMatch,
  match_phrase: readMatchPhrase,
  range: readRange,
  exists: readExists,
  prefix: readPrefix,
  wildcard: readWildcard,
  match_all: (body, reading) => readObject(body, [], reading) && always,
};

const boolKeys = ['must', 'filter', 'must_not', 'should', 'minimum_should_match'];
const deepest = 30;

/**
 * Reads what a `bool` says: all of `must` and `filter`, none of `must_not`, and of `should` as many as `minimum_should_match` says. Without
 * that it is one, as in `filter_by`, also beside `must`, where Elasticsearch would ask for none. What cannot be read is noted, and never holds.
 */
export function readBool(value: unknown, reading: Reading, depth = 0): Condition {
  if (depth > deepest) return reading.wrong('tooDeep') ?? never;
  const body = readObject(value, boolKeys, reading);
  if (!body) return never;
  const conditions = (key: string): readonly Condition[] => {
    if (body[key] === undefined) return [];
    const at = reading.at(key);
    // A single clause may stand without its list.
    if (!Array.isArray(body[key])) return [readCondition(body[key], at, depth)];
    return body[key].map((clause: unknown, index) => readCondition(clause, at.at(index), depth));
  };
  const all = [...conditions('must'), ...conditions('filter')];
  const none = conditions('must_not');
  const some = conditions('should');
  const given = leastOf(body.minimum_should_match, some.length, reading.at('minimum_should_match'));
  // As Elasticsearch has it, which asks nothing of a `bool` that says nothing to be met.
  const least = all.length + some.length === 0 ? 0 : given;
  return (reader) =>
    all.every((holds) => holds(reader)) &&
    !none.some((holds) => holds(reader)) &&
    (least === 0 || some.filter((holds) => holds(reader)).length >= least);
}

function leastOf(written: unknown, clauses: number, reading: Reading): number {
  if (written === undefined) return Math.min(1, clauses);
  const least = readNumberAt(written, reading) ?? 1;
  // Below zero it says how many may be missing.
  return least < 0 ? Math.max(0, clauses + least) : least;
}

function readCondition(value: unknown, reading: Reading, depth: number): Condition {
  const only = readOnly(value, reading, conditionNames);
  if (!only) return never;
  const { key, value: body, reading: within } = only;
  if (key === 'bool') return readBool(body, within, depth + 1);
  if (key === 'nested') return readNested(body, within, depth + 1);
  const read = Object.hasOwn(leaves, key) ? leaves[key] : undefined;
  if (!read) return within.wrong('unknownKey', { what: key, expected: conditionNames }) ?? never;
  return read(body, within) ?? never;
}

/** Conditions that one entry of a list (a step, a tag, a parameter) must meet together. */
function readNested(value: unknown, reading: Reading, depth: number): Condition {
  const body = readObject(value, ['path', 'query'], reading);
  if (!body) return never;
  const path = readListPath(body.path, reading.at('path'));
  const holds = body.query === undefined ? always : readCondition(body.query, reading.at('query'), depth);
  if (body.query === undefined) reading.wrong('missingKey', { what: 'query' });
  if (path === undefined) return never;
  // What such an entry has is not in any of the fields: without the list nobody would know of it.
  if (holds(emptyEntry)) reading.fields.add(path);
  return (reader) => reader.entries(path).some(holds);
}

/** Reads a list of conditions that must all hold, or one alone: what `filter` of an aggregation takes. */
export function readFilterCondition(value: unknown, reading: Reading): Condition {
  if (!Array.isArray(value)) return readCondition(value, reading, 0);
  const all = (readList(value, reading) ?? []).map((one, index) => readCondition(one, reading.at(index), 0));
  return (reader) => all.every((holds) => holds(reader));
}
