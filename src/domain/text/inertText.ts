import { nameDirections } from './directions.ts';
import { nameInvisible } from './invisible.ts';

/** Line breaks, and whatever else is no character to be seen. */
const breaks = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;

/**
 * A sentence as a surface of VS Code may show it, whatever the values in it were written by: on one line, with what turns the writing
 * direction or is not seen named, and neither a link (`[x](command:…)` runs commands in a message) nor an icon (`$(name)` in a label). It looks as it
 * did: a word joiner, which has no width, stands where the syntax would begin. To be used on the whole sentence: two values side by
 * side may make what none of them is.
 */
export function inertText(sentence: string): string {
  return nameInvisible(nameDirections(sentence))
    .replaceAll(breaks, ' ')
    .replaceAll(/([\]$])\(/gu, '$1\u2060(');
}

/** A text as Markdown that shows just that text: no link, no picture, no HTML, no address that is made a link by itself. */
export function markdownOfText(text: string): string {
  const line = nameInvisible(nameDirections(text)).replaceAll(breaks, ' ').trim();
  return line.replaceAll(/[!-/:-@[-`{-~]/gu, String.raw`\$&`);
}
