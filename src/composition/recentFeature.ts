import type * as vscode from 'vscode';
import { registerRecent } from '../explorer/recent/registerRecent.ts';
import { onDidChangeWords } from './onDidChangeWords.ts';
import type { Services } from './services.ts';

/** The sessions that were opened last. */
export function recentFeature({ shared, registrar }: Services): vscode.Disposable {
  return registerRecent(registrar, async () => {
    const { running, recent } = await shared();
    return { ...running, recent, onDidChangeWords };
  });
}
