import { findEmails } from '../persons/emails.ts';
import { findPhoneNumbers } from '../persons/phoneNumbers.ts';
import { findSpokenEmails } from '../persons/spokenEmails.ts';
import { findSpokenNumbers } from '../persons/spokenNumbers.ts';
import type { PrivatePart } from './privatePart.ts';

/** The addresses and numbers of persons in a text. */
export function findPersons(text: string): readonly PrivatePart[] {
  return [
    ...findEmails(text).map(
      ({ start, end }) => ({ kind: 'email', start, end, value: text.slice(start, end).toLowerCase() }) as const,
    ),
    ...findSpokenEmails(text).map(
      ({ start, end, address }) => ({ kind: 'email', start, end, value: address }) as const,
    ),
    ...[...findPhoneNumbers(text), ...findSpokenNumbers(text)].map(
      ({ start, end, digits }) => ({ kind: 'number', start, end, value: digits }) as const,
    ),
  ];
}
