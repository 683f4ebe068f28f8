import { WrittenNumber } from '../json/writtenNumber.ts';
import type { FieldKind } from '../session/fields/fields.ts';
import { instantOf } from '../time/plainTime.ts';
import { analyse } from './analyse.ts';

/** What an index holds for a value: words and exact texts as strings; numbers, times (ms) and booleans (0, 1) as numbers. */
export type Token = string | number;

export type Scalar = string | number | boolean | WrittenNumber;

export function isScalar(value: unknown): value is Scalar {
  return (
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    value instanceof WrittenNumber
  );
}

/** Longer exact texts an index keeps, and neither finds nor sorts by. */
export const longestExactText = 8191;

/** What the index holds for a value that stands in a document; nothing for one that does not fit the field's kind. */
export function storedTokens(kind: FieldKind, value: Scalar): readonly Token[] {
  if (kind === 'text') return analyse(String(value));
  const token = storedToken(kind, value);
  return token === undefined ? [] : [token];
}

/** The same for a kind that is held whole. */
export function storedToken(kind: Exclude<FieldKind, 'text'>, value: Scalar): Token | undefined {
  switch (kind) {
    case 'id':
      return String(value);
    case 'number':
      return readNumber(value);
    case 'boolean':
      return value === '' ? 0 : readBoolean(value);
    case 'date':
      return instantOf(value);
    case 'object':
      return undefined;
  }
}

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Numbers also as their text. */
export function readNumber(value: Scalar): number | undefined {
  if (typeof value === 'boolean') return undefined;
  if (typeof value === 'string' && !decimal.test(value)) return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number + 0 : undefined;
}

/** Booleans also as their text. */
export function readBoolean(value: Scalar): 0 | 1 | undefined {
  if (value === true || value === 'true') return 1;
  return value === false || value === 'false' ? 0 : undefined;
}
