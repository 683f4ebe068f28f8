import type { NodeName } from './nodeNames.ts';

/** Longer names are not read but looked up in their file. */
const longestName = 100;
const longestRest = 500;

/** A name as it is shown: on one line, short enough for a row, and without the characters that turn the text around it. */
export function shownNodeName({ name, link, description }: NodeName): NodeName {
  return {
    name: shown(name, longestName),
    ...(link === undefined ? {} : { link: shown(link, longestRest) }),
    ...(description === undefined ? {} : { description: shown(description, longestRest) }),
  };
}

function shown(text: string, longest: number): string {
  // Cut before anything else is done to it: a file can hold a text of a megabyte.
  const cut = text.slice(0, longest * 4);
  const plain = cut.replaceAll(/[\p{Cc}\s]+/gu, ' ').replaceAll(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '');
  const characters = [...plain.trim()];
  const whole = characters.length <= longest && cut.length === text.length;
  return whole ? characters.join('') : `${characters.slice(0, longest - 1).join('')}…`;
}
