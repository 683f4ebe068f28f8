import { isRecord } from '../../domain/json/looseValues.ts';
import { parseJson } from '../../domain/json/parseJson.ts';
import { entriesKept } from '../../domain/json/writtenEntries.ts';
import { WrittenNumber } from '../../domain/json/writtenNumber.ts';
import { facetsVersion, sessionFacets } from '../../domain/results/facets/sessionFacets.ts';
import { indexedLevels } from '../../domain/session/fields/indexedLevels.ts';
import type { Scalar } from '../../domain/tokens/fieldTokens.ts';
import { isScalar, longestExactText, storedTokens } from '../../domain/tokens/fieldTokens.ts';
import type { ArchivedField } from './archivedField.ts';
import { archivedField, beside, hiddenLeafOf, leafOf } from './archivedField.ts';
import type { Place } from './places.ts';
import { Places } from './places.ts';

/** So many digits an engine reads of a number, at least. */
const mostDigits = 300;

/** What an archive keeps of a session beside it, or in its place. */
interface Beside {
  /** `text` follows the session, and takes the place of its last brace; else it is all of the document. */
  readonly isBehind: boolean;
  readonly text: string;
}

/**
 * Most sessions are kept as they came, with what is found by no field of its own, and what facets count, put behind. One that an engine would
 * not take as it is (a value that is not of its field's kind, a key twice) is kept whole as a text, beside those of its values that fit.
 * Throws a SyntaxError when it is no JSON.
 */
export function besideSession(json: string): Beside {
  const session = parseJson(json);
  const { leaves: found, fits } = read(session, undefined);
  const leaves = [...found];
  const own = { ...(leaves.length > 0 ? { leaves } : {}), ...counted(session) };
  if (fits) {
    const isEmpty = isRecord(session) && Object.keys(session).length === 0;
    return { isBehind: true, text: `${isEmpty ? '' : ','}"${beside}":${JSON.stringify(own)}}` };
  }
  const values: StoredValues = new Map();
  read(session, values);
  return { isBehind: false, text: viewOf(values, { ...own, session: json }) };
}

function read(session: unknown, values: StoredValues | undefined): DocumentReading {
  const reading = new DocumentReading(values);
  if (isRecord(session)) reading.object(session, places.root, 0);
  else reading.fits = false;
  return reading;
}

/** What facets count of the session: read here, so that an archive counts what every list does. */
function counted(session: unknown): Readonly<Record<string, unknown>> {
  const { values, weekQuarter } = sessionFacets(session);
  return {
    facets: values,
    facets_version: facetsVersion,
    ...(weekQuarter === undefined ? {} : { week_quarter: weekQuarter }),
  };
}

/** The values of the fields that there are, each as an index holds it. */
type StoredValues = Map<string, unknown[]>;

const places = new Places();

class DocumentReading {
  readonly leaves = new Set<string>();
  /** Nearly no document needs them. */
  readonly #values: StoredValues | undefined;
  fits = true;

  constructor(values: StoredValues | undefined) {
    this.#values = values;
  }

  object(record: Readonly<Record<string, unknown>>, place: Place, depth: number): void {
    const kept = entriesKept(record);
    if (kept && kept.length !== new Set(kept.map(([key]) => key)).size) this.fits = false;
    if (kept) for (const [name, value] of kept) this.#member(place.below(name), value, depth);
    else for (const name of Object.keys(record)) this.#member(place.below(name), record[name], depth);
  }

  #member(place: Place, value: unknown, depth: number): void {
    if (!place.isTaken) this.fits = false;
    this.#value(value, place, depth + 1);
    if (place.tag !== undefined && isScalar(value)) this.#leaf(value, place.tag);
  }

  #value(value: unknown, place: Place, depth: number): void {
    if (value === null || value === undefined) return;
    if (isScalar(value)) this.#scalar(value, place);
    else if (depth >= indexedLevels) this.fits = false;
    else if (Array.isArray(value)) for (const item of value) this.#value(item, place, depth + 1);
    else {
      if (place.field?.isMapped) this.fits = false;
      this.object(value as Readonly<Record<string, unknown>>, place, depth);
    }
  }

  #scalar(value: Scalar, { field, path, isObject }: Place): void {
    if (value instanceof WrittenNumber && value.text.length > mostDigits) this.fits = false;
    if (!field?.isMapped) {
      if (isObject) this.fits = false;
      this.#leaf(value, path);
      return;
    }
    const stored = storedValue(field, value);
    if (stored === undefined || !isWrittenAsRead(field, value)) this.fits = false;
    if (stored === undefined || isHidden(field, value)) this.leaves.add(hiddenLeafOf(path));
    if (stored === undefined || !this.#values) return;
    const known = this.#values.get(path);
    if (known) known.push(stored);
    else this.#values.set(path, [stored]);
  }

  #leaf(value: Scalar, path: string): void {
    const field = archivedField(path) ?? { path, kind: 'id' as const };
    const tokens = storedTokens(field.kind, value);
    if (tokens.length === 0 || field.kind === 'text') this.leaves.add(hiddenLeafOf(path));
    for (const token of tokens) {
      const leaf = leafOf(path, token);
      this.leaves.add(leaf.length > longestExactText ? hiddenLeafOf(path) : leaf);
    }
  }
}

/** The value as an engine reads it in one way only; undefined for one that its field cannot hold. */
function storedValue({ kind }: ArchivedField, value: Scalar): unknown {
  if (kind === 'id' || kind === 'text') return String(value);
  const [token] = storedTokens(kind, value);
  if (token === undefined) return undefined;
  if (kind === 'boolean') return token === 1;
  return kind === 'date' ? new Date(Number(token)).toISOString() : token;
}

/** Whether an engine reads the value as it stands in the session as what it is. */
function isWrittenAsRead({ kind }: ArchivedField, value: Scalar): boolean {
  switch (kind) {
    case 'number':
      return typeof value !== 'string' || /^-?\d{1,15}(?:\.\d{1,15})?$/u.test(value);
    case 'date':
      return (
        typeof value === 'string' &&
        /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-7]):\d\d)?$/u.test(value)
      );
    default:
      return true;
  }
}

/** Whether a value is not found, though its field could hold it. */
function isHidden({ kind }: ArchivedField, value: Scalar): boolean {
  if (kind === 'id') return String(value).length > longestExactText;
  // A letter or digit is a word, or in one.
  return kind === 'text' && !/[a-z\d]/iu.test(String(value)) && storedTokens(kind, value).length === 0;
}

function viewOf(values: ReadonlyMap<string, readonly unknown[]>, own: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ ...Object.fromEntries(values), [beside]: own });
}
