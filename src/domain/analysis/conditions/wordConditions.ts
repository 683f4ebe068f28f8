import { analyse } from '../../tokens/analyse.ts';
import type { Scalar } from '../../tokens/fieldTokens.ts';
import { isScalar } from '../../tokens/fieldTokens.ts';
import type { Reading } from '../reading/analysisProblem.ts';
import { readField, readNumberAt, readOnly, readOperand, readScalar } from '../reading/readValues.ts';
import type { Condition } from './condition.ts';
import { equalTo } from './exactConditions.ts';

/** Any of the words, or with `"operator": "and"` all of them; on a field that is not words, the value itself. */
export function readMatch(body: unknown, reading: Reading): Condition | undefined {
  const asked = readQuery(body, reading, ['operator']);
  if (!asked) return undefined;
  const { path, kind, query, options, at } = asked;
  const operator = String(options.operator ?? 'or').toLowerCase();
  if (operator !== 'or' && operator !== 'and')
    return at.at('operator').wrong('kindDoesNotFit', { what: String(options.operator), expected: ['or', 'and'] });
  if (kind !== 'text') {
    const equals = equalTo(kind, query, { folds: false, reading: at });
    return equals && ((reader) => reader.values(path).some(equals));
  }
  const words = [...new Set(analyse(String(query)))];
  return (reader) => {
    const said = new Set(reader.values(path).flatMap(wordsOf));
    if (words.length === 0) return false;
    return operator === 'and' ? words.every((word) => said.has(word)) : words.some((word) => said.has(word));
  };
}

/** The words one after the other, in one value; `slop` says how far they may be moved. */
export function readMatchPhrase(body: unknown, reading: Reading): Condition | undefined {
  const asked = readQuery(body, reading, ['slop']);
  if (!asked) return undefined;
  const { path, kind, query, options, at } = asked;
  if (kind !== 'text') {
    const equals = equalTo(kind, query, { folds: false, reading: at });
    return equals && ((reader) => reader.values(path).some(equals));
  }
  const slop = options.slop === undefined ? 0 : readNumberAt(options.slop, at.at('slop'));
  const phrase = analyse(String(query));
  if (slop === undefined) return undefined;
  return (reader) =>
    phrase.length > 0 && reader.values(path).some((value) => holdsPhrase(wordsOf(value), phrase, slop));
}

interface Asked {
  readonly path: string;
  readonly kind: 'id' | 'text' | 'number' | 'date' | 'boolean';
  readonly query: Scalar;
  readonly options: Readonly<Record<string, unknown>>;
  readonly at: Reading;
}

function readQuery(body: unknown, reading: Reading, keys: readonly string[]): Asked | undefined {
  const only = readOnly(body, reading);
  const field = only && readField(only.key, only.reading);
  if (!only || !field) return undefined;
  const operand = readOperand(only.value, only.reading, { name: 'query', others: keys });
  const query = operand && readScalar(operand.value, operand.at);
  return operand && query !== undefined ? { ...field, query, options: operand.options, at: only.reading } : undefined;
}

function wordsOf(value: unknown): readonly string[] {
  return isScalar(value) ? analyse(String(value)) : [];
}

/**
 * Whether the words stand one after the other but for `slop` moves: each moves one of them by one place. So another word between them is
 * one move, and two that have changed places are two.
 */
function holdsPhrase(words: readonly string[], phrase: readonly string[], slop: number): boolean {
  if (slop === 0) return words.some((_, start) => phrase.every((word, at) => words[start + at] === word));
  const places = new Map<string, number[]>();
  for (const word of phrase) places.set(word, []);
  for (const [place, word] of words.entries()) places.get(word)?.push(place);
  // Where the phrase would begin for the word that is moved to the front the most.
  const starts = new Set(phrase.flatMap((word, at) => (places.get(word) ?? []).map((place) => place - at)));
  return [...starts].some((start) => {
    // A word that comes twice in the phrase stands in two places.
    const next = new Map<string, number>();
    return phrase.every((word, at) => {
      const [from, to] = [Math.max(start + at, next.get(word) ?? start + at), start + at + slop];
      const place = (places.get(word) ?? []).find((one) => one >= from);
      if (place === undefined || place > to) return false;
      next.set(word, place + 1);
      return true;
    });
  });
}
