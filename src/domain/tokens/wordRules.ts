import type { Pattern } from './automaton.ts';
import { any, either, optional, repeat, repeatOnce, sequence } from './automaton.ts';
import { property } from './generated/wordClasses.ts';

/** A character, and the marks and invisible characters that attach to it (WB4). */
const one = (bits: number): Pattern => sequence(any(bits), repeat(any(property.extender)));

const letter = one(property.letter | property.hebrew);
const hebrew = one(property.hebrew);
const digit = one(property.digit);
const katakana = one(property.katakana);
const link = one(property.link);
const links = repeat(link);
const insideLetters = one(property.midLetter | property.midNumberOrLetter | property.singleQuote);
const insideNumbers = one(property.midNumber | property.midNumberOrLetter | property.singleQuote);

/** `don't`, `mail.example.com` (WB5 to WB7). */
const letters = sequence(letter, repeat(sequence(either(links, insideLetters), letter)));
/** `1,299.99` (WB8, WB11, WB12). */
const numbers = sequence(digit, repeat(sequence(either(links, insideNumbers), digit)));
/** An abbreviation: one quote behind a Hebrew letter, or a double quote between two (WB7a to WB7c). */
const hebrewQuoted = sequence(hebrew, either(one(property.singleQuote), sequence(one(property.doubleQuote), hebrew)));
/** Letters and digits stick together, as in `A4` (WB9, WB10); Katakana only to its own (WB13). */
const wordPart = either(
  sequence(katakana, repeat(sequence(links, katakana))),
  repeatOnce(either(hebrewQuoted, numbers, letters)),
);
/** Underscores and their like connect everything, and stay at the ends too, but are no word alone (WB13a, WB13b). */
const word = sequence(links, wordPart, repeat(sequence(repeatOnce(link), wordPart)), links);

/** Inside an emoji, the two characters that choose its style are not just marks that attach. */
const drawn = (bits: number): Pattern => sequence(any(bits), repeat(any(property.plainExtender)));
const joiners = repeat(any(property.joiner));
const style = optional(any(property.emojiStyle));
const picture = either(
  sequence(joiners, drawn(property.picture), style),
  sequence(optional(sequence(joiners, drawn(property.modifierBase))), drawn(property.modifier)),
);
const emoji = either(
  sequence(
    picture,
    either(
      repeat(sequence(any(property.joiner), picture)),
      sequence(repeatOnce(any(property.tagCharacter)), any(property.tagEnd)),
    ),
  ),
  sequence(drawn(property.keycapBase), style, drawn(property.keycap)),
  sequence(one(property.regionalIndicator), one(property.regionalIndicator)),
);

/**
 * Everything that is a token: word breaking by the default rules of UAX #29, narrowed to what holds a letter, a digit or a picture.
 * Han and Hiragana stand alone character by character, the scripts of Southeast Asia stay together in runs.
 */
export const token = either(
  emoji,
  word,
  repeatOnce(one(property.southeastAsian)),
  one(property.ideograph),
  one(property.hiragana),
);
