import { parseJson } from '../../domain/json/parseJson.ts';
import { toldErrorIn } from '../../domain/session/failures/toldError.ts';
import { isObject } from './answerShapes.ts';

/** How services that answer 200 to everything say in words that they did not. */
const refusal =
  /\b(?:not[ _-]?found|no such|does(?:n['’]t| not) exist|not (?:been )?(?:deleted|removed)|could(?:n['’]t| not)|can(?:['’]t|not| not)|unable to|nothing (?:to|was)|(?:0|no) (?:sessions?|documents?|records?|rows?|items?)|failed to|noop|invalid|denied|forbidden|unauthori[sz]ed)\b/iu;

/** How many were deleted, or whether: `deleted`, `isDeleted`, `deleted_count`, `rowsAffected`. */
const counts =
  /^(?:is_?)?(?:deleted|removed|acknowledged)(?:_?(?:count|rows|sessions|documents|items))?$|^(?:rows_?)?affected(?:_?rows)?$/iu;

/** What an answer may stand in. */
const wrappers = ['data', 'result', 'body'] as const;

/**
 * What a good status to a deletion leaves open. How the service says that a session is gone is not documented, so that nothing and most
 * things say it; what tells of an error, or that nothing was deleted, or is the answer of a search, does not.
 */
export function doubtOfDeletion(body: string, id: string): 'webPage' | 'refused' | undefined {
  if (/^\s*</u.test(body)) return 'webPage';
  let json: unknown;
  try {
    json = parseJson(body);
  } catch {
    return toldErrorIn(body) || refusal.test(body) ? 'refused' : undefined;
  }
  // What it was is answered with, whatever that tells of.
  if (isObject(json) && json.id === id) return undefined;
  return json === false || json === 'false' || isNoDeletion(json) || toldErrorIn(body) || refusal.test(body)
    ? 'refused'
    : undefined;
}

function isNoDeletion(json: unknown): boolean {
  if (Array.isArray(json)) return json.some(tellsOfNone);
  if (!isObject(json)) return false;
  // Of a status that a proxy made 200 of.
  if (/^[45]\d\d$/u.test(String(json.code))) return true;
  return (
    Array.isArray(json.hits) ||
    hasItems(json.failures) ||
    [json, ...wrappers.map((name) => json[name])].some(tellsOfNone)
  );
}

function tellsOfNone(json: unknown): boolean {
  return (
    isObject(json) &&
    Object.entries(json).some(([name, value]) => counts.test(name) && (isNothing(value) || isEmpty(value)))
  );
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function hasItems(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}

function isNothing(value: unknown): boolean {
  return value === false || value === 0 || value === 'false' || value === '0';
}
