import { isScalar, storedTokens } from '../../tokens/fieldTokens.ts';
import type { Reading } from '../reading/analysisProblem.ts';
import { readField, readFlag, readOnly, readOperand, readText } from '../reading/readValues.ts';
import type { Condition } from './condition.ts';

/** A value that begins so; of a field of words, a word that does. */
export function readPrefix(body: unknown, reading: Reading): Condition | undefined {
  return readPattern(body, reading, (text, folds) => {
    const wanted = folds ? text.toLowerCase() : text;
    return (value) => (folds ? value.toLowerCase() : value).startsWith(wanted);
  });
}

/** A value of this form, where `*` is any letters and `?` is one; a backslash before either means itself. */
export function readWildcard(body: unknown, reading: Reading): Condition | undefined {
  return readPattern(body, reading, (text, folds) => {
    const wanted = partsOf(folds ? text.toLowerCase() : text);
    return (value) => fits([...(folds ? value.toLowerCase() : value)], wanted);
  });
}

function readPattern(
  body: unknown,
  reading: Reading,
  compile: (text: string, folds: boolean) => (value: string) => boolean,
): Condition | undefined {
  const only = readOnly(body, reading);
  const field = only && readField(only.key, only.reading);
  if (!only || !field) return undefined;
  if (field.kind !== 'id' && field.kind !== 'text') return only.reading.wrong('kindDoesNotFit', { what: field.path });
  const operand = readOperand(only.value, only.reading, { name: 'value', others: ['case_insensitive'] });
  const text = operand && readText(operand.value, operand.at);
  if (!operand || text === undefined) return undefined;
  const { case_insensitive: fold } = operand.options;
  const folds = fold !== undefined && readFlag(fold, only.reading.at('case_insensitive'));
  const matches = compile(text, folds);
  return (reader) =>
    reader
      .values(field.path)
      .some((value) => isScalar(value) && storedTokens(field.kind, value).some((token) => matches(String(token))));
}

type Part = string | typeof any | typeof one;
const any = Symbol('any letters');
const one = Symbol('one letter');

function partsOf(pattern: string): readonly Part[] {
  const parts: Part[] = [];
  const letters = [...pattern];
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters[at] ?? '';
    if (letter === '\\' && at + 1 < letters.length) {
      at += 1;
      parts.push(letters[at] ?? '');
    } else parts.push(letter === '*' ? any : letter === '?' ? one : letter);
  }
  return parts;
}

/** Goes back to the last `*` only: the time is that of the value's length times the pattern's, whatever they are. */
function fits(value: readonly string[], parts: readonly Part[]): boolean {
  let [at, part, star, mark] = [0, 0, -1, 0];
  while (at < value.length) {
    const wanted = parts[part];
    if (wanted === any) {
      star = part;
      mark = at;
      part += 1;
    } else if (wanted === one || wanted === value[at]) {
      at += 1;
      part += 1;
    } else if (star >= 0) {
      part = star + 1;
      mark += 1;
      at = mark;
    } else return false;
  }
  return parts.slice(part).every((left) => left === any);
}
