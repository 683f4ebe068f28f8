import * as l10n from '@vscode/l10n';
import { spoken } from '../../parts/words/spoken.ts';

/** A part of a step: its heading, and what is said of taking it out of the page. */
export interface PartWords {
  readonly heading: string;
  readonly copy: string;
  readonly copied: string;
  /** The name of an editor that shows it, without its ending. Indexes come from 0 and are said from 1. */
  readonly editor: (type: string, step: number) => string;
}

/** The parts of a step that can be copied. */
export const partWords = spoken(
  (): Readonly<Record<'response' | 'request' | 'headers' | 'statusMessage' | 'recorded', PartWords>> => ({
    response: {
      heading: l10n.t('Response'),
      copy: l10n.t('Copy response'),
      copied: l10n.t('Copied the response.'),
      editor: (type, step) => l10n.t('{0} {1} response', type, step + 1),
    },
    request: {
      heading: l10n.t('Request'),
      copy: l10n.t('Copy request'),
      copied: l10n.t('Copied the request.'),
      editor: (type, step) => l10n.t('{0} {1} request', type, step + 1),
    },
    headers: {
      heading: l10n.t('Request headers'),
      copy: l10n.t('Copy request headers'),
      copied: l10n.t('Copied the request headers.'),
      editor: (type, step) => l10n.t('{0} {1} request headers', type, step + 1),
    },
    statusMessage: {
      heading: l10n.t('Status message'),
      copy: l10n.t('Copy status message'),
      copied: l10n.t('Copied the status message.'),
      editor: (type, step) => l10n.t('{0} {1} status message', type, step + 1),
    },
    recorded: {
      heading: l10n.t('As recorded'),
      copy: l10n.t('Copy the step as recorded'),
      copied: l10n.t('Copied the step as recorded.'),
      editor: (type, step) => l10n.t('{0} {1} as recorded', type, step + 1),
    },
  }),
);

/** The parts of a step's detail, as tabs name them. */
export const partTabWords = spoken(() => ({
  response: l10n.t('Response'),
  request: l10n.t('Request'),
  headers: l10n.t('Headers'),
  state: l10n.t('State'),
  raw: l10n.t('Raw'),
}));

/** What is said of everything else that can be copied. */
export const copyWords = spoken(() => ({
  copiedId: l10n.t('Copied the session id.'),
  copyCaller: l10n.t('Copy caller’s number'),
  copiedCaller: l10n.t('Copied the caller’s number.'),
  copiedMarkdown: l10n.t('Copied the session as Markdown.'),
  asCurl: l10n.t('Copy as cURL'),
  copiedCurl: l10n.t('Copied as cURL without secrets.'),
  asHttp: l10n.t('Copy as .http'),
  copiedHttp: l10n.t('Copied as .http without secrets.'),
  noRequest: l10n.t('This step called nothing.'),
  noResponse: l10n.t('This step got no response.'),
  noId: l10n.t('This session has no id.'),
  headersLeftOut: l10n.t('Headers that could not be read were left out.'),
  noHttpForm: l10n.t('This request holds text that a .http file would run: copy it as cURL.'),
  secretHere: l10n.t('<put it here>'),
  masked: l10n.t('Personal data is masked.'),
  notMasked: l10n.t('Personal data is not masked.'),
}));

export const copyPhrases = {
  copyFact: (title: string) => l10n.t('Copy {0}', title),
  copiedFact: (title: string) => l10n.t('Copied {0}.', title),
} as const;
