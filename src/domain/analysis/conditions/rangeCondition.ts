import { compareCodePoints } from '../../text/compareCodePoints.ts';
import { parseDateExpression, resolveDate } from '../../time/parseDate.ts';
import { readServiceTime } from '../../time/serviceTime.ts';
import type { Scalar } from '../../tokens/fieldTokens.ts';
import { isScalar, readNumber } from '../../tokens/fieldTokens.ts';
import type { Reading } from '../reading/analysisProblem.ts';
import type { ValueKind } from '../reading/readValues.ts';
import { readField, readObject, readOnly, readScalar } from '../reading/readValues.ts';
import type { Condition } from './condition.ts';

const bounds = ['gt', 'gte', 'lt', 'lte'] as const;
type Bound = (typeof bounds)[number];
type Comparable = number | string;

const holds: Readonly<Record<Bound, (difference: number) => boolean>> = {
  gt: (difference) => difference > 0,
  gte: (difference) => difference >= 0,
  lt: (difference) => difference < 0,
  lte: (difference) => difference <= 0,
};

function compare(value: Comparable, limit: Comparable): number {
  if (typeof value === 'number' && typeof limit === 'number') return value - limit;
  return compareCodePoints(String(value), String(limit));
}

/** `{ "FIELD": { "gte": …, "lt": … } }`: one value lies between the bounds. Dates may be written as date math; texts go by their letters. */
export function readRange(body: unknown, reading: Reading): Condition | undefined {
  const only = readOnly(body, reading);
  const field = only && readField(only.key, only.reading);
  const options = only && field && readObject(only.value, bounds, only.reading);
  if (!only || !field || !options) return undefined;
  const written = bounds.filter((bound) => options[bound] !== undefined);
  // What was written in their place has been told already.
  if (written.length === 0)
    return Object.keys(options).length > 0 ? undefined : only.reading.wrong('missingKey', { expected: bounds });
  // As in Elasticsearch, null is no bound.
  const given = written.filter((bound) => options[bound] !== null);
  const limits = given.map((bound) => {
    const at = only.reading.at(bound);
    const value = readScalar(options[bound], at);
    return { bound, limit: value === undefined ? undefined : limitOf(field.kind, bound, value, at) };
  });
  const known = limits.flatMap(({ bound, limit }) => (limit === undefined ? [] : [{ bound, limit }]));
  if (known.length < limits.length) return undefined;
  const read = readerOf(field.kind);
  return (reader) =>
    reader.values(field.path).some((one) => {
      const value = read(one);
      return value !== undefined && known.every(({ bound, limit }) => holds[bound](compare(value, limit)));
    });
}

/** What a value of a session is compared as; undefined where it is not of the field's kind. */
function readerOf(kind: ValueKind): (value: unknown) => Comparable | undefined {
  switch (kind) {
    case 'number':
      return (value) => (isScalar(value) ? readNumber(value) : undefined);
    case 'date':
      return (value) => readServiceTime(value)?.first;
    default:
      return (value) => (isScalar(value) ? String(value) : undefined);
  }
}

function limitOf(kind: ValueKind, bound: Bound, written: Scalar, reading: Reading): Comparable | undefined {
  switch (kind) {
    case 'number':
      return readNumber(written) ?? reading.wrong('kindDoesNotFit', { what: String(written) });
    case 'date':
      return dateLimit(bound, written, reading);
    case 'boolean':
      return reading.wrong('kindDoesNotFit', { what: String(written) });
    default:
      return String(written);
  }
}

/** As Elasticsearch rounds: after (`gt`) and up to (`lte`) a day mean its last instant, from (`gte`) and before (`lt`) it its first. */
function dateLimit(bound: Bound, written: Scalar, reading: Reading): number | undefined {
  if (typeof written !== 'string')
    return readServiceTime(written)?.first ?? reading.wrong('badDate', { what: String(written) });
  const expression = parseDateExpression(written);
  const date =
    'code' in expression
      ? expression
      : resolveDate(expression, reading.now, bound === 'gt' || bound === 'lte' ? 'to' : 'from');
  return date instanceof Date ? date.getTime() : reading.wrong('badDate', { what: written });
}
