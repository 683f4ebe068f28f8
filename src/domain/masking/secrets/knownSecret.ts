import { placesOf } from '../text/placesOf.ts';
import type { Stretch } from '../text/stretch.ts';
import { escapedPattern, traceOf } from '../text/trace.ts';

/** What goes on with a word or a number in front, and behind. */
const joinedInFront = /[\p{L}\p{N}]$|\d[.,:-]$/u;
const joinedBehind = /^(?:[\p{L}\p{N}]|[.,:-]\d)/u;

/** A secret that is known from elsewhere: found wherever it stands, in whatever letter case and with whatever blanks. */
export class KnownSecret {
  readonly value: string;
  /** A part of it that is in every text that holds it, also where marks and blanks are escaped. */
  readonly traces: readonly [string];
  /** What stands beside it is looked at afterwards: a pattern of its own for that takes longer to make than a session to read. */
  #written: RegExp | undefined;
  #trace: RegExp | undefined;
  readonly #isTelling: boolean;

  constructor(value: string) {
    this.value = value;
    this.traces = [traceOf(value)];
    // What is said of many things is covered only where it is all of a text.
    this.#isTelling = value.length >= 10 || (value.length >= 4 && /\p{Nd}/u.test(value));
  }

  /** False for most texts that do not hold it; also of a text that is written as JSON writes it. */
  mayStandIn(text: string): boolean {
    const [trace] = this.traces;
    if (/^\d*$/.test(trace)) return text.includes(trace);
    this.#trace ??= new RegExp(trace, 'iu');
    return this.#trace.test(text);
  }

  find(text: string): readonly Stretch[] {
    if (!this.mayStandIn(text)) return [];
    return this.#writtenIn(text).filter(({ start, end }) =>
      this.#isTelling
        ? !joinedInFront.test(text.slice(Math.max(0, start - 2), start)) && !joinedBehind.test(text.slice(end, end + 2))
        : text.slice(0, start).trim() === '' && text.slice(end).trim() === '',
    );
  }

  #writtenIn(text: string): readonly Stretch[] {
    // As most are.
    if (/^\d+$/.test(this.value))
      return placesOf(this.value, text).map((start) => ({ start, end: start + this.value.length }));
    this.#written ??= new RegExp(escapedPattern(this.value).replaceAll(/\s+/gu, String.raw`\s+`), 'giu');
    return [...text.matchAll(this.#written)].map(({ 0: written, index }) => ({
      start: index,
      end: index + written.length,
    }));
  }
}
