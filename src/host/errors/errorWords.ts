import { dirname } from 'node:path';
import * as vscode from 'vscode';
import type { InsightsFailure } from '../../api/client/insightsErrors.ts';
import { commandOf } from '../commands.ts';
import { ConnectionProblem } from './connectionProblem.ts';
import { diskWords } from './diskWords.ts';

/** One sentence that says what happened and what to do, and the button that does it. */
export interface ErrorWords {
  readonly sentence: string;
  readonly action?: vscode.Command;
  /** Running the query again is what helps; which one that is, is known where this is shown. */
  readonly runAgain?: boolean;
}

/** The words of any error; pass the connection's name where it is known, so that buttons act on it. */
export function wordsOfError(error: unknown, connection?: string): ErrorWords {
  if (error instanceof ConnectionProblem) return wordsOfProblem(error);
  if (isFailure(error)) return wordsOfFailure(error, connection);
  const disk = error instanceof Error && 'path' in error ? diskWords(error, dirname(String(error.path))) : undefined;
  if (disk !== undefined) return { sentence: disk };
  const message = error instanceof Error ? error.message : String(error);
  return { sentence: vscode.l10n.t('Something went wrong: {0}', message), action: showLog() };
}

/** The failures are known by their name: this layer knows only their types. */
function isFailure(error: unknown): error is InsightsFailure {
  return error instanceof Error && error.name === 'InsightsError' && 'code' in error;
}

function wordsOfProblem({ code, connection, cause }: ConnectionProblem): ErrorWords {
  switch (code) {
    case 'unknown':
      return {
        sentence: vscode.l10n.t('There is no connection named "{0}".', connection),
        action: commandOf('insights.addConnection', vscode.l10n.t('Add Connection'), connection),
      };
    case 'untrusted':
      return {
        sentence: vscode.l10n.t('Requests to "{0}" wait until you trust this workspace.', connection),
        action: { command: 'workbench.trust.manage', title: vscode.l10n.t('Manage Trust') },
      };
    case 'untrustedDefinition':
      return {
        sentence: vscode.l10n.t('"{0}" is defined by this workspace: trust it to use it.', connection),
        action: { command: 'workbench.trust.manage', title: vscode.l10n.t('Manage Trust') },
      };
    case 'notAllowed':
      return {
        sentence: vscode.l10n.t(
          'Nothing was sent: requests to "{0}", which this workspace defines, wait until you allow them.',
          connection,
        ),
        // It asks, as whoever runs it wants to.
        action: commandOf('insights.verifyConnection', vscode.l10n.t('Allow Requests'), connection),
      };
    case 'noKey':
      return {
        sentence: vscode.l10n.t('"{0}" has no API key yet.', connection),
        action: setKey(connection),
      };
    case 'noAddress':
      return edit(vscode.l10n.t('The connection "{0}" names no region, base URL or file.', connection), connection);
    case 'badAddress':
      return edit(
        vscode.l10n.t(
          'The base URL "{1}" of "{0}" is not an address that requests can go to.',
          connection,
          String(cause ?? ''),
        ),
        connection,
      );
    case 'badRegion':
      return edit(
        vscode.l10n.t('The region "{1}" of "{0}" is not one: there are eu and us.', connection, String(cause ?? '')),
        connection,
      );
    case 'severalPlaces':
      return edit(
        vscode.l10n.t(
          'The connection "{0}" says more than once where its sessions are: its file counts, else its base URL.',
          connection,
        ),
        connection,
      );
    case 'notHttps':
      return edit(
        vscode.l10n.t(
          'The base URL "{1}" of "{0}" must start with https: anything else would show your key to others.',
          connection,
          String(cause ?? ''),
        ),
        connection,
      );
    case 'reservedName':
      return edit(vscode.l10n.t('"{0}" is built in: give your connection another name.', connection), connection);
    case 'unreadableFile':
      return edit(wordsOfFile(connection, cause), connection);
    case 'changed':
      return {
        sentence: vscode.l10n.t(
          'What "{0}" stands for has changed since the first page (its address, or its file): run the query again.',
          connection,
        ),
        runAgain: true,
      };
  }
}

function wordsOfFile(connection: string, cause: unknown): string {
  if (!(cause instanceof Error))
    return vscode.l10n.t('The file of "{0}" cannot be read as exported sessions.', connection);
  return 'code' in cause && cause.code === 'ENOENT' && 'path' in cause
    ? vscode.l10n.t('The file of "{0}" is not there: {1}.', connection, String(cause.path))
    : vscode.l10n.t('The file of "{0}" cannot be read as exported sessions ({1}).', connection, cause.message);
}

