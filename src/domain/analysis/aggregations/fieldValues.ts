import { isoText } from '../../time/calendar.ts';
import type { Token } from '../../tokens/fieldTokens.ts';
import { isScalar, storedToken } from '../../tokens/fieldTokens.ts';
import type { ValueKind } from '../reading/readValues.ts';
import type { FieldReader } from '../reading/sessionReader.ts';

/** A field that is aggregated. Words are none: Elasticsearch refuses them, too. */
export interface AggregatedField {
  readonly path: string;
  readonly kind: Exclude<ValueKind, 'text'>;
  /** What a session without the field counts as. */
  readonly missing?: Token | undefined;
}

/** The values of a session's field as an index holds them: exact texts, numbers, milliseconds, 0 and 1. Repeated ones are repeated. */
export function tokensOf(reader: FieldReader, { path, kind, missing }: AggregatedField): readonly Token[] {
  const tokens: Token[] = [];
  for (const value of reader.values(path)) {
    const token = isScalar(value) ? storedToken(kind, value) : undefined;
    if (token !== undefined) tokens.push(token);
  }
  if (tokens.length === 0 && missing !== undefined) tokens.push(missing);
  return tokens;
}

/** The same, as numbers only. */
export function numbersOf(reader: FieldReader, field: AggregatedField): readonly number[] {
  return tokensOf(reader, field).filter((token) => typeof token === 'number');
}

/** Each value once: mostly there is one. */
export function different<T>(values: readonly T[]): Iterable<T> {
  return values.length > 1 ? new Set(values) : values;
}

/** How a bucket of a value names it: with its text, where the value alone does not say it. */
export function keyOf(kind: ValueKind, token: Token): { readonly key: Token; readonly key_as_string?: string } {
  if (kind === 'boolean') return { key: token, key_as_string: String(token === 1) };
  if (kind === 'date') return { key: token, key_as_string: isoText(Number(token)) };
  return { key: token };
}
