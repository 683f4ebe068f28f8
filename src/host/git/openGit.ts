import * as vscode from 'vscode';
import type { CommitProblem } from '../../domain/time/commitDates.ts';
import type { DisposableStore } from '../disposables.ts';
import type { GitExports, GitInterface } from './gitRepository.ts';

/** Git looks through the folders first; one that never ends with that is asked as it stands. */
const longestLook = 10_000;

/** VS Code's own Git, when it has looked for repositories. `changed` is told when it is turned on or off. */
export async function openGit(changed: () => void, store: DisposableStore): Promise<GitInterface | CommitProblem> {
  const extension = vscode.extensions.getExtension<GitExports>('vscode.git');
  if (!extension) return { code: vscode.workspace.isTrusted ? 'noGit' : 'untrusted' };
  // In Restricted Mode it is asked only where somebody else made it run.
  if (!extension.isActive && !vscode.workspace.isTrusted) return { code: 'untrusted' };
  try {
    const exported = await extension.activate();
    store.add(exported.onDidChangeEnablement(changed));
    const git = exported.getAPI(1);
    await hasLooked(git);
    return git;
  } catch {
    return { code: 'noGit' };
  }
}

function hasLooked(git: GitInterface): Promise<void> {
  if (git.state === 'initialized') return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      listener.dispose();
      resolve();
    };
    const timer = setTimeout(done, longestLook);
    const listener = git.onDidChangeState(() => git.state === 'initialized' && done());
  });
}
