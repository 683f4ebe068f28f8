import { isRecord } from '../../json/looseValues.ts';
import type { Condition } from '../conditions/condition.ts';
import { readFilterCondition } from '../conditions/readCondition.ts';
import type { Reading } from '../reading/analysisProblem.ts';
import { readList, readNumberAt, readObject, readText } from '../reading/readValues.ts';
import type { Bounds } from './bounds.ts';
import { boundNames, readBounds } from './bounds.ts';
import type { CheckPath } from './readPath.ts';
import { readPath } from './readPath.ts';

/** What has to hold of the sessions of a query. `condition` is what `holds` was read from: a condition, or a list of them that must all hold. */
export type Expectation = { readonly name: string | undefined } & (
  | { readonly kind: 'total'; readonly bounds: Bounds; readonly overBefore: boolean }
  | {
      readonly kind: 'aggregation';
      readonly path: readonly string[];
      readonly bounds: Bounds;
      readonly overBefore: boolean;
    }
  | { readonly kind: 'every' | 'no'; readonly holds: Condition; readonly condition: unknown }
  | { readonly kind: 'atLeast'; readonly count: number; readonly holds: Condition; readonly condition: unknown }
  | { readonly kind: 'path'; readonly check: CheckPath }
);

/** What an expectation can be about. */
export const subjects = ['total', 'aggregation', 'every', 'no', 'at_least', 'path'] as const;

/** `over_before` bounds the number over what it was in the range before, of the same length. */
const numberKeys = [...boundNames, 'over_before'];

/** Reads the list of `expect`. One that cannot be read is noted, and undefined in its place. */
export function readExpectations(written: unknown, reading: Reading): readonly (Expectation | undefined)[] {
  if (written === undefined) return [];
  return (readList(written, reading) ?? []).map((one, index) => readExpectation(one, reading.at(index)));
}

function readExpectation(written: unknown, reading: Reading): Expectation | undefined {
  if (!isRecord(written)) return reading.wrong('expectedObject');
  readObject(written, ['name', ...subjects], reading);
  const given = subjects.filter((subject) => written[subject] !== undefined);
  const [subject] = given;
  if (subject === undefined) return reading.wrong('expectedOne', { expected: subjects });
  if (given.length > 1) return reading.wrong('onlyOne', { expected: given });
  const name = written.name === undefined ? undefined : readText(written.name, reading.at('name'));
  const body = written[subject];
  const at = reading.at(subject);
  switch (subject) {
    case 'total': {
      const bounded = readNumberSubject(body, at, []);
      return bounded && { name, kind: 'total', ...bounded };
    }
    case 'aggregation': {
      const bounded = readNumberSubject(body, at, ['path']);
      const path = isRecord(body) ? readList(body.path, at.at('path')) : undefined;
      const names = path?.flatMap((one, index) =>
        typeof one === 'number' ? String(one) : (readText(one, at.at('path', index)) ?? []),
      );
      if (names?.length === 0) at.at('path').wrong('expectedText');
      return bounded && names && { name, kind: 'aggregation', path: names, ...bounded };
    }
    case 'every':
    case 'no':
      return { name, kind: subject, holds: readFilterCondition(body, at), condition: body };
    case 'at_least': {
      const options = readObject(body, ['count', 'of'], at);
      const count = options && readNumberAt(options.count, at.at('count'));
      return options && count !== undefined
        ? { name, kind: 'atLeast', count, holds: readFilterCondition(options.of, at.at('of')), condition: options.of }
        : undefined;
    }
    case 'path': {
      const check = readPath(body, at);
      return check && { name, kind: 'path', check };
    }
  }
}

function readNumberSubject(
  written: unknown,
  reading: Reading,
  others: readonly string[],
): { readonly bounds: Bounds; readonly overBefore: boolean } | undefined {
  const body = readObject(written, [...numberKeys, ...others], reading);
  if (!body) return undefined;
  if (body.over_before === undefined) {
    const bounds = readBounds(body, reading);
    return bounds && { bounds, overBefore: false };
  }
  // One expectation is of one number: the number itself, or how it has changed.
  const beside = boundNames.filter((name) => body[name] !== undefined);
  if (beside.length > 0) return reading.wrong('onlyOne', { expected: ['over_before', ...beside] });
  const at = reading.at('over_before');
  const over = readObject(body.over_before, boundNames, at);
  const bounds = over && readBounds(over, at);
  return bounds && { bounds, overBefore: true };
}
