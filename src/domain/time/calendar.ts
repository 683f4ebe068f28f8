/** Units of a calendar, of which months and years have no fixed length, and days have none where clocks are changed. */
export type CalendarUnit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';

const quarterHour = 900_000;

/** A time zone's clocks: its distance from UTC at any instant. */
export class ZoneClock {
  readonly #offsetOf: (instant: number) => number;
  /** Clocks change at quarters of an hour only. */
  readonly #known = new Map<number, number>();

  /** `zone`: a name such as `Europe/Berlin`, or a distance such as `+02:00`. Throws a RangeError for any other. */
  constructor(zone: string) {
    const fixed = /^([+-])(\d{2}):?(\d{2})$/u.exec(zone);
    const formatter = fixed ? undefined : new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
    const distance = fixed ? minutesOf(fixed) * 60_000 : 0;
    this.#offsetOf = formatter ? (instant) => offsetIn(formatter, instant) : () => distance;
  }

  /** In milliseconds, positive to the east. */
  offsetAt(instant: number): number {
    const slot = Math.floor(instant / quarterHour);
    const known = this.#known.get(slot);
    if (known !== undefined) return known;
    const offset = this.#offsetOf(slot * quarterHour);
    this.#known.set(slot, offset);
    return offset;
  }

  /** What the clocks show, as an instant of UTC that shows the same. */
  toLocal(instant: number): number {
    return instant + this.offsetAt(instant);
  }

  /** The instant at which the clocks show this. Of two, the one with the offset `near` has; for one that is skipped, the first after it. */
  fromLocal(local: number, near: number): number {
    const first = local - this.offsetAt(near);
    if (this.toLocal(first) === local) return first;
    const second = local - this.offsetAt(first);
    return this.toLocal(second) === local ? second : Math.max(first, second);
  }
}

function minutesOf([, sign, hours, minutes]: RegExpExecArray): number {
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}

function offsetIn(formatter: Intl.DateTimeFormat, instant: number): number {
  const name = formatter.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const found = /([+-])(\d{2}):(\d{2})(?::(\d{2}))?/u.exec(name);
  return found ? minutesOf(found) * 60_000 : 0;
}

/** The start of the unit that a local time lies in. Weeks begin on Monday. */
export function startOfUnit(local: number, unit: CalendarUnit): number {
  if (unit === 'minute') return local - mod(local, 60_000);
  if (unit === 'hour') return local - mod(local, 3_600_000);
  const day = local - mod(local, 86_400_000);
  if (unit === 'day') return day;
  const date = new Date(day);
  if (unit === 'week') return day - ((date.getUTCDay() + 6) % 7) * 86_400_000;
  const month =
    unit === 'year' ? 0 : unit === 'quarter' ? date.getUTCMonth() - (date.getUTCMonth() % 3) : date.getUTCMonth();
  return firstOf(date.getUTCFullYear(), month);
}

/** The start of the unit after the one that starts at a local time. */
export function nextUnit(start: number, unit: CalendarUnit): number {
  const lengths = { minute: 60_000, hour: 3_600_000, day: 86_400_000, week: 604_800_000 } as const;
  if (unit in lengths) return start + lengths[unit as keyof typeof lengths];
  const date = new Date(start);
  const months = unit === 'month' ? 1 : unit === 'quarter' ? 3 : 12;
  return firstOf(date.getUTCFullYear(), date.getUTCMonth() + months);
}

/** `Date.UTC` takes the years before 100 for those of the last century. */
function firstOf(year: number, month: number): number {
  return new Date(0).setUTCFullYear(year, month, 1);
}

function mod(value: number, by: number): number {
  return ((value % by) + by) % by;
}

/** An instant of UTC as Elasticsearch writes it: years have no more digits than they need. */
export function isoText(instant: number): string {
  return new Date(instant).toISOString().replace(/^([+-])0{0,2}(?=\d{4})/u, '$1');
}

/** An instant with the zone's distance from UTC: `2026-11-16T00:00:00.000+01:00`. */
export function isoInZone(instant: number, clock: ZoneClock): string {
  const offset = clock.offsetAt(instant);
  const text = isoText(instant + offset).slice(0, -1);
  if (offset === 0) return `${text}Z`;
  const minutes = Math.abs(offset) / 60_000;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${text}${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}
