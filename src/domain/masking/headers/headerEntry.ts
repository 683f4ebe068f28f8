import { isRecord } from '../../json/looseValues.ts';
import { isSecretHeader } from '../secrets/secretNames.ts';

const nameKey = /^_?(?:name|key|header(?:_?(?:name|key))?|field(?:_?name)?|k|n)$/iu;
const valueKey = /^_?(?:values?|(?:header|field)_?values?|val|content|v)$/iu;
/** Keys that say so only in a list: of an object by itself they may be headers. */
const nameInList = /^(?:item_?1|first|left|0|1|title|label|id|param(?:eter)?|property|attribute|type)$/iu;
const valueInList = /^(?:item_?2|second|right|1|2|text|data|body)$/iu;

/** What can be nothing but a header's name. */
const knownName =
  /^(?:x-[\w-]+|accept(?:-[a-z]+)*|content-(?:type|length|encoding|language)|user-agent|host|origin|referer|authorization|cookie|cache-control|connection|traceparent)$/iu;

/** The name and the value of an object that is one header: `{"Key": …, "Value": …}`, in any of the words and letter cases that it is written in. */
export function entryOf(entry: object, inList: boolean): [name: string, value: unknown] | undefined {
  if (!isRecord(entry)) return undefined;
  const keys = Object.keys(entry);
  const name = keys.find((key) => nameKey.test(key)) ?? (inList ? keys.find((key) => nameInList.test(key)) : undefined);
  const value = keys.find((key) => key !== name && (valueKey.test(key) || (inList && valueInList.test(key))));
  const text = name === undefined ? undefined : textOf(entry[name]);
  if (typeof text === 'string' && value !== undefined) return [text, entry[value]];
  return inList ? entryByName(keys.map((key) => [key, entry[key]])) : undefined;
}

/** A text, or the only one that an object holds. */
function textOf(value: unknown): unknown {
  const values = isRecord(value) ? Object.values(value) : [value];
  return values.length === 1 ? values[0] : undefined;
}

/** An entry whose keys are words that nobody knows: what is called like a header is its name, what stands beside it its value. */
function entryByName(entries: readonly (readonly [key: string, value: unknown])[]): [string, unknown] | undefined {
  if (entries.length !== 2 || entries.some(([key]) => key.includes('-') || isSecretHeader(key))) return undefined;
  const at = entries.findIndex(([, value]) => typeof value === 'string' && isName(value));
  const [name, value] = [entries[at]?.[1], entries[1 - at]?.[1]];
  return typeof name === 'string' && at >= 0 ? [name, value] : undefined;
}

function isName(value: string): boolean {
  return knownName.test(value) || (/^[\w-]{3,60}$/u.test(value) && isSecretHeader(value));
}
