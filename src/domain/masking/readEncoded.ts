import { characterNamed } from './text/entityNames.ts';

/** A text as it is decoded, each character with where it begins and ends in the text as it is. */
export interface Reading {
  readonly characters: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const encoded = new RegExp(
  [
    // Mails have `=2F`, old JavaScript `%u002F`.
    '[%=](?<byte>[0-9a-f]{2})',
    String.raw`[\\%]u(?<unit>[0-9a-f]{4})`,
    String.raw`\\u\{0*(?<point>[0-9a-f]{1,4})\}`,
    String.raw`\\(?<octal>[0-3][0-7]{2})`,
    String.raw`\\x(?<escaped>[0-9a-f]{2})`,
    '&#x0*(?<hex>[0-9a-f]{1,4});?',
    String.raw`&#0*(?<decimal>\d{1,4});?`,
    '&(?<name>[a-z]{2,7});',
    // What breaks a text up: line ends, also those that say that the line goes on, blanks, what is not seen, tags.
    String.raw`[=\\]\r?\n|\\[bfnrt]|[\s\p{Cc}\p{Cf}]+|</?[a-z][^<>]{0,200}>`,
    String.raw`\\(?<plain>[^\w\s])`,
  ].join('|'),
  'giu',
);
const mostRounds = 4;

/**
 * How somebody may read a text who looks for something in it: first as it is, then without what breaks it up and with its
 * percent-encoding, escapes of JSON and entities of HTML decoded, and again as long as that changes anything.
 */
export function* readEncoded(text: string): Generator<Reading> {
  const places = Array.from({ length: text.length }, (_, at) => at);
  let reading: Reading = { characters: text, starts: places, ends: places.map((at) => at + 1) };
  yield reading;
  for (let round = 0; round < mostRounds; round++) {
    const next = decodedOnce(reading);
    if (next.characters === reading.characters) return;
    reading = next;
    yield reading;
  }
}

function decodedOnce({ characters, starts, ends }: Reading): Reading {
  let decoded = '';
  const places: [starts: number[], ends: number[]] = [[], []];
  const take = (text: string, from: number, to: number): void => {
    decoded += text;
    for (let at = 0; at < text.length; at++) {
      // What was decoded stands for all that it was decoded from.
      const whole = text.length !== to - from;
      places[0].push(starts[whole ? from : from + at] ?? 0);
      places[1].push(ends[whole ? to - 1 : from + at] ?? 0);
    }
  };
  let from = 0;
  for (const { 0: match, index, groups = {} } of characters.matchAll(encoded)) {
    take(characters.slice(from, index), from, index);
    from = index + match.length;
    take(meaningOf(match, groups), index, from);
  }
  take(characters.slice(from), from, characters.length);
  return { characters: decoded, starts: places[0], ends: places[1] };
}

function meaningOf(match: string, groups: Readonly<Record<string, string | undefined>>): string {
  const { byte, unit, point, octal, escaped, hex, decimal, name, plain } = groups;
  const code = byte ?? unit ?? point ?? escaped ?? hex;
  if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
  if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
  if (decimal !== undefined) return String.fromCharCode(Number(decimal));
  if (name !== undefined) return characterNamed(name) ?? match;
  return plain ?? '';
}
