import { findBase64, shortestBase64 } from './base64.ts';
import { findEscapedCodes } from './escapedCodes.ts';
import { findHexadecimal } from './hexadecimal.ts';
import type { Stretch } from './stretch.ts';

/** A text that is written in another within which its letters have no place of their own. */
export interface PackedText extends Stretch {
  readonly said: string;
}

/** The texts that are packed in base64, in hexadecimal, or as codes of letters. */
export function findPacked(text: string): readonly PackedText[] {
  if (text.length < shortestHexadecimal) return [];
  return [
    ...(text.length < shortestBase64 ? [] : findBase64(text)),
    ...findHexadecimal(text),
    ...(text.includes('\\') ? findEscapedCodes(text) : []),
  ];
}

/** What is shorter says nothing that is as long as a number. */
const shortestHexadecimal = 14;
