import { sessionFactFields } from '../../../schemas/generated/sessionFactFields.ts';
import { fields } from '../../../src/domain/session/fields/fields.ts';
import type { Translation } from '../../../src/protocol/translation.ts';

/** Numbers with their units, times with their zone, the other names of callers, and why the browser takes a text for no JSON. */
const ofNoLanguage =
  /\d (?:ms|s|min|h|kB|MB)\b|\bUTC(?:[+-][\d:]+)?|\d{4}-\d\d-\d\dT[\d:.]+Z|\b(?:CALLER|PARTY)-\d+|Expected property name.*|Unexpected .*/gu;

/** What a step says of itself, which makes it one that timed out; and the key in an answer that tells of an error. */
const dataOfRareStates = 'timed out';
const keyOfRareStates = '“error”';

/** Finds the texts in which there is a letter of English, in a page that speaks another language. */
export function untranslatedIn(translation: Translation): (texts: readonly string[]) => string[] {
  // What the service's documentation says of its fields stays as it is written, also in the sentences about copying a value.
  const documented = new Set([
    ...fields.flatMap(({ path, title }) => [path, title]),
    ...sessionFactFields.flatMap(({ path, title, description, words = {} }) => [
      ...[path, title, description, ...Object.values(words)],
      ...['Copy {0}', 'Copied {0}.'].map((sentence) => translation[sentence]?.replace('{0}', title)),
    ]),
    ...['true', 'false', dataOfRareStates],
  ]);
  return (texts) =>
    texts.filter((text) => {
      const said = text.slice(text.indexOf(': ') + 2);
      return !documented.has(said) && /[a-z]/iu.test(said.replaceAll(ofNoLanguage, '').replaceAll(keyOfRareStates, ''));
    });
}
