import { asNumber } from '../../../src/domain/json/looseValues.ts';
import { parseServiceTime } from '../../../src/domain/session/session.ts';
import type { SessionFact } from '../../../src/domain/session/sessionFacts.ts';
import { formatDuration } from '../../parts/format.ts';

/** A fact's value with what it is measured in: a time of the service is in UTC, and does not say so. */
export function formatFact({ value, kind, unit }: Pick<SessionFact, 'value' | 'kind' | 'unit'>): string {
  if (kind === 'date') return parseServiceTime(value) && !hasZone.test(value) ? `${value} UTC` : value;
  const number = asNumber(value);
  if (unit !== 'milliseconds' || number === undefined) return value;
  return number < 1_000 ? `${value} ms` : `${formatDuration(number)} (${value} ms)`;
}

const hasZone = /(?:Z|[+-]\d{2}:?\d{2})\s*$/iu;
