import { endOfValue } from './endOfValue.ts';

/** What may stand between two documents, beside spaces and line ends of ASCII: commas, the mark of RFC 7464, byte order marks, and line ends of Unicode. */
const separators: readonly (readonly number[])[] = [
  ...[0x20, 0x09, 0x0a, 0x0d, 0x2c, 0x1e].map((byte) => [byte]),
  [0xef, 0xbb, 0xbf],
  [0xc2, 0x85],
  [0xe2, 0x80, 0xa8],
  [0xe2, 0x80, 0xa9],
];

/** Where JSON documents stand that follow each other, however they are kept apart. `end` is where there is none any more: behind all of it, or before what is no JSON. */
export interface JoinedValues {
  readonly places: readonly { readonly start: number; readonly end: number }[];
  readonly end: number;
}

export function joinedValues(bytes: Uint8Array): JoinedValues {
  const places: { start: number; end: number }[] = [];
  for (let at = afterSeparators(bytes, 0); ; ) {
    const end = at < bytes.length ? endOfValue(bytes, at) : -1;
    if (end < 0) return { places, end: at };
    places.push({ start: at, end });
    at = afterSeparators(bytes, end);
  }
}

function afterSeparators(bytes: Uint8Array, start: number): number {
  let at = start;
  for (;;) {
    const found = separators.find((one) => one.every((byte, offset) => bytes[at + offset] === byte));
    if (!found) return at;
    at += found.length;
  }
}
