import { afterBlanks, endOfString, endOfValue } from './endOfValue.ts';

/** Told of a member of an object: where its name stands, quotes and all, and where its value begins. Numbers, because an object would be made for every member of every session. */
export type VisitMember = (nameStart: number, nameEnd: number, valueStart: number) => number | undefined;

/**
 * Goes through the members of the object that begins at `start`. `visit` may find the end of a value itself, and says -1 when it is none;
 * where it says nothing, the end is looked for. Returns where the object ends, -1 when it is none.
 */
export function eachMember(bytes: Uint8Array, start: number, visit: VisitMember): number {
  if (bytes[start] !== 0x7b) return -1;
  let at = afterBlanks(bytes, start + 1);
  if (bytes[at] === 0x7d) return at + 1;
  for (;;) {
    const nameEnd = endOfString(bytes, at);
    if (nameEnd < 0) return -1;
    const colon = afterBlanks(bytes, nameEnd);
    if (bytes[colon] !== 0x3a) return -1;
    const valueStart = afterBlanks(bytes, colon + 1);
    const valueEnd = visit(at, nameEnd, valueStart) ?? endOfValue(bytes, valueStart);
    if (valueEnd < 0) return -1;
    at = afterBlanks(bytes, valueEnd);
    if (bytes[at] === 0x7d) return at + 1;
    if (bytes[at] !== 0x2c) return -1;
    at = afterBlanks(bytes, at + 1);
  }
}

/** Goes through the items of the list that begins at `start`, as `eachMember` does through an object. */
export function eachItem(bytes: Uint8Array, start: number, visit: (itemStart: number) => number | undefined): number {
  if (bytes[start] !== 0x5b) return -1;
  let at = afterBlanks(bytes, start + 1);
  if (bytes[at] === 0x5d) return at + 1;
  for (;;) {
    const end = visit(at) ?? endOfValue(bytes, at);
    if (end < 0) return -1;
    at = afterBlanks(bytes, end);
    if (bytes[at] === 0x5d) return at + 1;
    if (bytes[at] !== 0x2c) return -1;
    at = afterBlanks(bytes, at + 1);
  }
}
