import { readServiceTime } from '../../time/serviceTime.ts';
import type { Scalar, Token } from '../../tokens/fieldTokens.ts';
import { isScalar, readBoolean, readNumber, storedTokens } from '../../tokens/fieldTokens.ts';
import type { Reading } from '../reading/analysisProblem.ts';
import type { ValueKind } from '../reading/readValues.ts';
import {
  readField,
  readFlag,
  readList,
  readObject,
  readOnly,
  readOperand,
  readScalar,
  readText,
} from '../reading/readValues.ts';
import type { Condition } from './condition.ts';

/** `{ "FIELD": value }` or `{ "FIELD": { "value": …, "case_insensitive": … } }`. */
export function readTerm(body: unknown, reading: Reading): Condition | undefined {
  const only = readOnly(body, reading);
  const field = only && readField(only.key, only.reading);
  if (!only || !field) return undefined;
  const operand = readOperand(only.value, only.reading, { name: 'value', others: ['case_insensitive'] });
  const value = operand && readScalar(operand.value, operand.at);
  if (!operand || value === undefined) return undefined;
  const { case_insensitive: fold } = operand.options;
  const folds = fold !== undefined && readFlag(fold, only.reading.at('case_insensitive'));
  const equals = equalTo(field.kind, value, { folds, reading: operand.at });
  return equals && ((reader) => reader.values(field.path).some(equals));
}

/** `{ "FIELD": [values] }`: any of them. */
export function readTerms(body: unknown, reading: Reading): Condition | undefined {
  const only = readOnly(body, reading);
  const field = only && readField(only.key, only.reading);
  const list = only && field && readList(only.value, only.reading);
  if (!only || !field || !list) return undefined;
  const tests = list.flatMap((one, index) => {
    const at = only.reading.at(index);
    const value = readScalar(one, at);
    const equals = value === undefined ? undefined : equalTo(field.kind, value, { folds: false, reading: at });
    return equals ? [equals] : [];
  });
  return (reader) => reader.values(field.path).some((value) => tests.some((equals) => equals(value)));
}

/** `{ "field": "FIELD" }`: there is a value that is not null. An object's field exists when anything in it does. */
export function readExists(body: unknown, reading: Reading): Condition | undefined {
  const options = readObject(body, ['field'], reading);
  const path = options && readText(options.field, reading.at('field'));
  if (path === undefined) return undefined;
  reading.fields.add(path);
  return (reader) => reader.exists(path);
}

/** Whether a value of a session is the one that is looked for, as its field's kind compares them. */
export function equalTo(
  kind: ValueKind,
  wanted: Scalar,
  { folds, reading }: { readonly folds: boolean; readonly reading: Reading },
): ((value: unknown) => boolean) | undefined {
  const misfit = (): undefined => reading.wrong('kindDoesNotFit', { what: String(wanted) });
  const held = (token: Token | undefined) =>
    token === undefined
      ? misfit()
      : (value: unknown) => isScalar(value) && storedTokens(kind, value).some((one) => one === token);
  switch (kind) {
    case 'number':
      return held(readNumber(wanted));
    case 'boolean':
      return held(readBoolean(wanted));
    case 'date': {
      const span = readServiceTime(wanted);
      if (!span) return reading.wrong('badDate', { what: String(wanted) });
      return (value) => {
        const time = readServiceTime(value)?.first ?? Number.NaN;
        return time >= span.first && time <= span.last;
      };
    }
    default: {
      const text = String(wanted);
      if (!folds) return held(text);
      const lower = text.toLowerCase();
      return (value) => isScalar(value) && storedTokens(kind, value).some((one) => String(one).toLowerCase() === lower);
    }
  }
}
