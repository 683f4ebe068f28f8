/** A zone to show times in: `utc`, `local` (this machine's) or an IANA name such as `Europe/Paris`. */
export type ShownZone = string;

/** A zone as a person wrote it, without blanks around it; undefined when there is none of that name. Nothing written is UTC. */
export function knownZone(written: string): ShownZone | undefined {
  const zone = written.trim();
  const word = zone.toLowerCase();
  if (word === '' || word === 'utc') return 'utc';
  if (word === 'local') return word;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone && zone;
  } catch {
    return undefined;
  }
}
