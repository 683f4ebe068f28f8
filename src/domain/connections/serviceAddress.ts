import { isThisMachine } from './isThisMachine.ts';
import { parseAddress } from './webAddress.ts';

/** Why an address cannot be used: a key must not travel where others can read it. */
export type AddressProblem = 'badAddress' | 'notHttps';

/**
 * Where a service is, as a person writes it: the address of its sessions, or of a search, as the documentation has it, means the service
 * whose sessions they are. A path before that is kept, without the slashes at its end.
 */
export function readServiceAddress(
  written: string,
): { readonly address: string } | { readonly problem: AddressProblem } {
  const url = parseAddress(written);
  if (!url?.host || url.username || url.password) return { problem: 'badAddress' };
  const base = url.pathname.replace(/\/+insights(?:\/+sessions(?:\/.*)?)?\/*$/iu, '');
  if (base === url.pathname && (url.search || url.hash)) return { problem: 'badAddress' };
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isThisMachine(url.hostname)))
    return { problem: 'notHttps' };
  return { address: `${url.origin}${base.replace(/\/+$/u, '')}` };
}

export function addressProblem(written: string): AddressProblem | undefined {
  const read = readServiceAddress(written);
  return 'problem' in read ? read.problem : undefined;
}
