import { placesOf } from '../text/placesOf.ts';
import type { JsonTexts } from './jsonTexts.ts';
import { signs } from './textSigns.ts';

/** What is sought, and leaves a trace where it stands. */
export interface Sought {
  /** Letters and digits of which one stands in every text that holds it, unless it is encoded; an empty one when nothing tells. */
  readonly traces: readonly string[];
}

/** How a value is kept beside its signs: it was looked through, or it is a number, of a measure or not. */
const [loud, number, measured] = [1 << 24, 1 << 25, 1 << 26];
/** So much is kept of each. */
const size = 3;

/** Where the strings and numbers of a document stand, so that what is not known before its end is sought without reading it again. */
export class TextsOfDocument {
  #values = new Int32Array(3072);
  #end = 0;

  /** Another document begins. */
  forget(): void {
    this.#end = 0;
  }

  /** A string; one that was not looked through holds nothing but, maybe, what is sought. */
  addString(start: number, end: number, found: number, isLoud: boolean): void {
    this.#add(start, end, isLoud ? found | loud : found);
  }

  addNumber(start: number, end: number, isOfMeasure: boolean): void {
    this.#add(start, end, isOfMeasure ? number | measured : number);
  }

  #add(start: number, end: number, kind: number): void {
    if (this.#end === this.#values.length) {
      const grown = new Int32Array(2 * this.#end);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#end] = start;
    this.#values[this.#end + 1] = end;
    this.#values[this.#end + 2] = kind;
    this.#end += size;
  }

  /** Looks through what may hold who or what is sought. */
  read(texts: JsonTexts, parties: readonly Sought[], secrets: readonly Sought[]): void {
    const hits = hitsOf([...parties, ...secrets], texts.text);
    // Numbers of parties are also found as they are dialled within their country, which leaves no trace.
    const telling = parties.length > 0 ? loud | signs.encoded : loud;
    let hit = 0;
    for (let at = 0; at < this.#end; at += size) {
      const start = this.#values[at] as number;
      const end = this.#values[at + 1] as number;
      const kind = this.#values[at + 2] as number;
      if ((kind & number) !== 0) {
        texts.number(start, end, (kind & measured) !== 0);
        continue;
      }
      while (hits && hit < hits.length && (hits[hit] as number) < start) hit += 1;
      const isHit = !hits || (hit < hits.length && (hits[hit] as number) < end);
      if (isHit || (kind & telling) !== 0) texts.read(start, end, kind & ~loud, 0);
    }
  }
}

/** Where traces stand; undefined when they may stand anywhere. */
function hitsOf(sought: readonly Sought[], text: string): readonly number[] | undefined {
  const traces = [...new Set(sought.flatMap((one) => one.traces))];
  if (traces.includes('')) return undefined;
  if (traces.length === 0) return [];
  // Most are digits, and found without a pattern.
  const words = traces.filter((trace) => /\D/.test(trace));
  const found = traces.flatMap((trace) => (/\D/.test(trace) ? [] : placesOf(trace, text)));
  if (words.length > 0) {
    for (const { index } of text.matchAll(new RegExp(words.join('|'), 'giu'))) found.push(index);
  }
  return found.sort((a, b) => a - b);
}
