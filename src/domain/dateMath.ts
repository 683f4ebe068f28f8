/** The units of Elasticsearch's date math: `M` is a month, `m` a minute, `h` and `H` both an hour. */
export type DateUnit = 'y' | 'M' | 'w' | 'd' | 'h' | 'H' | 'm' | 's';

const milliseconds: Partial<Record<DateUnit, number>> = {
  w: 7 * 24 * 3_600_000,
  d: 24 * 3_600_000,
  h: 3_600_000,
  H: 3_600_000,
  m: 60_000,
  s: 1000,
};

/** Moves an instant; months and years by the calendar in UTC, so a 31st becomes the last day of a shorter month. */
export function addUnits(date: Date, count: number, unit: DateUnit): Date {
  const fixed = milliseconds[unit];
  if (fixed) return new Date(date.getTime() + count * fixed);
  const months = unit === 'y' ? count * 12 : count;
  const moved = new Date(date);
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(date.getUTCDate(), lastDay));
  return moved;
}

/** The instant at which the unit that holds `date` began, in UTC. Weeks begin on Monday. */
export function roundDown(date: Date, unit: DateUnit): Date {
  const [year, month, day, hour] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), date.getUTCHours()];
  switch (unit) {
    case 'y':
      return new Date(Date.UTC(year, 0));
    case 'M':
      return new Date(Date.UTC(year, month));
    case 'w':
      return new Date(Date.UTC(year, month, day - ((date.getUTCDay() + 6) % 7)));
    case 'd':
      return new Date(Date.UTC(year, month, day));
    case 'h':
    case 'H':
      return new Date(Date.UTC(year, month, day, hour));
    case 'm':
      return new Date(Math.floor(date.getTime() / 60_000) * 60_000);
    case 's':
      return new Date(Math.floor(date.getTime() / 1000) * 1000);
  }
}
