import * as l10n from '@vscode/l10n';
import { failureReason } from '../../../src/domain/session/failures/failureReason.ts';
import type { Step } from '../../../src/domain/session/steps.ts';
import { numberText } from './numberText.ts';
import { spoken } from './spoken.ts';

/** The words that every page has a use for; a page adds its own to them. */
export const pageWords = () => ({
  views: l10n.t('Views'),
  parameters: l10n.t('Parameters'),
  jsonInText: l10n.t('JSON in a text'),
  masked: l10n.t(
    'Numbers, e-mail addresses, secrets and what was said for them are masked. Names and other words are not.',
  ),
  maskedWithKey: l10n.t(
    'Numbers, e-mail addresses, secrets and what was said for them are masked. Names and other words are not. Press m to see all.',
  ),
  tags: l10n.t('Tags'),
  caller: l10n.t('Caller'),
  agent: l10n.t('Agent'),
  notAvailable: l10n.t('n/a'),
  executionTime: l10n.t('execution time'),
  notJson: l10n.t('This document is not valid JSON.'),
  cannotShow: l10n.t('This session can’t be shown'),
  notText: l10n.t('This document is not text.'),
  notSession: l10n.t('This document is not a session: its JSON has none of the fields of one.'),
  noSessions: l10n.t('This document holds no session.'),
  severalSessions: l10n.t('This document holds several sessions.'),
  notObject: l10n.t('This document is not a session: it holds no JSON object.'),
  openAsText: l10n.t('Open as Text'),
  retry: l10n.t('Try Again'),
  unheard: l10n.t(
    'The extension doesn’t answer. If VS Code restarted its extensions, close this tab and open it again.',
  ),
  noMask: l10n.t(
    'A part of the extension that masks didn’t load: what it covers isn’t shown. Close this tab and open it again.',
  ),
  stepTags: l10n.t('Tags of this step'),
  shortcuts: l10n.t('Shortcuts'),
  signs: l10n.t('Icons'),
  splitter: l10n.t('Width of the list; double-click to put it back'),
  close: l10n.t('Close'),
  session: l10n.t('Session'),
  start: l10n.t('Start'),
  duration: l10n.t('Duration'),
  connection: l10n.t('Connection'),
  noType: l10n.t('step of no type'),
  callerSaid: l10n.t('Caller said'),
  nodeId: l10n.t('Node id'),
});

export const words = spoken(pageWords);

/** Sentences with something in them. */
export const phrases = {
  notJsonFrom: (line: number, detail: string) =>
    l10n.t('This document is not valid JSON from line {0} on. {1}', numberText(line), detail),
  unreadForm: (form: string) => l10n.t('Documents in this form are not read: {0}.', form),
  showMore: (next: number, rest: number) => l10n.t('Show {0} more of {1}', next, rest),
  characters: (count: number) =>
    count === 1 ? l10n.t('{0} character', count) : l10n.t('{0} characters', numberText(count)),
} as const;

export function problemWords(step: Step): string {
  switch (step.problem) {
    case undefined:
      return '';
    case 'responseCode':
      return l10n.t('Answered with {0}', String(step.responseCode));
    case 'statusCode':
      return l10n.t('Status {0}', String(step.statusCode));
    case 'noResponse':
      return l10n.t('No response came back');
    case 'timedOut':
      return l10n.t('Timed out');
  }
}

/** What a code of HTTP says, in HTTP's own words; undefined for one that few know. */
function codeWords(code: number | undefined): string | undefined {
  switch (code) {
    case 400:
      return l10n.t('Bad Request');
    case 401:
      return l10n.t('Unauthorized');
    case 403:
      return l10n.t('Forbidden');
    case 404:
      return l10n.t('Not Found');
    case 409:
      return l10n.t('Conflict');
    case 422:
      return l10n.t('Unprocessable Content');
    case 429:
      return l10n.t('Too Many Requests');
    case 500:
      return l10n.t('Internal Server Error');
    case 502:
      return l10n.t('Bad Gateway');
    case 503:
      return l10n.t('Service Unavailable');
    default:
      return undefined;
  }
}

/** Why a step failed: in the words of the answer, else of its code; empty where it did not. */
export function reasonWords(step: Step): string {
  if (step.problem === undefined) return '';
  const named = step.problem === 'responseCode' || step.problem === 'statusCode';
  return failureReason(step) || (named && codeWords(step.responseCode ?? step.statusCode)) || problemWords(step);
}

/** The types of step that we know, as people call them. */
export function knownStepName(type: string): string | undefined {
  switch (type) {
    case 'start':
      return l10n.t('start');
    case 'speak':
      return l10n.t('speak');
    case 'param_completion':
      return l10n.t('collect input');
    case 'webhook':
      return l10n.t('webhook');
    case 'end_call':
      return l10n.t('end call');
    default:
      return undefined;
  }
}

export const outcomeWords = spoken(() => ({
  success: l10n.t('Success'),
  warning: l10n.t('Warning'),
  error: l10n.t('Error'),
  inProgress: l10n.t('In progress'),
  unknown: l10n.t('No outcome'),
}));
