const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;
const openObject = 0x7b;
const closeObject = 0x7d;
const openList = 0x5b;
const closeList = 0x5d;
const zero = 0x30;
const nine = 0x39;
const minus = 0x2d;
const noByte = -1;

/** So many levels fit into the bits of a small integer. */
const fullStack = 1 << 29;

/**
 * Where the JSON value that begins at `start` ends, without reading it into memory; -1 when there is none, or only its beginning. Takes what
 * `JSON.parse` takes, at any depth.
 */
export function endOfValue(bytes: Uint8Array, start: number): number {
  const first = bytes[start] ?? noByte;
  if (first === quote) return endOfString(bytes, start);
  return first === openObject || first === openList ? endOfNested(bytes, start) : endOfWord(bytes, start, first);
}

function endOfNested(bytes: Uint8Array, start: number): number {
  // A bit for each level that is open, 1 for an object; the innermost is the last, and 1 alone says that none is. Bits, because a list of
  // them would be made for every value of every session.
  let open = 1;
  let around: number[] | undefined;
  let at = start;
  for (;;) {
    const byte = bytes[at] ?? noByte;
    let isEmpty = false;
    if (byte === quote) at = endOfString(bytes, at);
    else if (byte === openObject || byte === openList) {
      if (open >= fullStack) {
        around ??= [];
        around.push(open);
        open = 1;
      }
      const isObject = byte === openObject;
      open = open * 2 + (isObject ? 1 : 0);
      at = afterBlanks(bytes, at + 1);
      isEmpty = bytes[at] === (isObject ? closeObject : closeList);
      if (!isEmpty) {
        if (isObject) at = valueOfMember(bytes, at);
        if (at < 0) return -1;
        continue;
      }
    } else at = endOfWord(bytes, at, byte);
    if (at < 0) return -1;
    // After a value: what is open ends, or goes on with the next.
    for (;;) {
      if (!isEmpty) at = afterBlanks(bytes, at);
      isEmpty = false;
      const isObject = (open & 1) === 1;
      const next = bytes[at] ?? noByte;
      if (next === comma) {
        at = afterBlanks(bytes, at + 1);
        if (isObject) at = valueOfMember(bytes, at);
        if (at < 0) return -1;
        break;
      }
      if (next !== (isObject ? closeObject : closeList)) return -1;
      at++;
      open >>= 1;
      if (open > 1) continue;
      open = around?.pop() ?? 1;
      if (open === 1) return at;
    }
  }
}

/** Past spaces and line ends. */
export function afterBlanks(bytes: Uint8Array, start: number): number {
  // Mostly there are none.
  if ((bytes[start] as number) > 0x20) return start;
  let at = start;
  for (;;) {
    const byte = bytes[at] ?? noByte;
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return at;
    at++;
  }
}

/** 1 for what stands for itself within a string. A table is the fastest way to ask, and most bytes are within strings. */
const ordinary = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x20 && byte !== quote && byte !== backslash ? 1 : 0,
);

/** Past the closing quote of the string that begins at `start`; -1 when there is none, or it is none. */
export function endOfString(bytes: Uint8Array, start: number): number {
  if (bytes[start] !== quote) return -1;
  let at = start + 1;
  for (;;) {
    while (
      ((ordinary[bytes[at] as number] as number) &
        (ordinary[bytes[at + 1] as number] as number) &
        (ordinary[bytes[at + 2] as number] as number) &
        (ordinary[bytes[at + 3] as number] as number)) ===
      1
    )
      at += 4;
    while (ordinary[bytes[at] as number] === 1) at++;
    const byte = bytes[at];
    if (byte === quote) return at + 1;
    if (byte !== backslash) return -1;
    const escaped = bytes[at + 1] ?? noByte;
    if (escaped === 0x75) {
      for (let digit = 2; digit <= 5; digit++) if (!isHexDigit(bytes[at + digit] ?? noByte)) return -1;
      at += 6;
    } else if (isEscape(escaped)) at += 2;
    else return -1;
  }
}

/** Where the value of the member begins whose name begins at `start`. */
function valueOfMember(bytes: Uint8Array, start: number): number {
  const name = endOfString(bytes, start);
  if (name < 0) return -1;
  const at = afterBlanks(bytes, name);
  return bytes[at] === colon ? afterBlanks(bytes, at + 1) : -1;
}

const words: ReadonlyMap<number, Uint8Array> = new Map(
  ['true', 'false', 'null'].map((word) => [
    word.charCodeAt(0),
    Uint8Array.from(word, (letter) => letter.charCodeAt(0)),
  ]),
);

function endOfWord(bytes: Uint8Array, start: number, first: number): number {
  const word = first > nine ? words.get(first) : undefined;
  if (!word) return endOfNumber(bytes, start);
  for (let at = 0; at < word.length; at++) if (bytes[start + at] !== word[at]) return -1;
  return start + word.length;
}

function endOfNumber(bytes: Uint8Array, start: number): number {
  let at = bytes[start] === minus ? start + 1 : start;
  if (bytes[at] === zero) at++;
  else at = endOfDigits(bytes, at);
  if (at < 0) return -1;
  if (bytes[at] === 0x2e) at = endOfDigits(bytes, at + 1);
  if (at < 0) return -1;
  const exponent = bytes[at];
  if (exponent !== 0x65 && exponent !== 0x45) return at;
  const sign = bytes[at + 1];
  return endOfDigits(bytes, sign === 0x2b || sign === minus ? at + 2 : at + 1);
}

function endOfDigits(bytes: Uint8Array, start: number): number {
  let at = start;
  for (;;) {
    const byte = bytes[at] ?? noByte;
    if (byte < zero || byte > nine) return at > start ? at : -1;
    at++;
  }
}

function isHexDigit(byte: number): boolean {
  return (byte >= zero && byte <= nine) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66);
}

/** `"`, `\`, `/`, b, f, n, r, t. */
function isEscape(byte: number): boolean {
  return (
    byte === quote ||
    byte === backslash ||
    byte === 0x2f ||
    byte === 0x62 ||
    byte === 0x66 ||
    byte === 0x6e ||
    byte === 0x72 ||
    byte === 0x74
  );
}
