import type { MarkdownWords } from '../../src/domain/sharing/sessionMarkdown.ts';
import { sessionMarkdown } from '../../src/domain/sharing/sessionMarkdown.ts';
import { formatDuration } from '../parts/format.ts';
import { stepTitle } from '../parts/nodeLabel.ts';
import { outcomeWords, problemWords } from '../parts/words.ts';
import type { SessionModel } from './model/model.ts';
import { phrases, words } from './words/words.ts';

/** The session as Markdown for a ticket, in the page's language; personal data masked as the model's mask does. */
export function copiedMarkdown(model: SessionModel, timeZone: string): string {
  return sessionMarkdown(model, wordsFor(model), timeZone);
}

function wordsFor(model: SessionModel): MarkdownWords {
  return {
    headings: words,
    facts: words,
    speakers: words,
    outcome: (outcome) => outcomeWords[outcome],
    duration: formatDuration,
    problem: (index, step) => phrases.problemInStep(index, stepTitle(model, step), problemWords(step)),
  };
}
