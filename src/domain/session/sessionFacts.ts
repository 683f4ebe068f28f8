import { sessionFactFields } from '../../../schemas/generated/sessionFactFields.ts';
import { asRecord, asText, isRecord } from '../json/looseValues.ts';
import { entriesOf } from '../json/writtenEntries.ts';

/** Something that a session says once: of itself, its channel or its agent. */
export interface SessionFact {
  readonly path: string;
  /** What to call it; the path for a field that is not documented. */
  readonly title: string;
  readonly description?: string | undefined;
  readonly value: string;
  /** The field's kind; undefined for a field that is not documented. */
  readonly kind?: string | undefined;
  /** The unit of a number: `milliseconds`. */
  readonly unit?: string | undefined;
  /** What the value means, when it is one of the documented ones. */
  readonly meaning?: string | undefined;
}

/** The account's key is never there: the documentation says "not yet implemented", the data "N/A". A recording's address holds a token. */
const hidden: ReadonlySet<string> = new Set(['api_key', 'channel_data.audio_url']);

/** Objects whose fields are facts; all other objects and lists are what happened, and shown as that. */
const parts: readonly string[] = ['agent_information', 'channel_data'];

const known = new Map(sessionFactFields.map((field) => [field.path, field]));

/** What a session says once: documented fields in the schema's order, then what else stands there. */
export function readSessionFacts(document: unknown): readonly SessionFact[] {
  const session = asRecord(document);
  const found = new Map<string, string>();
  const read = (prefix: string, record: Readonly<Record<string, unknown>>): void => {
    for (const [name, value] of entriesOf(record)) {
      const path = `${prefix}${name}`;
      if (prefix === '' && parts.includes(name) && isRecord(value)) read(`${name}.`, value);
      const text = isRecord(value) || Array.isArray(value) ? undefined : asText(value);
      if (text !== undefined && !hidden.has(path)) found.set(path, text);
    }
  };
  read('', session);
  const paths = [...known.keys(), ...[...found.keys()].filter((path) => !known.has(path))];
  return paths.flatMap((path): SessionFact[] => {
    const value = found.get(path);
    if (value === undefined) return [];
    const { title = path, description, kind, unit, words } = known.get(path) ?? {};
    const meaning = words && Object.hasOwn(words, value) ? words[value] : undefined;
    return [{ path, title, description, value, kind, unit, meaning }];
  });
}
