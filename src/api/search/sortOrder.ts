import { asBoolean, asNumber, isRecord } from '../../domain/json/looseValues.ts';
import type { SortKey } from '../../domain/query/request.ts';
import { findField } from '../../domain/session/fields/fields.ts';
import { valuesAt } from '../../domain/session/fields/valuesAt.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import { parseServiceTime } from '../../domain/time/serviceTime.ts';

/** A value that decides the order. */
export type Place = string | number | undefined;

/** How the service orders sessions, so that what comes from several requests can be put in one order. */
export interface SortOrder {
  placesOf(session: SessionDocument): readonly Place[];
  compare(a: readonly Place[], b: readonly Place[]): number;
}

/** Several values of a field count as the smallest when ascending, as the largest when descending; missing ones come last in both. */
export function sortOrder(keys: readonly SortKey[]): SortOrder {
  const columns = keys.map(({ field, direction }) => ({
    read: reader(field),
    field,
    sign: direction === 'desc' ? -1 : 1,
  }));
  return {
    placesOf: (session) =>
      columns.map(({ read, field, sign }) => {
        const places = valuesAt(session, field)
          .map(read)
          .filter((place) => place !== undefined);
        return places.reduce<Place>(
          (best, place) => (best === undefined || compare(place, best) * sign < 0 ? place : best),
          undefined,
        );
      }),
    compare: (a, b) => {
      for (const [at, { sign }] of columns.entries()) {
        const [left, right] = [a[at], b[at]];
        if (left === right) continue;
        if (left === undefined || right === undefined) return left === undefined ? 1 : -1;
        const order = compare(left, right);
        if (order !== 0) return order * sign;
      }
      return 0;
    },
  };
}

function reader(path: string): (value: unknown) => Place {
  switch (findField(path)?.kind) {
    case 'number':
      return asNumber;
    case 'date':
      return (value) => parseServiceTime(value)?.getTime();
    case 'boolean':
      return (value) => {
        const truth = asBoolean(value);
        return truth === undefined ? undefined : Number(truth);
      };
    default:
      return (value) => (isRecord(value) || Array.isArray(value) ? undefined : String(value));
  }
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return compareText(String(a), String(b));
}

/** By code point, as Elasticsearch does: `<` would put surrogate pairs before the characters above them. */
function compareText(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at++) {
    if (a.charCodeAt(at) !== b.charCodeAt(at)) return (a.codePointAt(at) ?? 0) - (b.codePointAt(at) ?? 0);
  }
  return a.length - b.length;
}
