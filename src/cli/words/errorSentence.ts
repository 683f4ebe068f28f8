import type { InsightsFailure } from '../../api/client/insightsFailure.ts';
import type { ArchiveError } from '../../archive/client/archiveError.ts';
import { archiveSentence } from '../../words/archiveSentence.ts';

/** The failures are known by their name, so that saying what is wrong loads nothing. */
export function isServiceFailure(error: unknown): error is InsightsFailure {
  return error instanceof Error && error.name === 'InsightsError' && 'code' in error;
}

/** Those of an archive, too. */
export function isArchiveError(error: unknown): error is ArchiveError {
  return error instanceof Error && error.name === 'ArchiveError';
}

/** A file or a folder that cannot be read or written. */
export function isFileError(error: unknown): error is NodeJS.ErrnoException & { readonly path?: string } {
  return error instanceof Error && 'syscall' in error && ('path' in error || error.syscall === 'write');
}

/** What happened and what to do, in a sentence. */
export function errorSentence(error: unknown): string {
  if (isArchiveError(error)) return archiveSentence(error);
  if (isServiceFailure(error)) return failureSentence(error);
  if (isFileError(error)) return fileSentence(error);
  return error instanceof Error ? error.message : String(error);
}

function fileSentence({ code = '', path, message }: NodeJS.ErrnoException): string {
  const why: Partial<Record<string, string>> = {
    ENOSPC: 'the disk is full',
    EACCES: 'you may not',
    EPERM: 'you may not',
    EROFS: 'the disk is read-only',
    ENOENT: 'there is no such file or folder',
    ENOTDIR: 'a part of the path is no folder',
    EISDIR: 'it is a folder',
  };
  return `${path ?? 'The file'} cannot be read or written: ${why[code] ?? (code || message)}.`;
}

function failureSentence(error: InsightsFailure): string {
  switch (error.code) {
    case 'unauthorized':
      return said(refusals[error.refused], error.refused === 'key' ? '' : error.answer.text);
    case 'notFound':
      return error.what === 'session'
        ? 'There is no session with that ID. It may have been deleted, or belong to another connection.'
        : 'There is no Insights service at that address (404).';
    case 'refused':
      return said(`The service refused the request (${error.answer.status}).`, error.answer.text);
    case 'rateLimited':
      return error.retryAfterSeconds === undefined
        ? 'The service has too many requests from this account: try again in a while.'
        : `The service has too many requests from this account: try again in ${error.retryAfterSeconds} seconds.`;
    case 'serverError':
      return said(
        `The service failed (${error.answer.status})${error.retried ? ', also when asked again' : ''}: try it later.`,
        error.answer.text,
      );
    case 'timedOut':
      return `No answer within ${error.afterMs / 1000} seconds: ask for less, or see to the address and to your proxy.`;
    case 'unreachable':
      return `${error.host} cannot be reached (${error.systemCode}): see to your network, and to the address.`;
    case 'proxy':
      if (error.problem === 'badAddress' || error.problem === 'socks') {
        return `${error.proxy.setting} names no HTTP proxy: write it as http://host:port, or except ${error.host} from it in NO_PROXY.`;
      }
      return `The proxy ${error.proxy.host} (${error.proxy.setting}) does not let requests to ${error.host} through (${error.systemCode}).`;
    case 'certificate':
      return `The certificate of ${error.host} is not trusted (${error.systemCode}): name the one of your company in NODE_EXTRA_CA_CERTS.`;
    case 'notJson':
      return said('The answer is no JSON: a proxy may have answered.', error.answer.text);
    case 'malformedAnswer':
      return malformed[error.problem];
    case 'unreadableAnswer':
      return error.problem === 'tooLarge'
        ? 'The answer is too large to be read: ask for less, such as a smaller page_size or fewer fields.'
        : `The answer cannot be read (${error.form}): a proxy may have changed it.`;
    case 'redirected':
      return `The service sent the request on to ${error.to}; your key stays here.`;
    case 'cancelled':
      return 'Cancelled.';
  }
}

const refusals = {
  key: 'The service refused the API key: set the one of this account and region.',
  query: 'The service refused the query; the key is good.',
  undecided: 'The service refused the request (401): the key or the query.',
} as const;

const malformed = {
  truncated: 'The answer ended in the middle: run it again.',
  shape: 'The answer is not what the Insights service is documented to send: see to the address.',
  otherSession: 'The service answered with another session than was asked for: it is not shown.',
} as const;

function said(sentence: string, text: string): string {
  return text ? `${sentence} It said: ${text}` : sentence;
}
