import * as vscode from 'vscode';
import type { InsightsFailure } from '../../api/client/insightsFailure.ts';
import { commandOf } from '../commands.ts';
import { editConnection, openSettings, setKey, showLog } from './errorButtons.ts';

/** What a person can do about a failure of the service with one press. */
export function failureAction(failure: InsightsFailure, connection: string | undefined): vscode.Command | undefined {
  switch (failure.code) {
    case 'unauthorized':
      return failure.refused === 'query' ? undefined : setKey(connection);
    case 'notFound':
      if (failure.what === 'service') return editConnection(connection);
      return failure.day === undefined
        ? commandOf('insights.switchConnection', vscode.l10n.t('Switch Connection'))
        : undefined;
    case 'refused':
      // What is refused for now asks for time alone.
      return failure.retryAfterSeconds === undefined ? refusedAction(failure.answer.status, connection) : undefined;
    case 'serverError':
      return failure.answer.status === 501 || failure.answer.status === 505 ? editConnection(connection) : undefined;
    case 'timedOut':
      return openSettings(vscode.l10n.t('Change Timeout'), 'insights.request.timeout');
    case 'unreachable':
    case 'redirected':
      return editConnection(connection);
    case 'certificate':
      return failure.problem === 'selfSigned' || failure.problem === 'unknownAuthority'
        ? openSettings(vscode.l10n.t('Open Certificate Settings'), 'http.systemCertificates')
        : editConnection(connection);
    case 'proxy': {
      const { setting } = failure.proxy;
      // What the environment says is changed outside of VS Code.
      return setting.startsWith('http.') ? openSettings(vscode.l10n.t('Open Proxy Settings'), setting) : undefined;
    }
    case 'notJson':
      return failure.answer.text === '' ? showLog() : undefined;
    case 'malformedAnswer':
      return failure.problem === 'shape' ? editConnection(connection) : showLog();
    case 'rateLimited':
    case 'unreadableAnswer':
    case 'cancelled':
      return undefined;
  }
}

/** Statuses that say that the address is not the service's. */
const ofAddress: ReadonlySet<number> = new Set([405, 406, 410, 411, 415, 421, 426, 497]);

function refusedAction(status: number, connection: string | undefined): vscode.Command | undefined {
  if (status === 403) return setKey(connection);
  const isRedirect = status < 400 && status !== 304;
  return isRedirect || ofAddress.has(status) ? editConnection(connection) : undefined;
}
