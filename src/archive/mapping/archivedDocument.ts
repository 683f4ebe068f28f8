import { isRecord } from '../../domain/json/looseValues.ts';
import { parseJson } from '../../domain/json/parseJson.ts';
import { entriesKept } from '../../domain/json/writtenEntries.ts';
import { WrittenNumber } from '../../domain/json/writtenNumber.ts';
import { indexedLevels } from '../../domain/session/indexedLevels.ts';
import type { Scalar } from '../../domain/tokens/fieldTokens.ts';
import { isScalar, storedTokens } from '../../domain/tokens/fieldTokens.ts';
import type { ArchivedField } from './archivedField.ts';
import { anyCategory, archivedField, beside, hiddenLeafOf, isObject, leafOf, longestValue } from './archivedField.ts';

/** So many digits an engine reads of a number, at least. */
const mostDigits = 300;

/**
 * A session as an archive keeps it. Most are kept as they came, with what is found by no field of its own put behind. One that an engine would
 * not take as it is (a value that is not of its field's kind, a key twice) is kept whole as a text, beside those of its values that fit.
 * Throws a SyntaxError when it is no JSON.
 */
export function archivedDocument(json: string): string {
  const session = parseJson(json);
  const reading = new DocumentReading();
  if (isRecord(session)) reading.object(session, '', 0);
  else reading.fits = false;
  const leaves = [...reading.leaves];
  if (!reading.fits) return viewOf(reading.values, { leaves, session: json });
  if (leaves.length === 0) return json;
  const end = json.lastIndexOf('}');
  const comma = /^\s*\{\s*\}\s*$/u.test(json) ? '' : ',';
  return `${json.slice(0, end)}${comma}"${beside}":${JSON.stringify({ leaves })}}`;
}

class DocumentReading {
  readonly leaves = new Set<string>();
  /** The values of the fields that there are, each as an index holds it. */
  readonly values = new Map<string, unknown[]>();
  fits = true;

  object(record: Readonly<Record<string, unknown>>, path: string, depth: number): void {
    const kept = entriesKept(record);
    if (kept && kept.length !== new Set(kept.map(([key]) => key)).size) this.fits = false;
    for (const [name, value] of kept ?? Object.entries(record)) {
      if (isRefused(name, path)) this.fits = false;
      // Engines read a name with a dot as a way down; where it leads into what is mapped as a value they take nothing of the document.
      if (name.includes('.') && !isBelowNames(path)) this.fits = false;
      this.#value(value, path === '' ? name : `${path}.${name}`, depth + 1);
      // The documentation's `tags.<name>` leaves the category out that its model has between them.
      if (isScalar(value) && /^tags\.[^.]+$/u.test(path)) this.#leaf(value, anyCategory(name));
    }
  }

  #value(value: unknown, path: string, depth: number): void {
    if (value === null || value === undefined) return;
    if (isScalar(value)) this.#scalar(value, path);
    else if (depth >= indexedLevels) this.fits = false;
    else if (Array.isArray(value)) for (const item of value) this.#value(item, path, depth + 1);
    else {
      if (archivedField(path)?.isMapped) this.fits = false;
      this.object(value as Readonly<Record<string, unknown>>, path, depth);
    }
  }

  #scalar(value: Scalar, path: string): void {
    if (value instanceof WrittenNumber && value.text.length > mostDigits) this.fits = false;
    const field = archivedField(path);
    if (!field?.isMapped) {
      if (isObject(path)) this.fits = false;
      this.#leaf(value, path);
      return;
    }
    const stored = storedValue(field, value);
    if (stored === undefined || !isWrittenAsRead(field, value)) this.fits = false;
    if (stored === undefined || isHidden(field, value)) this.leaves.add(hiddenLeafOf(path));
    if (stored === undefined) return;
    const known = this.values.get(path);
    if (known) known.push(stored);
    else this.values.set(path, [stored]);
  }

  #leaf(value: Scalar, path: string): void {
    const field = archivedField(path) ?? { path, kind: 'id' as const };
    const tokens = storedTokens(field.kind, value);
    if (tokens.length === 0 || field.kind === 'text') this.leaves.add(hiddenLeafOf(path));
    for (const token of tokens) {
      const leaf = leafOf(path, token);
      this.leaves.add(leaf.length > longestValue ? hiddenLeafOf(path) : leaf);
    }
  }
}

/** Whether engines take no document with such a name at such a place. */
function isRefused(name: string, path: string): boolean {
  return /^\.|\.$|\.\.|^\s*$/u.test(name) || (path === '' && (name === beside || name.startsWith('_')));
}

/** Below these, names are data and nothing is mapped. */
function isBelowNames(path: string): boolean {
  return /^(?:params|parameters|tags)(?:\.|$)/u.test(path);
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
  if (kind === 'id') return String(value).length > longestValue;
  return kind === 'text' && storedTokens(kind, value).length === 0;
}

function viewOf(values: ReadonlyMap<string, readonly unknown[]>, own: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ ...Object.fromEntries(values), [beside]: own });
}
