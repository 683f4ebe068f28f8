import { writeJson } from './writeJson.ts';
import { WrittenNumber } from './writtenNumber.ts';

/** An object whose fields may be anything. */
export type LooseRecord = Readonly<Record<string, unknown>>;

/** `value` as an object; anything else is an empty one. */
export function asRecord(value: unknown): LooseRecord {
  return isRecord(value) ? value : {};
}

export function isRecord(value: unknown): value is LooseRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof WrittenNumber);
}

/** `value` as a list; anything else is an empty one. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** `value` as text: numbers as they were written, truth values as their word, objects as JSON; nothing there is undefined, and so is an empty string. */
export function asText(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'string') return value;
  return isRecord(value) || Array.isArray(value) ? writeJson(value) : String(value);
}

/** `value` as a number, also when it came as a string of digits. */
export function asNumber(value: unknown): number | undefined {
  if (typeof value !== 'number' && typeof value !== 'string' && !(value instanceof WrittenNumber)) return undefined;
  if (typeof value === 'string' && value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** `value` as a truth value, also when it came as a word. */
export function asBoolean(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return undefined;
  const word = value.trim().toLowerCase();
  if (word === 'true') return true;
  return word === 'false' ? false : undefined;
}
