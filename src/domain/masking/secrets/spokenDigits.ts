import { patternOfWords } from '../text/numberWords.ts';

const words = patternOfWords('unit', 'group', 'repeat', 'power');
const between = String.raw`(?:[\s,.-]{1,3}(?:(?:and|und|y|et|e|en|og|och|i|и|ו|و)\s)?)`;

/** Three digits or more in a row, as people say them. */
export const spokenDigits = new RegExp(
  String.raw`(?:${words})(?:${between}(?:${words})){2,}(?![\p{L}\p{M}\p{N}])|[零〇一二三四五六七八九]{3,}`,
  'iuy',
);
