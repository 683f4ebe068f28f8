import type { LooseRecord } from '../../json/looseValues.ts';
import { storedTokens } from '../../tokens/fieldTokens.ts';
import type { Reading } from '../reading/analysisProblem.ts';
import { readField, readScalar, readText } from '../reading/readValues.ts';
import type { AggregatedField } from './fieldValues.ts';

/** A field of numbers, of dates, or of truth values. */
export function readNumberField(options: LooseRecord, reading: Reading): AggregatedField | undefined {
  const field = readAggregatedField(options, reading);
  if (field?.kind === 'id') return reading.at('field').wrong('kindDoesNotFit', { what: field.path });
  return field;
}

/** The field that an aggregation is of, with what stands for it where a session has none of its values. */
export function readAggregatedField(options: LooseRecord, reading: Reading): AggregatedField | undefined {
  const at = reading.at('field');
  if (options.field === undefined) return reading.wrong('missingKey', { what: 'field' });
  const path = readText(options.field, at);
  const field = path === undefined ? undefined : readField(path, at);
  if (!field) return undefined;
  const { kind } = field;
  if (kind === 'text') return at.wrong('kindDoesNotFit', { what: field.path });
  if (options.missing === undefined) return { path: field.path, kind };
  const missing = readScalar(options.missing, reading.at('missing'));
  if (missing === undefined) return undefined;
  const [token] = storedTokens(kind, missing);
  if (token === undefined) return reading.at('missing').wrong('kindDoesNotFit', { what: String(missing) });
  return { path: field.path, kind, missing: token };
}
