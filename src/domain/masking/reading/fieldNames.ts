import { isMeasure } from '../persons/notNumbers.ts';
import { isOfThings } from '../persons/numbersOfThings.ts';
import { isSecretField, isSecretHeader } from '../secrets/secretNames.ts';
import { standsAt } from '../text/letterCodes.ts';
import { copyOf, Remembered } from '../text/remembered.ts';
import type { Letters } from './looseJson.ts';
import { isNameInPlaces } from './sessionPlaces.ts';

/** What a field's name says of its value. */
export interface FieldName {
  readonly name: string;
  readonly isSecret: boolean;
  readonly isSecretHeader: boolean;
  /** In an entry of names and values, the name; `isValue`: the value. */
  readonly isName: boolean;
  readonly isValue: boolean;
  readonly isHeaders: boolean;
  /** What stands in it are the names of columns. */
  readonly isColumns: boolean;
  /** A place in a list that is written as an object. */
  readonly isIndex: boolean;
  /** Its value measures something, and is no person's number. */
  readonly isMeasure: boolean;
  /** A short number of this name is a thing's, and no person's. */
  readonly isOfThings: boolean;
  /** Nothing but letters of ASCII. */
  readonly isWord: boolean;
  /** Nothing is known of a value by this name alone. */
  readonly isPlain: boolean;
}

const nameKey =
  /^_?(?:name|key|header(?:_?(?:name|key))?|field(?:_?name)?|param(?:eter)?(?:_?name)?|id|label|title|attribute|property|variable|slot|type|entity|k|n|item_?1|first|left|0)$/i;
const valueKey =
  /^_?(?:values?|value_?text|val|v|content|data|text|(?:raw|current|old|new|default|header|field|param(?:eter)?)_?values?|answer|input|before|after|old|new|previous|from|to|item_?2|second|right|1)$/i;
const columnsKey =
  /^(?:column|col|field|header|heading|attribute|key)(?:s|_?names)$|^(?:names|schema|row_?type|head(?:er)?)$/i;
const headersKey = /(?:^|[_\s-]|[a-z])headers?$/i;

/** One that is a text by itself hardly comes again. */
const longestKept = 100;
const known = new Remembered<FieldName>(2000);
/** The last name that fell on each place: documents have few names, and they come again and again. */
const recent: (FieldName | undefined)[] = Array.from({ length: 1024 }, () => undefined);

/** The name that stands in a text from `start` to `end`; `sum` is that of its letters. */
export function readFieldNameAt({ text, codes }: Letters, start: number, end: number, sum: number): FieldName {
  const length = end - start;
  const place = sum & 1023;
  const before = recent[place];
  if (before !== undefined && before.name.length === length && standsAt(codes, start, before.name)) return before;
  const read = readFieldName(text.slice(start, end));
  if (length <= longestKept) recent[place] = read;
  return read;
}

export function readFieldName(name: string): FieldName {
  const before = known.get(name);
  if (before) return before;
  const says = {
    isSecret: isSecretField(name),
    isSecretHeader: isSecretHeader(name),
    isName: nameKey.test(name),
    isValue: valueKey.test(name),
    isHeaders: headersKey.test(name),
    isColumns: columnsKey.test(name),
    isIndex: /^\d{1,6}$/.test(name),
  };
  const isPlain = !isNameInPlaces(name) && !Object.values(says).includes(true);
  const ofNumbers = { isMeasure: isMeasure(name), isOfThings: isOfThings(name) };
  const read = { name: copyOf(name), ...says, ...ofNumbers, isWord: /^[a-z_]*$/i.test(name), isPlain };
  if (name.length <= longestKept) known.set(name, read);
  return read;
}
