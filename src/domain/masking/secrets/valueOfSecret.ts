import { isSecretHeader, wordsOfName } from './secretNames.ts';
import { isNoSecret } from './secretValues.ts';

/** The last words of names that fields have: beside the name of a secret they are names too. */
const fieldWord =
  /(?:^|_)(?:u?u?id|(?:user)?name|user|login|e?mail|phone|mobile|msisdn|address|city|state|country|zip|region|type|kind|status|code|reason|message|text|body|title|label|description|comment|value|key|data|content|payload|result|error|date|time|timestamp|at|in|by|expir(?:es|y|ation)|age|duration|ttl|ur[il]|link|path|host|domain|origin|server|role|group|scope|permission|account|customer|client|tenant|company|owner|agent|caller|source|birthday|language|locale|currency|amount|price|total|count|number|size|length|version|format|method|header|query|param(?:eter)?|field|column|accept|encoding|control|etag|location|channel|session|request|response|order|product|note|tag|category|score|index|confirm(?:ation)?|repeat)s?$/;

/** What is said of secrets, and is none; also what ends as such words do. */
const stateWord =
  /^(?:an?|the|no[tw]?|my|your|our|this|that|wh(?:at|ich|o|ere|en)|how|if|so|too|very|just|only|also|still|al(?:ready|ways)|never|(?:in)?(?:correct|valid|secure|active)|wrong|right|optional|missing|present|absent|empty|blank|null|old|new|same|different|weak|strong|(?:un)?(?:safe|known)|private|public|secret|hidden|unique|easy|simple|(?:long|short)(?:er)?|good|bad|better|fine|ok(?:ay)?|forgotten|lost|stolen|broken|gone|ready|(?:re)?set|sent|given|found|true|false|yes|none|mine|yours|pass|fail|skip|done|(?:alpha)?numeric|mandatory|input|default|below|above|t?here|(?:some|no)thing|for|from|in|on|at|with|of|or|and|but|after|before|about|up|out|off|enough)$|.(?:ed|ing|ly|[ai]ble|[-’'].*)$/i;

/** Names of secrets that are words of other things too: `["pass","fail"]`, `["auth","billing"]`. */
const ambiguous =
  /^(?:pass|auth|authorization|pin|pins|token|tokens|secret|secrets|signature|sig|cookie|cookies|bearer|credentials?|creds|pw)$/;

/** One word, or several with dashes between, as a sentence has them. */
const plainWord = /^(?:\p{Lu}?\p{Ll}+|\p{Lu}+|[\p{Lo}\p{M}]+)(?:[-’']\p{L}+)*$/u;

/** Whether a text is a name that a field has, of a secret or another. What has digits is mostly a value: `password1`. */
export function isNameOfField(text: string): boolean {
  if (text.length > 60 || !/^[\p{L}_#@$][\p{L} _./#@$-]*$/u.test(text)) return false;
  return isSecretHeader(text) || fieldWord.test(wordsOfName(text));
}

/** Whether a name is that of a secret wherever it stands: a pin may be one of a chip. */
export function isNameAlone(name: string): boolean {
  const words = wordsOfName(name);
  const word = words.split('_').at(-1) ?? '';
  return (
    word === 'token' ||
    !ambiguous.test(word) ||
    /(?:^|_)(?:o?auth|api|app|client|consumer|shared|signing|webhook)_secret$/.test(words)
  );
}

/** Whether a text has something that no word of a sentence has: a digit, or a mark or another case within. */
export function looksLikeValue(text: string): boolean {
  return text !== '' && !plainWord.test(text) && /[\p{L}\p{N}]/u.test(text);
}

/** Whether a word says something of a secret, as in "is required". */
export function saysState(word: string): boolean {
  return plainWord.test(word) && stateWord.test(word);
}

/** Whether a text that stands behind the name of a secret, with nothing that joins them, is the secret: no other name, and no word about it. */
export function isValueOf(name: string, text: string): boolean {
  // Of names that are counted the next one is no value.
  const plain = /\d$/.test(name) ? text.replace(/\d{1,2}$/, '') : text;
  if (text === '' || isNoSecret(text) || isNameOfField(plain) || saysState(text)) return false;
  if (/^\d+$/.test(text)) return isCodeOf(name, text);
  return looksLikeValue(text) || !ambiguous.test(wordsOfName(name));
}

/** Whether a number behind the name of a secret is it: what is short is mostly a count. */
export function isCodeOf(name: string, digits: string): boolean {
  const words = wordsOfName(name);
  return digits.length >= (ambiguous.test(words) && !/^pins?$/.test(words) ? 6 : 3) && /^\d+$/.test(digits);
}

/** What stands where something was masked. */
const alias = /^(?:TOKEN|EMAIL|CALLER|AGENT)-\d+$/;
const columnName = /^#?\s?[\p{L}_][\p{L}\p{M}\p{N}_]*(?:[ ._/-]{1,3}[\p{L}\p{M}\p{N}_]+){0,3}[:*]?$/u;

/** Whether texts are the names of columns; an empty one is that of a column without a name. Of two, they may be a secret and its name. */
export function areColumns(names: readonly string[]): boolean {
  const [first = '', second = ''] = names;
  if (names.length === 0 || !names.every((name) => name === '' || (columnName.test(name) && !alias.test(name))))
    return false;
  return names.length !== 2 || !isSecretHeader(first) || isNameOfField(second) || !isValueOf(first, second);
}
