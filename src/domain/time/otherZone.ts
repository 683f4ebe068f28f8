import type { ShownZone } from './shownZone.ts';
import { knownZone } from './shownZone.ts';

/** What to switch to: from any zone to UTC, and from UTC to the zone before it, this machine's if none is known. */
export function otherZone(zone: ShownZone, before: ShownZone | undefined): ShownZone {
  if (!isUtc(zone)) return 'utc';
  return before === undefined || isUtc(before) ? 'local' : before;
}

function isUtc(zone: ShownZone): boolean {
  return (knownZone(zone) ?? 'utc') === 'utc';
}
