import type { TextPlace } from '../text/decodedText.ts';
import type { KnownTexts } from './knownTexts.ts';
import type { PrivatePart } from './privatePart.ts';

/** Reads text for what is personal or secret, and collects it: what a document's reader hands its texts to. */
export interface PrivateReader {
  /** A part of the text, by its offsets at `place`. */
  add(place: TextPlace, part: PrivatePart): void;
  /** A text of any kind. `headers`: its names are those of headers. */
  read(text: string, place: TextPlace, headers?: boolean): void;
  /** The same, of one that is known to hold what may be private. */
  readTelling(text: string, place: TextPlace, headers?: boolean): void;
  /** Text between tags: JSON, or plain. */
  readContent(text: string, place: TextPlace): void;
  /** Whether a text that stands for itself holds something private. */
  isPrivate(text: string): boolean;
  /** How many parts were found so far. */
  readonly count: number;
  /** Those that were found since there were so many. */
  partsSince(count: number): readonly PrivatePart[];
  /** Whether a secret is among the parts that were found since there were so many. */
  hasSecret(value: string, since: number): boolean;
  /** Whether a number is of one who is looked for. */
  isParty(digits: string): boolean;
  /** The secret that is known from elsewhere, when all of a text is it. */
  secretKnownAs(text: string): string | undefined;
  /** Whether somebody is looked for, or a secret, whose value may look like anything. */
  readonly looksEverywhere: boolean;
  /** Whether it is only looked for them: all else was found before. */
  readonly soughtOnly: boolean;
  /** What is known of texts, and of headers, that were read before; undefined while a value is looked for. */
  readonly known: { readonly texts: KnownTexts; readonly headers: KnownTexts } | undefined;
  /** Whether a text of these signs may hold something; also of one that is written as JSON writes it. */
  mayHold(text: string, found: number): boolean;
}
