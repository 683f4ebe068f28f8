import { isRecord } from '../../domain/json/looseValues.ts';
import { onlyEntry } from './onlyEntry.ts';

/** Conditions that one value meets or does not, whatever stands beside it. */
const ofOneValue: ReadonlySet<string | undefined> = new Set([
  ...['term', 'terms', 'match', 'match_phrase', 'range', 'prefix', 'wildcard'],
]);

/**
 * Whether one entry of the list at `path` meets a condition exactly where the session does, in which the fields of all entries lie together:
 * so does what asks for one value, or for any of several. What asks for two at once does not.
 */
export function isOfOneValue(condition: unknown, path: string): boolean {
  const [name, body] = onlyEntry(condition);
  const isBelow = (field: unknown): field is string => typeof field === 'string' && field.startsWith(`${path}.`);
  if (name === 'bool') return isRecord(body) && clausesOf(body)?.every((one) => isOfOneValue(one, path)) === true;
  if (name === 'exists') return isRecord(body) && isBelow(body.field);
  if (name === 'nested') return isRecord(body) && isBelow(body.path) && isOfOneValue(body.query, body.path);
  const [field, operand] = onlyEntry(body);
  if (!ofOneValue.has(name) || !isBelow(field)) return false;
  // All of several words may come of several values.
  return (
    name !== 'match' || !isRecord(operand) || operand.operator === undefined || /^or$/iu.test(`${operand.operator}`)
  );
}

/** The clauses of a `bool` that holds where any of them does; undefined of another. */
function clausesOf(body: Readonly<Record<string, unknown>>): readonly unknown[] | undefined {
  const listed = (key: string): readonly unknown[] =>
    body[key] === undefined ? [] : Array.isArray(body[key]) ? body[key] : [body[key]];
  const [all, some] = [[...listed('must'), ...listed('filter')], listed('should')];
  const isPlain = body.minimum_should_match === undefined || (body.minimum_should_match === 1 && some.length > 0);
  if (listed('must_not').length > 0 || !isPlain || (all.length > 0 && some.length > 0)) return undefined;
  // Without a clause it holds of every entry, also of one that has no value.
  return all.length > 1 || all.length + some.length === 0 ? undefined : [...all, ...some];
}
