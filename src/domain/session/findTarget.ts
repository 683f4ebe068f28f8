import { parseServiceTime } from '../time/serviceTime.ts';
import { phoneDigits } from './phoneDigits.ts';

/** What a person wrote to find a session by. */
export type FindTarget =
  | { readonly kind: 'id'; readonly id: string; readonly day?: Date; readonly whole: boolean }
  | { readonly kind: 'number'; readonly digits: string; readonly whole: boolean };

const uuid = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/iu;
const day = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/u;

/**
 * A session id, alone or within whatever was pasted, with the day beside it if there is one; else a phone number written any way.
 * `whole` says that no more is to be typed. Undefined when there is nothing to search for.
 */
export function findTargetOf(text: string): FindTarget | undefined {
  const id = uuid.exec(text)?.[0];
  if (id) {
    const start = parseServiceTime(day.exec(text.replace(id, ' '))?.[0]);
    return { kind: 'id', id, whole: true, ...(start ? { day: start } : {}) };
  }
  const digits = phoneDigits(text);
  if (digits !== undefined) {
    return digits.length < 3 ? undefined : { kind: 'number', digits, whole: digits.length >= 10 };
  }
  const trimmed = text.trim();
  return /^[\w-]{6,}$/u.test(trimmed) ? { kind: 'id', id: trimmed, whole: false } : undefined;
}

/** How a number may stand in `source`, which is searched for exactly. */
export function spellingsOf(digits: string): readonly string[] {
  return [digits, `+${digits}`, `00${digits}`];
}

/** Whether a stored number is the one that was written, perhaps without its country. */
export function isNumber(stored: string | undefined, digits: string): boolean {
  const own = stored === undefined ? '' : (phoneDigits(stored) ?? stored.replaceAll(/\D/gu, ''));
  return own !== '' && own.endsWith(digits.replace(/^0/u, ''));
}
