import type { ArchiveAccess } from '../../domain/connections/archiveAccess.ts';

/** How one signs in to a cluster. */
export type Credentials =
  | { readonly kind: 'none' }
  | { readonly kind: 'apiKey'; readonly secret: string }
  | { readonly kind: 'password'; readonly user: string; readonly secret: string };

/** What settings say of signing in, with the secret that is kept elsewhere. */
export function credentialsOf({ signIn, user = '' }: ArchiveAccess, secret: string): Credentials {
  if (signIn === 'none') return { kind: 'none' };
  return signIn === 'apiKey' ? { kind: 'apiKey', secret } : { kind: 'password', user, secret };
}

/** The header that says who asks. An API key may be given as the two parts that it has, `id:key`, or as it is sent. */
export function authorizationOf(credentials: Credentials): Readonly<Record<string, string>> {
  switch (credentials.kind) {
    case 'none':
      return {};
    case 'apiKey': {
      const secret = credentials.secret.trim().replace(/^ApiKey\s+/iu, '');
      return { authorization: `ApiKey ${secret.includes(':') ? base64(secret) : secret}` };
    }
    case 'password':
      return { authorization: `Basic ${base64(`${credentials.user}:${credentials.secret}`)}` };
  }
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
