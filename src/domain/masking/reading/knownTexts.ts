import { standsAt } from '../text/letterCodes.ts';
import { copyOf } from '../text/remembered.ts';
import type { Letters } from './looseJson.ts';
import type { PrivatePart } from './privatePart.ts';

/** A text that was read before. */
export interface KnownText {
  readonly text: string;
  /** Whether it was looked through; else it could hold nothing. */
  readonly isLoud: boolean;
  /** What was found in it, by the offsets within it as it is written. */
  readonly parts: readonly PrivatePart[];
}

/** One that is longer hardly comes again. */
const longestKept = 400;
/** For shorter ones, comparing letter by letter is faster than asking the engine to. */
const longestByLetter = 24;
/** Powers of two. */
const [places, sums] = [32_768, 65_536];

/**
 * What was found in texts, of the last that fell on each place: sessions say the same again and again, whoever reads them. They are known by
 * where they stand in another and a sum of their letters, so that nothing has to be cut out to find them.
 */
export class KnownTexts {
  readonly #kept: (KnownText | undefined)[] = Array.from({ length: places }, () => undefined);
  /** The sums of what came once: most texts never come again, and are not worth a copy. */
  readonly #once = new Int32Array(sums);

  find({ text, codes }: Letters, start: number, end: number, sum: number): KnownText | undefined {
    const kept = this.#kept[sum & (places - 1)];
    if (kept === undefined || kept.text.length !== end - start) return undefined;
    const isSame =
      kept.text.length > longestByLetter ? text.startsWith(kept.text, start) : standsAt(codes, start, kept.text);
    return isSame ? kept : undefined;
  }

  /** `parts` have the offsets of a whole in which the text begins at `start`. */
  add({ text, isLoud, parts }: KnownText, sum: number, start: number): void {
    if (text.length > longestKept) return;
    const once = sum & (sums - 1);
    if (this.#once[once] !== sum) {
      this.#once[once] = sum;
      return;
    }
    const within = parts.map((part) => ({
      ...part,
      start: part.start - start,
      end: part.end - start,
      value: copyOf(part.value),
      name: part.name === undefined ? undefined : copyOf(part.name),
    }));
    this.#kept[sum & (places - 1)] = { text: copyOf(text), isLoud, parts: within };
  }
}