function wordsOfFailure(error: InsightsFailure, connection: string | undefined): ErrorWords {
  switch (error.code) {
    case 'unauthorized':
      return wordsOfRefusal(error.refused, error.answer.text, connection);
    case 'notFound':
      return error.what === 'session'
        ? {
            sentence: vscode.l10n.t(
              'No session has that id, at that date or any other: it was deleted, or belongs to another connection.',
            ),
            action: commandOf('insights.switchConnection', vscode.l10n.t('Switch Connection')),
          }
        : edit(vscode.l10n.t('There is no Insights service at that address (404).'), connection);
    case 'refused':
      return said(vscode.l10n.t('The service refused the request ({0}).', error.answer.status), error.answer.text);
    case 'rateLimited':
      return {
        sentence:
          error.retryAfterSeconds === undefined
            ? vscode.l10n.t('The service has too many requests from this account: try again in a while.')
            : vscode.l10n.t(
                'The service has too many requests from this account: try again in {0} seconds.',
                error.retryAfterSeconds,
              ),
      };
    case 'serverError':
      return said(
        error.retried
          ? vscode.l10n.t('The service failed ({0}), also when asked again: try it later.', error.answer.status)
          : vscode.l10n.t('The service failed ({0}): try it later.', error.answer.status),
        error.answer.text,
      );
    case 'timedOut':
      return {
        sentence: error.searching
          ? vscode.l10n.t(
              'No answer within {0} seconds: ask for less (a shorter range, fewer fields), or wait longer.',
              error.afterMs / 1000,
            )
          : vscode.l10n.t(
              'No answer within {0} seconds: see to the address of the connection and to your proxy, or wait longer.',
              error.afterMs / 1000,
            ),
        action: settings(vscode.l10n.t('Change Timeout'), 'insights.request.timeout'),
      };
    case 'unreachable':
      return {
        sentence: vscode.l10n.t(
          '{0} cannot be reached ({1}): see to your network, and to the address of the connection.',
          error.host,
          error.systemCode,
        ),
        action: commandOf('insights.editConnection', vscode.l10n.t('Edit Connection'), connection),
      };
    case 'proxy':
      return {
        sentence:
          error.systemCode === '407'
            ? vscode.l10n.t('The proxy wants a user and a password before it lets requests to {0} through.', error.host)
            : vscode.l10n.t('The proxy does not let requests to {0} through ({1}).', error.host, error.systemCode),
        action: settings(vscode.l10n.t('Open Proxy Settings'), 'http.proxy'),
      };
    case 'certificate':
      return {
        sentence: vscode.l10n.t(
          'The certificate of {0} is not trusted ({1}): add the one of your company to the system.',
          error.host,
          error.systemCode,
        ),
        action: settings(vscode.l10n.t('Open Certificate Settings'), 'http.systemCertificates'),
      };
    case 'notJson':
      return error.answer.text === ''
        ? {
            sentence: vscode.l10n.t('The answer was empty: run it again, and see the log if it stays so.'),
            action: showLog(),
          }
        : said(
            vscode.l10n.t(
              'The answer is no JSON: something between you and the service, such as a proxy, may have answered.',
            ),
            error.answer.text,
          );
    case 'malformedAnswer':
      return { sentence: malformed(error.problem), action: showLog() };
    case 'redirected':
      return edit(vscode.l10n.t('The service sent the request on to {0}; your key stays here.', error.to), connection);
    case 'cancelled':
      return { sentence: vscode.l10n.t('Cancelled.') };
  }
}

function wordsOfRefusal(
  refused: 'key' | 'query' | 'undecided',
  text: string,
  connection: string | undefined,
): ErrorWords {
  switch (refused) {
    case 'key':
      return {
        sentence: vscode.l10n.t('The service refused the API key: set the one of this account and region.'),
        action: setKey(connection),
      };
    case 'query':
      return said(vscode.l10n.t('The service refused the query; the key is good.'), text);
    case 'undecided':
      return {
        ...said(vscode.l10n.t('The service refused the request (401): the key or the query.'), text),
        action: setKey(connection),
      };
  }
}

function malformed(problem: 'truncated' | 'shape' | 'otherSession'): string {
  switch (problem) {
    case 'truncated':
      return vscode.l10n.t('The answer ended in the middle: run it again.');
    case 'shape':
      return vscode.l10n.t(
        'The answer is not what the Insights service is documented to send: see the address of the connection.',
      );
    case 'otherSession':
      return vscode.l10n.t('The service answered with another session than was asked for: it is not shown.');
  }
}

function said(sentence: string, text: string): ErrorWords {
  return { sentence: text ? vscode.l10n.t('{0} It said: {1}', sentence, text) : sentence };
}

function edit(sentence: string, connection: string | undefined): ErrorWords {
  const title = vscode.l10n.t('Edit Connection');
  return { sentence, action: commandOf('insights.editConnection', title, connection) };
}

function setKey(connection: string | undefined): vscode.Command {
  return commandOf('insights.setApiKey', vscode.l10n.t('Set API Key'), connection);
}

function showLog(): vscode.Command {
  return commandOf('insights.showLog', vscode.l10n.t('Show Log'));
}

function settings(title: string, query: string): vscode.Command {
  return { command: 'workbench.action.openSettings', title, arguments: [query] };
}
