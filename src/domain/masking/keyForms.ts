import { readEncoded } from './readEncoded.ts';
import { base64Alphabet, decodeBase64 } from './text/base64.ts';

/** So much of a key in a row is taken for it: whoever echoes it may cut it, or break it up. */
const telling = 8;
const base32Alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** Parts of what a key becomes in other hands, each long enough to tell, in small letters. */
export interface KeyForms {
  /** Of the key as it is, turned round, and as the numbers of its characters. */
  readonly plain: ReadonlySet<string>;
  /** The same, letters and digits alone. */
  readonly bare: ReadonlySet<string>;
  /** Of the base64 of something that holds it. */
  readonly packed: ReadonlySet<string>;
}

/** All forms of a key that are looked for in a text that was decoded as far as that goes. */
export function keyForms(key: string): KeyForms {
  const keys = [...[...readEncoded(key)].map(({ characters }) => characters), ...packedIn(key)];
  const written = keys.flatMap((one) => [
    lowerCase(one),
    lowerCase(turned(one)),
    hexadecimal(one),
    ...base32Within(one),
  ]);
  // Four characters of each of these are a key's; fewer are anybody's.
  const wide = keys.map((one) => hexadecimal(twoBytes(one)));
  const numbers = keys.map((one) => Array.from(one, (character) => character.charCodeAt(0)).join(''));
  const packed = keys.flatMap((one) => [
    ...base64Within(one),
    ...base64Within(one).flatMap(base64Within),
    ...[hexadecimal(one), hexadecimal(one).toUpperCase(), percent(one), percent(one).toUpperCase()].flatMap(
      base64Within,
    ),
  ]);
  const plain = new Set([...partsOf(written), ...partsOf(wide, 2 * telling), ...partsOf(numbers, 1.5 * telling)]);
  const bare = new Set([
    ...partsOf(written.map(bareText)),
    ...partsOf(wide, 2 * telling),
    ...partsOf(numbers, 1.5 * telling),
  ]);
  // A key that is shorter is known by all of it.
  if (key.length < telling) plain.add(lowerCase(key));
  const packedWide = keys.flatMap((one) => base64Within(twoBytes(one)));
  return {
    plain,
    bare,
    packed: new Set([...partsOf(packed.map(lowerCase)), ...partsOf(packedWide.map(lowerCase), 1.5 * telling)]),
  };
}

/** Keeps the length, which a language's own lower case may not. */
export function lowerCase(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function bareText(text: string): string {
  return text.replace(/[^\da-z]/giu, '');
}

/** All parts of the texts that are long enough to tell. */
function partsOf(texts: readonly string[], size = telling): Set<string> {
  return new Set(
    texts.flatMap((text) =>
      Array.from({ length: Math.max(0, text.length - size + 1) }, (_, at) => text.slice(at, at + size)),
    ),
  );
}

function turned(text: string): string {
  return [...text].reverse().join('');
}

/** As UTF-16 has it. */
function twoBytes(text: string): string {
  return Array.from(text, (character) => `${character}\0`).join('');
}

function hexadecimal(text: string): string {
  return Array.from(text, (character) => character.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}

function percent(text: string): string {
  return hexadecimal(text).replace(/../g, '%$&');
}

/** What a key is the base64 of, where that is a name and a secret: clusters give their keys so, and may name the parts. */
function packedIn(key: string): readonly string[] {
  if (!/^[\w+/-]{16,}={0,2}$/.test(key)) return [];
  const text = decodeBase64(key.replaceAll('=', '')) ?? '';
  return /^[\x20-\x7e]+:[\x20-\x7e]+$/.test(text) ? [text] : [];
}

/** What a text becomes in the base64 of something that holds it, for each of the three places where it may begin: what of it does not hang on its neighbours. */
function base64Within(text: string): readonly string[] {
  return [0, 4, 2].map((skipped) => written(text, { skipped, size: 6, letters: base64Alphabet }));
}

function base32Within(text: string): readonly string[] {
  return [0, 2, 4, 1, 3].map((skipped) => written(text, { skipped, size: 5, letters: base32Alphabet }));
}

function written(
  text: string,
  { skipped, size, letters }: { readonly skipped: number; readonly size: number; readonly letters: string },
): string {
  const bits = Array.from(text, (character) => character.charCodeAt(0).toString(2).padStart(8, '0')).join('');
  let packed = '';
  for (let at = skipped; at + size <= bits.length; at += size) {
    packed += letters[Number.parseInt(bits.slice(at, at + size), 2)];
  }
  return packed;
}
