import * as vscode from 'vscode';
import { commandOf } from '../commands.ts';
import type { ConnectionProblem } from './connectionProblem.ts';
import { UnreadableFile } from './connectionProblem.ts';
import { edit, openSettings, setKey } from './errorButtons.ts';
import type { ErrorWords } from './errorWords.ts';
import { wordsOfEnd, wordsOfFile } from './localWords.ts';

/** What stands in the way of a connection before anything is sent. */
export function connectionProblemWords(problem: ConnectionProblem): ErrorWords {
  const { code, connection, cause } = problem;
  if (problem instanceof UnreadableFile) return edit(wordsOfFile(problem), connection);
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
    case 'noPassword':
      return {
        sentence: vscode.l10n.t('"{0}" has no password yet.', connection),
        action: setKey(connection),
      };
    case 'badIndex':
      return edit(
        vscode.l10n.t(
          'The connection "{0}" has an invalid index name, "{1}". Use lowercase letters without spaces, such as insights-sessions-*.',
          connection,
          String(cause ?? ''),
        ),
        connection,
      );
    case 'badSignIn':
      return edit(
        vscode.l10n.t(
          'The connection "{0}" has an unknown way to sign in, "{1}". Use apiKey, password or none.',
          connection,
          String(cause ?? ''),
        ),
        connection,
      );
    case 'noUser':
      return edit(
        vscode.l10n.t('The connection "{0}" signs in with a password, and names no user.', connection),
        connection,
      );
    case 'noAddress':
      return edit(
        vscode.l10n.t('The connection "{0}" names no region, base URL, file or archive.', connection),
        connection,
      );
    case 'badAddress':
      return edit(
        vscode.l10n.t(
          'The address "{1}" of "{0}" is not one that requests can go to.',
          connection,
          String(cause ?? ''),
        ),
        connection,
      );
    case 'userInAddress':
      return edit(
        vscode.l10n.t(
          'The address of "{0}" names a user or a password, which everybody can read who reads the settings. Take them out: VS Code asks for what is secret, and keeps it.',
          connection,
        ),
        connection,
      );
    case 'badRegion':
      return edit(
        vscode.l10n.t(
          'The connection "{0}" has an unknown region, "{1}". Use eu or us.',
          connection,
          String(cause ?? ''),
        ),
        connection,
      );
    case 'noText':
      return edit(
        vscode.l10n.t(
          '"{1}" of the connection "{0}" must be a text, between quotation marks.',
          connection,
          String(cause ?? ''),
        ),
        connection,
      );
    case 'noList':
      return {
        sentence: vscode.l10n.t(
          '{0} must hold connections by their names: { "production": { "region": "eu" } }.',
          connection,
        ),
        action: openSettings(vscode.l10n.t('Open Settings'), connection),
      };
    case 'severalPlaces':
      return edit(
        vscode.l10n.t(
          'The connection "{0}" says more than once where its sessions are: its archive counts, else its file, else its base URL.',
          connection,
        ),
        connection,
      );
    case 'notHttps':
      return edit(
        vscode.l10n.t(
          'The address "{1}" of "{0}" must start with https: anything else would show your key to others.',
          connection,
          String(cause ?? ''),
        ),
        connection,
      );
    case 'reservedName':
      return edit(vscode.l10n.t('"{0}" is built in: give your connection another name.', connection), connection);
    case 'unreadableFile':
      return edit(vscode.l10n.t('The file of "{0}" can’t be read as exported sessions.', connection), connection);
    case 'ended':
      return { sentence: wordsOfEnd(connection, cause), runAgain: true };
    case 'cancelled':
      return { sentence: vscode.l10n.t('Cancelled.') };
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
