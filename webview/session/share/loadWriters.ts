import type { toCurl } from '../../../src/domain/sharing/recordedCurl.ts';
import type { toHttpFile } from '../../../src/domain/sharing/recordedHttpFile.ts';
import { runScript } from '../../parts/host/pageScript.ts';
import type { Masking } from '../../parts/masking/masking.ts';
import { loadMasking } from '../../parts/masking/masking.ts';
import { stepTitle } from '../../parts/steps/nodeLabel.ts';
import { formatDuration } from '../../parts/words/format.ts';
import { outcomeWords, problemWords } from '../../parts/words/words.ts';
import type { ShownSession } from '../model/shownSession.ts';
import { partWords } from '../words/copyWords.ts';
import { densityWords, phrases, words } from '../words/words.ts';
import type { SharedTexts, SharedTextsNeeds } from './sharedTexts.ts';

/** What the page has already, and the script is not to hold once more. */
export const neededForSharing: Omit<SharedTextsNeeds, 'masking'> = {
  ...{ formatDuration, stepTitle, outcomeWords, problemWords, partWords, densityWords, phrases, words },
};

/** What writes parts of a session, and a request without its secrets. */
export interface Writers {
  readonly masking: Masking;
  readonly textsOf: (shown: ShownSession) => SharedTexts;
  readonly toCurl: typeof toCurl;
  readonly toHttpFile: typeof toHttpFile;
}

/** What writes, once its script has run. */
export async function loadWriters(): Promise<Writers> {
  const [masking] = await Promise.all([loadMasking(), runScript('share.js')]);
  const found = globalThis as unknown as Omit<Writers, 'textsOf' | 'masking'> & {
    readonly SharedTexts: typeof SharedTexts;
  };
  return {
    masking,
    textsOf: (shown) => new found.SharedTexts(shown, { ...neededForSharing, masking }),
    toCurl: found.toCurl,
    toHttpFile: found.toHttpFile,
  };
}
