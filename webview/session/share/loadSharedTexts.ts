import { createMask } from '../../../src/domain/masking/mask.ts';
import { formatDuration } from '../../parts/format.ts';
import { stepTitle } from '../../parts/nodeLabel.ts';
import { runScript } from '../../parts/pageScript.ts';
import { outcomeWords, problemWords } from '../../parts/words.ts';
import type { ShownSession } from '../model/shownSession.ts';
import { partWords } from '../words/copyWords.ts';
import { densityWords, phrases, words } from '../words/words.ts';
import type { SharedTexts, SharedTextsNeeds } from './sharedTexts.ts';

/** What the page has already, and the script is not to hold once more. */
export const neededForSharing: SharedTextsNeeds = {
  ...{ createMask, formatDuration, stepTitle, outcomeWords, problemWords, partWords, densityWords, phrases, words },
};

/** What writes parts of a session, once its script has run. */
export async function loadSharedTexts(): Promise<(shown: ShownSession) => SharedTexts> {
  await runScript('share.js');
  const found = Reflect.get(globalThis, 'SharedTexts') as typeof SharedTexts;
  return (shown) => new found(shown, neededForSharing);
}
