import type * as vscode from 'vscode';
import { summarise } from '../../domain/session/session.ts';
import { sessionUri } from '../../host/sessionUri.ts';
import { isRow } from './rows.ts';

/** The address of the session that a row of the tree shows; undefined for other rows, and when it has no id or start. */
export function sessionOfRow(row: unknown): vscode.Uri | undefined {
  if (!isRow(row) || row.kind !== 'session') return undefined;
  const { id, start } = summarise(row.session);
  return id && start ? sessionUri(row.connection, start, id) : undefined;
}
