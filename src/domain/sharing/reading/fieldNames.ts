import { copyOf, Remembered } from './remembered.ts';
import { isSecretField, isSecretHeader } from './secretNames.ts';

/** What a field's name says of its value. */
export interface FieldName {
  readonly name: string;
  readonly isSecret: boolean;
  readonly isSecretHeader: boolean;
  /** In an entry of names and values, the name; `isValue`: the value. */
  readonly isName: boolean;
  readonly isValue: boolean;
  readonly isHeaders: boolean;
  /** Nothing but letters of ASCII. */
  readonly isWord: boolean;
}

const nameKey =
  /^_?(?:name|key|header(?:_?(?:name|key))?|field(?:_?name)?|param(?:eter)?(?:_?name)?|id|label|title|attribute|property|variable|slot|type|entity|k|n|item_?1|first|left|0)$/i;
const valueKey =
  /^_?(?:values?|value_?text|val|v|content|data|text|(?:raw|current|old|new|default|header|field|param(?:eter)?)_?values?|answer|input|before|after|item_?2|second|right|1)$/i;
const headersKey = /(?:^|[_\s-]|[a-z])headers?$/i;

const known = new Remembered<FieldName>(2000);

export function readFieldName(name: string): FieldName {
  const before = known.get(name);
  if (before) return before;
  const read = {
    name: copyOf(name),
    isSecret: isSecretField(name),
    isSecretHeader: isSecretHeader(name),
    isName: nameKey.test(name),
    isValue: valueKey.test(name),
    isHeaders: headersKey.test(name),
    isWord: /^[a-z_]*$/i.test(name),
  };
  // One that is a text by itself hardly comes again.
  if (name.length <= 100) known.set(name, read);
  return read;
}
