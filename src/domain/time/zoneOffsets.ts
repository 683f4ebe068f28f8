import type { ShownZone } from './shownZone.ts';
import { knownZone } from './shownZone.ts';

const quarterMs = 900_000;

/** How far a zone's clock is ahead of UTC at an instant, in milliseconds: looked up once for every quarter of an hour, as no clock changes within one. */
export function zoneOffsets(zone: ShownZone): (ms: number) => number {
  const known = knownZone(zone) ?? 'utc';
  if (known === 'utc') return () => 0;
  const read = known === 'local' ? localOffset : offsetReader(known);
  const offsets = new Map<number, number>();
  return (ms) => {
    const quarter = Math.floor(ms / quarterMs);
    let offset = offsets.get(quarter);
    if (offset === undefined) {
      offset = read(quarter * quarterMs);
      offsets.set(quarter, offset);
    }
    return offset;
  };
}

function localOffset(ms: number): number {
  return -new Date(ms).getTimezoneOffset() * 60_000;
}

function offsetReader(timeZone: string): (ms: number) => number {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  });
  return (ms) => {
    const parts = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
    const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000;
  };
}
