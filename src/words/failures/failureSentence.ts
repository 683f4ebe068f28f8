import * as l10n from '@vscode/l10n';
import type { InsightsFailure } from '../../api/client/insightsFailure.ts';
import { answerSentences } from './answerSentences.ts';
import { certificateSentence } from './certificateSentence.ts';
import { connectionSentences } from './connectionSentences.ts';
import { proxySentence } from './proxySentence.ts';

/** What is said of each failure of the service. Fails to compile when there is one without. */
const sentences: {
  readonly [Code in InsightsFailure['code']]: (
    failure: Extract<InsightsFailure, { readonly code: Code }>,
    language: string,
  ) => string;
} = {
  ...answerSentences,
  ...connectionSentences,
  certificate: certificateSentence,
  proxy: proxySentence,
  cancelled: () => l10n.t('Cancelled.'),
};

/** What happened to a request, and what to do about it. */
export function failureSentence(failure: InsightsFailure, language = 'en'): string {
  const say = sentences[failure.code] as (failure: InsightsFailure, language: string) => string;
  return say(failure, language);
}
