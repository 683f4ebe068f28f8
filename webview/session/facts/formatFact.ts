import { asNumber } from '../../../src/domain/json/looseValues.ts';
import type { SessionFact } from '../../../src/domain/session/sessionFacts.ts';
import { readServiceTime } from '../../../src/domain/time/serviceTime.ts';
import { formatDuration } from '../../parts/words/format.ts';

/** A fact's value with what it is measured in: a time of the service is in UTC, and does not say so. */
export function formatFact({ value, kind, unit }: Pick<SessionFact, 'value' | 'kind' | 'unit'>): string {
  if (kind === 'date') return readServiceTime(value)?.zoned === false ? `${value} UTC` : value;
  const number = asNumber(value);
  if (unit !== 'milliseconds' || number === undefined) return value;
  return number < 1_000 ? `${value} ms` : `${formatDuration(number)} (${value} ms)`;
}
