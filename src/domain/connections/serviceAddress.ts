import { isThisMachine } from './isThisMachine.ts';
import { parseAddress } from './webAddress.ts';

/** Why an address cannot be used: a key must not travel, or stand, where others can read it. */
export type AddressProblem = 'badAddress' | 'userInAddress' | 'notHttps';

/** An address that can be used, or why there is none. */
export type ReadAddress = { readonly address: string } | { readonly problem: AddressProblem };

/**
 * Where a service is, as a person writes it: the address of its sessions, or of a search, as the documentation has it, means the service
 * whose sessions they are. A path before that is kept, without the slashes at its end.
 */
export function readServiceAddress(written: string): ReadAddress {
  return readAddress(written, /\/+insights(?:\/+sessions(?:\/.*)?)?\/*$/iu);
}

/**
 * Where a cluster is: what was copied with a question to it (`/_cat/indices?v`) means the cluster. A path before that is
 * kept, whatever it is called.
 */
export function readClusterAddress(written: string): ReadAddress {
  return readAddress(written, /(?:\/[^/]*\*[^/]*)?\/_[^/]*(?:\/.*)?$/u);
}

/** `question` is what may stand behind the address itself. */
function readAddress(written: string, question: RegExp): ReadAddress {
  const url = parseAddress(written);
  if (!url?.host) return { problem: 'badAddress' };
  if (url.username || url.password) return { problem: 'userInAddress' };
  const base = url.pathname.replace(question, '');
  if (base === url.pathname && (url.search || url.hash)) return { problem: 'badAddress' };
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isThisMachine(url.hostname)))
    return { problem: 'notHttps' };
  return { address: `${url.origin}${base.replace(/\/+$/u, '')}` };
}
