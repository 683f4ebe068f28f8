import type { readHeaders } from '../../../src/domain/masking/headers/headers.ts';
import type { createMask } from '../../../src/domain/masking/mask.ts';
import type { keptSecrets } from '../../../src/domain/masking/secrets/keptSecrets.ts';
import type { saidSecrets } from '../../../src/domain/masking/secrets/saidSecrets.ts';
import type { readRequest, toTemplate } from '../../../src/domain/sharing/recordedRequest.ts';
import type { shownAddress, shownHeader, shownHeaderLines } from '../../../src/domain/sharing/shownHeaders.ts';
import { covered } from '../../../src/domain/sharing/template.ts';
import { runScript } from '../host/pageScript.ts';
import { tellBelow } from '../tellBelow.ts';
import { words } from '../words/words.ts';

/** What covers what is personal or secret. */
export interface Masking {
  readonly createMask: typeof createMask;
  readonly keptSecrets: typeof keptSecrets;
  readonly saidSecrets: typeof saidSecrets;
  readonly readHeaders: typeof readHeaders;
  readonly shownAddress: typeof shownAddress;
  readonly shownHeader: typeof shownHeader;
  readonly shownHeaderLines: typeof shownHeaderLines;
  readonly readRequest: typeof readRequest;
  readonly toTemplate: typeof toTemplate;
}

/** Undefined until its script has run. */
export function masking(): Masking | undefined {
  return (globalThis as { readonly masking?: Masking }).masking;
}

/** An address as it is shown, its secrets covered. */
export function coveredAddress(url: string): string {
  return masking()?.shownAddress(url) ?? plainAddress(url);
}

/** A word or a short number: what looks like no secret. */
const plainSegment = /^(?:[A-Z]?[a-z_.-]{0,24}|v?\d{1,9})$/u;

/** Before the mask is there: where an address leads, and what is plain of its path. */
function plainAddress(url: string): string {
  const [whole = '', scheme = '', host = '', path = ''] =
    /^(https?:\/\/)(?:[^/?#@]*@)?([\w.:-]+)((?:\/[^/?#]*)*)/iu.exec(url) ?? [];
  const segments = path.split('/').map((segment) => (plainSegment.test(segment) ? segment : covered));
  return `${scheme}${host}${segments.join('/')}${whole === url && whole !== '' ? '' : covered}`;
}

/** Resolves once the mask is there. Where it cannot be had, that is told, and nothing that waits for it is shown. */
export async function loadMasking(): Promise<Masking> {
  try {
    if (!masking()) await runScript('mask.js');
  } catch {
    tellBelow(words.noMask);
    return new Promise(() => {});
  }
  return loadedMasking();
}

/** For what is shown only once it is there: nothing is shown unmasked that is to be masked. */
export function loadedMasking(): Masking {
  const found = masking();
  if (!found) throw new Error('mask.js has not run.');
  return found;
}
