import type * as vscode from 'vscode';
import { summarise } from '../../domain/session/session.ts';
import { sessionUri } from '../../host/sessionUri.ts';
import type { RecentRow } from '../recent/recentTree.ts';
import { isRow } from './rows.ts';

/** The address of the session that a row of the tree shows; undefined for other rows, and when it has no id or start. */
export function sessionOfRow(row: unknown): vscode.Uri | undefined {
  if (isRecentRow(row)) return sessionUri(row.session.connection, row.session.start, row.session.id);
  if (!isRow(row) || row.kind !== 'session') return undefined;
  const { id, start } = summarise(row.session);
  return id && start ? sessionUri(row.connection, start, id) : undefined;
}

function isRecentRow(row: unknown): row is RecentRow {
  return typeof row === 'object' && row !== null && 'kind' in row && row.kind === 'recent';
}
