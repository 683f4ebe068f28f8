import * as vscode from 'vscode';
import type { ParsedQuery } from '../../domain/query/query.ts';
import type { Commits } from '../../host/git/commits.ts';
import type { NodeFiles } from '../../host/nodeFiles.ts';
import type { ParsedQueries } from '../queries/parsedQueries.ts';

/** What fixes need of the rest of the extension. */
export interface FixSources {
  readonly queries: ParsedQueries;
  readonly now: () => Date;
  readonly commits: Pick<Commits, 'of'>;
  readonly nodeFiles: Pick<NodeFiles, 'knownFor'>;
  /** Stores an API key that was found in a query; it runs when the text is free of it. */
  readonly storeKeyCommand: (query: ParsedQuery, key: string) => vscode.Command;
}

/** The kind of "fix all". */
export const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('insights');
