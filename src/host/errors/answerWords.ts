import * as vscode from 'vscode';
import type { Redirected } from '../../api/client/connectionErrors.ts';
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
import { commandOf } from '../commands.ts';
import { durationText } from './durationText.ts';
import { edit, setKey, showLog } from './errorButtons.ts';
import type { ErrorWords } from './errorWords.ts';

/** Failures that came as an answer. */
export const answerWords = {
  unauthorized: ({ refused, asked, answer }: Unauthorized, connection?: string): ErrorWords => {
    switch (refused) {
      case 'key':
        return {
          sentence: vscode.l10n.t('The service refused the API key. Set the one of this account and region.'),
          action: setKey(connection),
        };
      case 'query':
        return said(refusedWords(asked), answer.text);
      case 'undecided':
        return {
          ...said(vscode.l10n.t('The service refused the request (401). The API key may be the reason.'), answer.text),
          action: setKey(connection),
        };
    }
  },

  notFound: ({ what, day }: NotFound, connection?: string): ErrorWords => {
    if (what === 'service')
      return edit(vscode.l10n.t('There is no Insights service at that address (404).'), connection);
    if (day !== undefined) {
      return {
        sentence: vscode.l10n.t(
          'The service has no session with that ID on {0}. It may have been deleted already, or have started on another day.',
          day,
        ),
      };
    }
    return {
      sentence: vscode.l10n.t(
        'There is no session with that ID on any date. It may have been deleted, or belong to another connection.',
      ),
      action: commandOf('insights.switchConnection', vscode.l10n.t('Switch Connection')),
    };
  },

  refused: ({ answer }: Refused): ErrorWords =>
    said(vscode.l10n.t('The service refused the request ({0}).', answer.status), answer.text),

  rateLimited: ({ retryAfterSeconds }: RateLimited): ErrorWords => ({
    sentence:
      retryAfterSeconds === undefined
        ? vscode.l10n.t('The service has too many requests from this account. Try again in a while.')
        : vscode.l10n.t(
            'The service has too many requests from this account. Try again in {0}.',
            durationText(retryAfterSeconds),
          ),
  }),

  serverError: ({ retried, answer }: ServerError): ErrorWords =>
    said(
      retried
        ? vscode.l10n.t('The service failed ({0}), also when asked again. Try again later.', answer.status)
        : vscode.l10n.t('The service failed ({0}). Try again later.', answer.status),
      answer.text,
    ),

  notJson: ({ answer }: NotJson): ErrorWords =>
    answer.text === ''
      ? {
          sentence: vscode.l10n.t('The answer was empty. Try again, and see the log if it stays so.'),
          action: showLog(),
        }
      : said(
          vscode.l10n.t(
            'The answer is no JSON. Something between you and the service, such as a proxy or a sign-in page, may have answered.',
          ),
          answer.text,
        ),

  malformedAnswer: ({ problem, answer }: MalformedAnswer, connection?: string): ErrorWords => {
    switch (problem) {
      case 'truncated':
        return { sentence: vscode.l10n.t('The answer ended in the middle. Try again.'), action: showLog() };
      case 'shape': {
        const sentence = vscode.l10n.t(
          'The answer is not what the Insights service is documented to send. Check the connection’s address.',
        );
        return edit(said(sentence, answer.text).sentence, connection);
      }
      case 'otherSession':
        return {
          sentence: vscode.l10n.t('The service answered with another session than was asked for: it is not shown.'),
          action: showLog(),
        };
    }
  },

  unreadableAnswer: ({ problem, form }: UnreadableAnswer): ErrorWords => {
    switch (problem) {
      case 'damaged':
        return {
          sentence: vscode.l10n.t(
            'The answer came damaged: it cannot be unpacked ({0}). Try again; a proxy may have changed it.',
            form,
          ),
        };
      case 'unknownPacking':
        return {
          sentence: vscode.l10n.t(
            'The answer is packed in a way that was not asked for ({0}). A proxy may have changed it.',
            form,
          ),
        };
      case 'unknownCharset':
        return {
          sentence: vscode.l10n.t(
            'The answer is written in an encoding that cannot be read ({0}). A proxy may have changed it.',
            form,
          ),
        };
      case 'tooLarge':
        return {
          sentence: vscode.l10n.t(
            'The answer is too large to be read. Ask for less, such as a smaller page_size or fewer fields.',
          ),
        };
    }
  },

  redirected: ({ problem, to }: Redirected, connection?: string): ErrorWords => {
    switch (problem) {
      case 'elsewhere':
        return edit(
          vscode.l10n.t(
            'The service sent the request on to {0}; your key stays here. If the service has moved there, change the connection’s address.',
            to,
          ),
          connection,
        );
      case 'circles':
        return edit(
          vscode.l10n.t('The service redirects in circles at {0}. Check the connection’s address.', to),
          connection,
        );
      case 'nowhere':
        return edit(
          vscode.l10n.t('The service sent the request on to "{0}", which is no address. Check the connection’s.', to),
          connection,
        );
    }
  },
};

/** Words for a refusal with a key that is good. */
function refusedWords(asked: Unauthorized['asked']): string {
  switch (asked) {
    case 'search':
    case 'check':
      return vscode.l10n.t('The service refused the query; the key is good.');
    case 'get':
    case 'find':
      return vscode.l10n.t('The service refused to show the session; the key is good, but may not have the right to.');
    case 'delete':
      return vscode.l10n.t(
        'The service refused to delete the session; the key is good, but may not have the right to.',
      );
  }
}

function said(sentence: string, text: string): ErrorWords {
  return { sentence: text ? vscode.l10n.t('{0} It said: {1}', sentence, text) : sentence };
}
