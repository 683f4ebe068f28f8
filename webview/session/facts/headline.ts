import type { TemplateResult } from 'lit/html.js';
import type { Standout } from '../../../src/domain/session/timeline/standout.ts';
import { html } from '../../parts/html.ts';
import { stepTitle } from '../../parts/steps/nodeLabel.ts';
import { formatDuration } from '../../parts/words/format.ts';
import { reasonWords } from '../../parts/words/words.ts';
import type { SessionModel } from '../model/model.ts';
import { phrases, words } from '../words/words.ts';

/** What stands out, in a few words, and where they lead. */
export interface Headline {
  readonly words: TemplateResult;
  readonly where: string;
  /** More of it than there is room for. */
  readonly why: string;
}

/** The head of a session's page says first what stands out. */
export function headline(model: SessionModel, standout: Standout): Headline {
  switch (standout.type) {
    case 'problem': {
      const { step } = standout;
      return {
        words: html`<bdi>${stepTitle(model, step)}</bdi> <span class="code">${step.responseCode || step.statusCode || ''}</span>`,
        where: phrases.toStep(step.index),
        why: reasonWords(step),
      };
    }
    case 'toldError': {
      const { step, error } = standout;
      return {
        words: html`<bdi>${stepTitle(model, step)}</bdi>: <bdi>${error.text}</bdi>`,
        where: phrases.toStep(step.index),
        why: `${words.toldError} ${error.text}`,
      };
    }
    case 'rounds': {
      const { from, executionMs } = standout.rounds;
      return {
        words: html`${phrases.loop(phrases.rounds(standout.rounds), formatDuration(executionMs))}`,
        where: phrases.toStep(from),
        why: words.roundsWhy,
      };
    }
    case 'saidAgain': {
      const { step, text, count } = standout.said;
      return {
        words: html`${phrases.saidAgainHead(count)} <bdi>${text}</bdi>`,
        where: phrases.toStep(step),
        why: text,
      };
    }
    case 'elsewhere':
      return { words: html`${words.endedElsewhereHead}`, where: words.toEnd, why: words.endedElsewhereWhy };
  }
}

/** The same for who hears it. */
export function standoutText(model: SessionModel, standout: Standout): string {
  switch (standout.type) {
    case 'problem':
      return `${stepTitle(model, standout.step)}: ${reasonWords(standout.step)}`;
    case 'toldError':
      return `${stepTitle(model, standout.step)}: ${standout.error.text}`;
    case 'rounds':
      return phrases.loop(phrases.rounds(standout.rounds), formatDuration(standout.rounds.executionMs));
    case 'saidAgain':
      return `${phrases.saidAgainHead(standout.said.count)} ${standout.said.text}`;
    case 'elsewhere':
      return words.endedElsewhereHead;
  }
}
