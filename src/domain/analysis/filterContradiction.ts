import { isRecord } from '../json/looseValues.ts';
import { findField } from '../session/fields/fields.ts';
import type { Refinement } from './refinement.ts';
import { readRefinement } from './refinement.ts';

/** It changes while a session goes on: what was found by it may have another by now. */
const changing: ReadonlySet<string> = new Set(['status']);

/** Most of a session is in these: nobody asks for them only to hold a filter against them. */
const long = /^(?:flow_path|transcription)\./;

export interface FilterContradiction {
  /** Whether `filter_by` can't have found this session. A session that lacks what decides it may have been found. */
  readonly holdsFor: (session: unknown) => boolean;
  /** What it reads of a session, but for what is long. */
  readonly fields: readonly string[];
}

/**
 * What of `filter_by` can be held against each session that comes, so that a service that leaves it out of account is noticed: exact
 * conditions on ID fields, of which nobody doubts what they mean. Undefined where it has none.
 */
export function readFilterContradiction(filter: unknown, now: Date): FilterContradiction | undefined {
  if (!isRecord(filter)) return undefined;
  const [must, mustNot, should] = [filter.must, filter.must_not, filter.should].map((clauses) =>
    (Array.isArray(clauses) ? clauses : []).map(readExact),
  );
  const alternatives = (should ?? []).flatMap((one) => one ?? []);
  const contradictions = [
    ...(must ?? []).flatMap((one) => (one ? [isOther(one)] : [])),
    ...(mustNot ?? []).flatMap((one) => (one ? [{ term: { [one.field]: one.value } }] : [])),
    // One that can't be decided may be what found it.
    ...(alternatives.length > 0 && alternatives.length === should?.length
      ? [{ bool: { must: alternatives.map(isOther) } }]
      : []),
  ];
  if (contradictions.length === 0) return undefined;
  const refinement: Refinement = readRefinement({ should: contradictions }, now);
  return { holdsFor: refinement.keeps, fields: [...refinement.fields].filter((field) => !long.test(field)) };
}

interface Exact {
  readonly field: string;
  readonly value: string | number | boolean;
}

/** `{ "term": { "FIELD": value } }` of a field that is one for IDs alone. */
function readExact(clause: unknown): Exact | undefined {
  const term = isRecord(clause) && Object.keys(clause).length === 1 ? clause.term : undefined;
  const [[field, operand] = [], ...others] = isRecord(term) ? Object.entries(term) : [];
  if (field === undefined || others.length > 0 || changing.has(field)) return undefined;
  const known = findField(field);
  if (known?.kind !== 'id' || known.path !== field) return undefined;
  const value = isRecord(operand) && Object.keys(operand).length === 1 ? operand.value : operand;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? { field, value }
    : undefined;
}

/** It has values there, and none is this one, however its letters are written. */
function isOther({ field, value }: Exact): object {
  return {
    bool: {
      must: [{ exists: { field } }],
      must_not: [{ term: { [field]: { value, case_insensitive: true } } }],
    },
  };
}
