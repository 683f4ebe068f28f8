import * as vscode from 'vscode';
import type { UnreadableFile } from './connectionProblem.ts';

/** Why the file of a connection cannot be served. */
export function wordsOfFile({ connection, file, reason, cause }: UnreadableFile): string {
  switch (reason) {
    case 'ENOENT':
    case 'ENOTDIR':
      return vscode.l10n.t('The file of "{0}" doesn’t exist: {1}.', connection, file);
    case 'EACCES':
    case 'EPERM':
      return vscode.l10n.t('You don’t have permission to read the file of "{0}": {1}.', connection, file);
    case 'directory':
      return vscode.l10n.t('"{0}" names a folder, not a file of exported sessions: {1}.', connection, file);
    case 'notRegular':
      return vscode.l10n.t('"{0}" names a pipe or a device, not a file of exported sessions: {1}.', connection, file);
    case 'empty':
      return vscode.l10n.t('The file of "{0}" is empty: {1}.', connection, file);
    case 'tooLarge':
      return vscode.l10n.t(
        'The file of "{0}" is too large for this machine’s memory. Split it, or export less: {1}.',
        connection,
        file,
      );
    case 'ERR_STRING_TOO_LONG':
      return vscode.l10n.t(
        'The file of "{0}" is too large for one JSON text. Write one session on each line (.ndjson): {1}.',
        connection,
        file,
      );
    case 'outOfMemory':
      return vscode.l10n.t(
        'There isn’t enough memory to read the file of "{0}". Split it, or export less: {1}.',
        connection,
        file,
      );
    case 'silent':
      return vscode.l10n.t(
        'The drive of the file of "{0}" doesn’t respond. Check whether it is connected: {1}.',
        connection,
        file,
      );
    case 'died':
      return vscode.l10n.t(
        'The process that read the file of "{0}" ended unexpectedly ({1}): run the query again.',
        connection,
        messageOf(cause),
      );
    default:
      return vscode.l10n.t('The file of "{0}" can’t be read as exported sessions ({1}).', connection, messageOf(cause));
  }
}

/** How the service on this machine came to its end. */
export function wordsOfEnd(connection: string, cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'outOfMemory') {
    return vscode.l10n.t(
      'The process that served "{0}" didn’t have enough memory for this query. It starts anew when you run a query again.',
      connection,
    );
  }
  return code === 'died'
    ? vscode.l10n.t(
        'The process that served "{0}" ended unexpectedly ({1}). It starts anew when you run a query again.',
        connection,
        messageOf(cause),
      )
    : vscode.l10n.t('The process that served "{0}" has ended. It starts anew when you run a query again.', connection);
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
