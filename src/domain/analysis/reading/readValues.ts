import type { LooseRecord } from '../../json/looseValues.ts';
import { asNumber, isRecord } from '../../json/looseValues.ts';
import { entriesOf } from '../../json/writtenEntries.ts';
import type { Field, FieldKind } from '../../session/fields/fields.ts';
import { findField } from '../../session/fields/fields.ts';
import type { Scalar } from '../../tokens/fieldTokens.ts';
import { isScalar } from '../../tokens/fieldTokens.ts';
import type { Reading } from './analysisProblem.ts';

/** The value as an object whose keys are all known; undefined, with the problem noted, for anything else. */
export function readObject(value: unknown, known: readonly string[], reading: Reading): LooseRecord | undefined {
  if (!isRecord(value)) return reading.wrong('expectedObject');
  for (const [key] of entriesOf(value)) {
    if (!known.includes(key)) reading.at(key).wrong('unknownKey', { what: key, expected: known });
  }
  return value;
}

/** The one entry of an object such as `{ "term": … }`. */
export function readOnly(value: unknown, reading: Reading, expected: readonly string[] = []) {
  if (!isRecord(value)) return reading.wrong('expectedObject');
  const entries = entriesOf(value);
  const [entry] = entries;
  if (!entry) return reading.wrong('expectedOne', { expected });
  if (entries.length > 1) return reading.wrong('onlyOne', { expected: entries.map(([key]) => key) });
  return { key: entry[0], value: entry[1], reading: reading.at(entry[0]) };
}

/** What a condition looks for: the value itself, or an object that holds it as `name`, beside what else may stand there. */
export function readOperand(
  written: unknown,
  reading: Reading,
  { name, others }: { readonly name: string; readonly others: readonly string[] },
): { readonly value: unknown; readonly at: Reading; readonly options: LooseRecord } | undefined {
  if (!isRecord(written)) return { value: written, at: reading, options: {} };
  const options = readObject(written, [name, ...others], reading);
  if (!options) return undefined;
  if (options[name] !== undefined) return { value: options[name], at: reading.at(name), options };
  // What was written in its place has been told already.
  const told = Object.keys(options).some((key) => key !== name && !others.includes(key));
  return told ? undefined : reading.wrong('missingKey', { what: name });
}

export function readList(value: unknown, reading: Reading): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : reading.wrong('expectedList');
}

export function readScalar(value: unknown, reading: Reading): Scalar | undefined {
  return isScalar(value) ? value : reading.wrong('expectedScalar');
}

export function readText(value: unknown, reading: Reading): string | undefined {
  return typeof value === 'string' && value !== '' ? value : reading.wrong('expectedText');
}

/** A number of JSON; not one in a text. */
export function readNumberAt(value: unknown, reading: Reading): number | undefined {
  const number = typeof value === 'string' ? undefined : asNumber(value);
  return number ?? reading.wrong('expectedNumber');
}

export function readFlag(value: unknown, reading: Reading): boolean {
  if (typeof value === 'boolean') return value;
  reading.wrong('expectedBoolean');
  return false;
}

/** A field that has values: its kind decides how they are compared. A name that the model does not have is text that is compared whole. */
export function readField(
  path: string,
  reading: Reading,
): { readonly path: string; readonly kind: ValueKind } | undefined {
  const field: Field | undefined = findField(path);
  reading.fields.add(path);
  if (!field) {
    reading.wrong('unknownField', { what: path });
    return { path, kind: 'id' };
  }
  if (field.kind === 'object') return reading.wrong('objectField', { what: path });
  return { path, kind: field.kind };
}

/** The path of a list whose entries are looked at one by one. One that the model does not have may be in sessions all the same. */
export function readListPath(written: unknown, reading: Reading): string | undefined {
  const path = readText(written, reading);
  if (path !== undefined && !findField(path)) reading.wrong('unknownField', { what: path });
  return path;
}

/** A kind that values can be of. */
export type ValueKind = Exclude<FieldKind, 'object'>;
