import { asText } from '../json/looseValues.ts';

const signIns = ['none', 'apiKey', 'password'] as const;
/** How one signs in to a cluster. */
export type SignIn = (typeof signIns)[number];

/** What of a cluster is an archive, and how it is entered. Its secret is kept elsewhere. */
export interface ArchiveAccess {
  /** The indexes: a name, or one that ends in a star. */
  readonly index: string;
  readonly signIn: SignIn;
  readonly user?: string;
}

export const defaultIndex = 'insights-sessions-*';

/** Reads it from a connection's setting. */
export function readArchiveAccess(
  value: Readonly<Record<string, unknown>>,
): ArchiveAccess | { readonly problem: 'badIndex' | 'badSignIn' | 'noUser'; readonly value?: string } {
  const index = asText(value.index)?.trim() ?? defaultIndex;
  if (!isIndexPattern(index)) return { problem: 'badIndex', value: index };
  const user = asText(value.user)?.trim();
  const written = value.signIn ?? (user ? 'password' : 'none');
  const signIn = signIns.find((one) => one === written);
  if (!signIn) return { problem: 'badSignIn', value: String(written) };
  if (signIn === 'password' && !user) return { problem: 'noUser' };
  return { index, signIn, ...(user ? { user } : {}) };
}

/** Whether engines take it as the name of indexes: small letters, and none of the signs that mean something else to them. */
export function isIndexPattern(text: string): boolean {
  return /^[^A-Z\s"<>|\\/#?:_+.-][^A-Z\s"<>|\\/#?:]*$/u.test(text) && text !== '*';
}
