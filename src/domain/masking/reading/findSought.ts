import type { Party } from '../persons/parties.ts';
import type { KnownSecret } from '../secrets/knownSecret.ts';
import type { PrivatePart } from './privatePart.ts';

/** Where a text holds the own value of somebody, or a secret that is known from elsewhere. */
export function findSought(
  text: string,
  parties: readonly Party[],
  secrets: readonly KnownSecret[],
): readonly PrivatePart[] {
  const found: PrivatePart[] = [];
  for (const { pattern } of parties) {
    for (const { 0: value, index } of text.matchAll(pattern)) {
      found.push({ kind: 'party', start: index, end: index + value.length, value });
    }
  }
  for (const secret of secrets) {
    for (const { start, end } of secret.find(text)) found.push({ kind: 'secret', start, end, value: secret.value });
  }
  return found;
}
