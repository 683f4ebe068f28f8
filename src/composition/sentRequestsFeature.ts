import type * as vscode from 'vscode';
import { registerSentRequests } from '../explorer/runs/registerSentRequests.ts';
import type { Services } from './services.ts';

/** What a run sent. */
export function sentRequestsFeature({ shared, registrar }: Services): vscode.Disposable {
  return registerSentRequests(registrar, async () => (await shared()).running);
}
