import { readHeaders } from '../../../src/domain/masking/headers/headers.ts';
import { createMask } from '../../../src/domain/masking/mask.ts';
import { keptSecrets } from '../../../src/domain/masking/secrets/keptSecrets.ts';
import { saidSecrets } from '../../../src/domain/masking/secrets/saidSecrets.ts';
import { readRequest, toTemplate } from '../../../src/domain/sharing/recordedRequest.ts';
import { shownAddress, shownHeader, shownHeaderLines } from '../../../src/domain/sharing/shownHeaders.ts';
import type { Masking } from './masking.ts';

const masking: Masking = {
  ...{ createMask, keptSecrets, saidSecrets, readRequest, toTemplate },
  ...{ readHeaders, shownAddress, shownHeader, shownHeaderLines },
};

/** A script of its own, which pages run when they have drawn what needs none of it. */
Object.assign(globalThis, { masking });
