import * as l10n from '@vscode/l10n';
import type {
  MalformedAnswer,
  NotFound,
  NotJson,
  RateLimited,
  Refused,
  ServerError,
  Unauthorized,
} from '../../api/client/insightsErrors.ts';
import type { UnreadableAnswer } from '../../api/client/unreadableAnswer.ts';
import { durationText } from './durationText.ts';
import { refusedSentence } from './refusedSentence.ts';
import { said } from './said.ts';
import { serverErrorSentence } from './serverErrorSentence.ts';

/** What is said of failures that came as an answer. */
export const answerSentences = {
  unauthorized: ({ refused, asked, answer }: Unauthorized): string => {
    switch (refused) {
      case 'key':
        return l10n.t('The service refused the API key. Set the one of this account and region.');
      case 'query':
        return said(refusedWithGoodKey(asked), answer.text);
      case 'undecided':
        return said(l10n.t('The service refused the request (401). The API key may be the reason.'), answer.text);
    }
  },

  notFound: ({ what, day, answer }: NotFound): string => {
    if (what === 'service') return l10n.t('There is no Insights service at that address ({0}).', answer.status);
    return day === undefined
      ? l10n.t(
          'There is no session with that ID on any date. It may have been deleted, or belong to another connection.',
        )
      : l10n.t(
          'The service has no session with that ID on {0}. It may have been deleted already, or have started on another day.',
          day,
        );
  },

  refused: ({ answer, asked, retryAfterSeconds }: Refused, language: string): string =>
    said(refusedSentence({ status: answer.status, asked, retryAfterSeconds }, language), answer.text),

  rateLimited: ({ retryAfterSeconds }: RateLimited, language: string): string =>
    retryAfterSeconds === undefined
      ? l10n.t('The service is getting too many requests from this account. Try again later.')
      : l10n.t(
          'The service is getting too many requests from this account. Try again in {0}.',
          durationText(retryAfterSeconds, language),
        ),

  serverError: (failure: ServerError, language: string): string =>
    said(serverErrorSentence(failure, language), failure.answer.text),

  notJson: ({ answer }: NotJson): string =>
    answer.text === ''
      ? l10n.t('The answer was empty. Try again, and check the log if this continues.')
      : said(
          l10n.t(
            'The answer isn’t JSON. Something between you and the service, such as a proxy or a sign-in page, may have answered.',
          ),
          answer.text,
        ),

  malformedAnswer: ({ problem, answer }: MalformedAnswer): string => {
    switch (problem) {
      case 'truncated':
        return l10n.t('The answer ended in the middle. Try again.');
      case 'syntax':
        return l10n.t(
          'The answer isn’t valid JSON, though it begins as JSON. Try again; if this continues, tell whoever runs the service, or the proxy in front of it.',
        );
      case 'shape':
        return said(
          l10n.t('The answer is not what the Insights service is documented to send. Check the connection’s address.'),
          answer.text,
        );
      case 'otherSession':
        return l10n.t('The service answered with a different session than requested, so it isn’t shown.');
    }
  },

  unreadableAnswer: ({ problem, form }: UnreadableAnswer): string => {
    switch (problem) {
      case 'damaged':
        return l10n.t(
          'The answer is damaged and can’t be decompressed ({0}). Try again; a proxy may have changed it.',
          form,
        );
      case 'part':
        return l10n.t(
          'Only part of the answer came, which wasn’t asked for ({0}). Try again; a proxy may have kept it.',
          form,
        );
      case 'unknownPacking':
        return l10n.t(
          'The answer is compressed in a way that wasn’t asked for ({0}). A proxy may have changed it.',
          form,
        );
      case 'unknownCharset':
        return l10n.t('The answer is in an encoding that can’t be read ({0}). A proxy may have changed it.', form);
      case 'tooLarge':
        return l10n.t('The answer is too large to be read. Ask for less, such as a smaller page_size or fewer fields.');
    }
  },
};

/** Words for a refusal with a key that is good. */
function refusedWithGoodKey(asked: Unauthorized['asked']): string {
  switch (asked) {
    case 'search':
    case 'check':
      return l10n.t('The service refused the query; the key is good.');
    case 'get':
    case 'find':
      return l10n.t('The service refused to show the session; the key is good, but may not have the right to.');
    case 'delete':
      return l10n.t('The service refused to delete the session; the key is good, but may not have the right to.');
  }
}
