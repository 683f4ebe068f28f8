/** The span of time that an ISO date or date-time stands for: both ends inclusive, in milliseconds of UTC. */
export interface TimeSpan {
  readonly first: number;
  readonly last: number;
  /** Whether the day is given, not only a month or a year. */
  readonly hasDay: boolean;
}

const iso =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2})(?::(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?)?)?$/;

/**
 * Reads a time as the service's index does: parts from the right may be missing and then stand for all that they could be,
 * no zone means UTC whatever the zone of this machine, and what is finer than a millisecond is cut off.
 */
export function readIsoTime(text: string): TimeSpan | undefined {
  const found = iso.exec(text);
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second, fraction, zone] = found;
  const parts = [year, month ?? 1, day ?? 1, hour ?? 0, minute ?? 0, second ?? 0].map(Number);
  const milliseconds = fraction === undefined ? 0 : Number(fraction.padEnd(3, '0').slice(0, 3));
  const offset = zone === undefined ? 0 : zoneMinutes(zone);
  const local = utc(parts, milliseconds);
  if (local === undefined || offset === undefined) return undefined;
  const given = [year, month, day, hour, minute, second, fraction].filter((part) => part !== undefined).length;
  const first = local - offset * 60_000;
  return { first, last: first + spanAfter(local, given) - 1, hasDay: day !== undefined };
}

function zoneMinutes(zone: string): number | undefined {
  if (zone === 'Z') return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(3).replace(':', '') || 0)];
  if (hours > 18 || minutes > 59 || (hours === 18 && minutes > 0)) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/** Undefined for days and times that no calendar and no clock has. */
function utc(parts: readonly number[], milliseconds: number): number | undefined {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, milliseconds);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : undefined;
}

const units = [0, 0, 0, 86_400_000, 3_600_000, 60_000, 1000, 1];

function spanAfter(first: number, given: number): number {
  if (given > 2) return units[given] ?? 1;
  const next = new Date(first);
  if (given === 2) next.setUTCMonth(next.getUTCMonth() + 1);
  else next.setUTCFullYear(next.getUTCFullYear() + 1);
  return next.getTime() - first;
}
