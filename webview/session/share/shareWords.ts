import type { OutlineWords } from '../../../src/domain/sharing/outline/sessionOutline.ts';
import type { stepTitle } from '../../parts/steps/nodeLabel.ts';
import type { formatDuration } from '../../parts/words/format.ts';
import type { outcomeWords, problemWords } from '../../parts/words/words.ts';
import type { SessionModel } from '../model/model.ts';
import type { partWords } from '../words/copyWords.ts';
import type { densityWords, phrases, words } from '../words/words.ts';

export interface ShareWordsNeeds {
  readonly words: typeof words;
  readonly densityWords: typeof densityWords;
  readonly partWords: typeof partWords;
  readonly phrases: typeof phrases;
  readonly outcomeWords: typeof outcomeWords;
  readonly problemWords: typeof problemWords;
  readonly stepTitle: typeof stepTitle;
  readonly formatDuration: typeof formatDuration;
}

/** The words around what a session says itself, in the page's language. */
export function shareWords(model: SessionModel, needs: ShareWordsNeeds): OutlineWords {
  const { words, densityWords, partWords, phrases, outcomeWords, problemWords, stepTitle, formatDuration } = needs;
  const { session, transcript, problems } = words;
  return {
    headings: {
      ...{ session, transcript, problems, steps: densityWords.steps },
      ...{ request: partWords.request.heading, response: partWords.response.heading },
    },
    facts: words,
    speakers: words,
    outcome: (outcome) => outcomeWords[outcome],
    duration: formatDuration,
    turn: phrases.turn,
    step: (index, step) => phrases.detailOf(index, stepTitle(model, step)),
    problem: (index, step) => phrases.problemInStep(index, stepTitle(model, step), problemWords(step)),
  };
}
