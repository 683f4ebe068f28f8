/**
 * Characters without a width of their own that no writing of people needs in a line of a list, and fillers that are drawn as nothing: with
 * one of them in it a name looks like another. Joiners stay, which scripts and emoji need.
 */
const invisible = /[\u00AD\u115F\u1160\u180E\u200B\u2061-\u2064\u206A-\u206F\u3164\uFEFF\uFFA0]/gu;

/** The text with each such character as `[U+200B]`. */
export function nameInvisible(text: string): string {
  return text.replaceAll(
    invisible,
    (character) => `[U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );
}

/** Whether anything of a text is to be seen. */
export function isVisible(text: string): boolean {
  return /[^\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);
}
