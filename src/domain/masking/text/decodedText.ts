/** Where a text stands within the whole that is read, and how a quote is written there. */
export interface TextPlace {
  /** The offset in the whole of what stands at `offset` here. */
  at(offset: number): number;
  /** A double quote, as it is written here. */
  readonly quote: string;
  /** How often what stands here was decoded. */
  readonly depth: number;
}

export const wholeText: TextPlace = { at: (offset) => offset, quote: '"', depth: 0 };

/** A part of a text, from `start` on. */
export function partOf(place: TextPlace, start: number): TextPlace {
  if (start === 0) return place;
  const { quote, depth } = place;
  return { at: (offset) => place.at(start + offset), quote, depth };
}

/** A way to write text: what is escaped, each a single letter, and what it means. */
export interface Encoding {
  readonly escape: RegExp;
  /** What every escape begins with. */
  readonly mark: string;
  meaning(written: string): string;
  /** A faster way to read the whole, where the platform has one; undefined when that cannot. */
  readonly wholly?: (raw: string) => string | undefined;
  readonly quote: (quote: string) => string;
}

/** A text as it is meant, and where that stands. */
export interface DecodedText {
  readonly text: string;
  readonly place: TextPlace;
}

/** `raw`, which begins at `start`, as it is meant; undefined when nothing in it is encoded. */
export function decode(raw: string, encoding: Encoding, place: TextPlace, start = 0): DecodedText | undefined {
  if (!raw.includes(encoding.mark)) return undefined;
  const text = encoding.wholly?.(raw) ?? raw.replaceAll(encoding.escape, (written) => encoding.meaning(written));
  if (text === raw) return undefined;
  return { text, place: decodedPlace(raw, encoding, partOf(place, start)) };
}

function decodedPlace(raw: string, encoding: Encoding, place: TextPlace): TextPlace {
  let stretches: Stretches | undefined;
  return {
    at(offset) {
      stretches ??= stretchesOf(raw, encoding);
      return place.at(rawOffset(stretches, offset));
    },
    quote: encoding.quote(place.quote),
    depth: place.depth + 1,
  };
}

/** Where stretches begin that are written as they are meant, and the escapes between them: in the text and in what was written. */
interface Stretches {
  readonly meant: number[];
  readonly written: number[];
}

function stretchesOf(raw: string, encoding: Encoding): Stretches {
  const stretches: Stretches = { meant: [0], written: [0] };
  let shift = 0;
  for (const { 0: written, index } of raw.matchAll(encoding.escape)) {
    const meaning = encoding.meaning(written);
    // One that means nothing stands for itself.
    if (meaning === written) continue;
    const after = index + written.length;
    stretches.meant.push(index - shift, index - shift + meaning.length);
    stretches.written.push(index, after);
    shift = after - (index - shift + meaning.length);
  }
  return stretches;
}

function rawOffset({ meant, written }: Stretches, offset: number): number {
  let [low, high] = [0, meant.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((meant[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const into = offset - (meant[low] ?? 0);
  // Stretches and escapes take turns, a stretch first; within an escape there is no place.
  return (written[low] ?? 0) + (low % 2 === 0 ? into : 0);
}
