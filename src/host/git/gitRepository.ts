import type * as vscode from 'vscode';

/** What a branch or a tag is, as VS Code's Git extension counts. */
export const refTypes = { branch: 0, remoteBranch: 1, tag: 2 } as const;

/** A name that a repository has for a commit. */
export interface GitRef {
  readonly type: number;
  readonly name?: string | undefined;
  readonly commit?: string | undefined;
}

/** What is asked of a repository that VS Code's Git extension has open. */
export interface GitRepository {
  getCommit(ref: string): Promise<{ readonly hash: string; readonly commitDate?: Date | undefined }>;
  getRefs(query: { readonly pattern?: string; readonly sort?: string }): Promise<readonly GitRef[]>;
  getMergeBase(one: string, other: string): Promise<string | undefined>;
}

/** A repository as the Git extension shows it. */
export interface OpenRepository extends GitRepository {
  readonly rootUri: vscode.Uri;
  readonly state: { readonly onDidChange: vscode.Event<void> };
}

/** What is used of the interface of VS Code's Git extension (version 1). */
export interface GitInterface {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: vscode.Event<unknown>;
  readonly repositories: readonly OpenRepository[];
  readonly onDidOpenRepository: vscode.Event<OpenRepository>;
  readonly onDidCloseRepository: vscode.Event<OpenRepository>;
  getRepository(file: vscode.Uri): OpenRepository | null;
}

/** What the Git extension exports. */
export interface GitExports {
  readonly enabled: boolean;
  readonly onDidChangeEnablement: vscode.Event<boolean>;
  /** Throws while Git is turned off or not installed. */
  getAPI(version: 1): GitInterface;
}
