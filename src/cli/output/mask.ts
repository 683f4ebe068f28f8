import { isRecord } from '../../domain/json/looseValues.ts';
import { entriesOf, recordOf } from '../../domain/json/writtenEntries.ts';
import { createSessionMask } from '../../domain/masking/maskSession.ts';
import type { SessionDocument } from '../../domain/session/session.ts';

/** Puts aliases in place of personal data in all that is printed; one alias for one value in all of it. */
export interface Mask {
  session(session: SessionDocument): SessionDocument;
  text(text: string): string;
  /** The texts within any value, names too. */
  value(value: unknown): unknown;
}

export function createMask(unmasked: boolean | undefined): Mask {
  if (unmasked) return { session: (session) => session, text: (text) => text, value: (value) => value };
  const session = createSessionMask();
  const text = (written: string): string => {
    const masked = (session({ note: written } as SessionDocument) as { readonly note?: unknown }).note;
    return typeof masked === 'string' ? masked : '';
  };
  const value = (any: unknown): unknown => {
    if (typeof any === 'string') return text(any);
    if (Array.isArray(any)) return any.map(value);
    return isRecord(any) ? recordOf(entriesOf(any).map(([name, item]) => [text(name), value(item)])) : any;
  };
  return { session, text, value };
}
