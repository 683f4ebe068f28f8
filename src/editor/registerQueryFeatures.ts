import * as vscode from 'vscode';
import type { ParsedQuery } from '../domain/query/query.ts';
import { commandOf } from '../host/commands.ts';
import type { Commits } from '../host/git/commits.ts';
import type { NodeFiles } from '../host/nodeFiles.ts';
import { registerDateActions } from './dates/dateActions.ts';
import { registerDateHints } from './dates/dateHints.ts';
import { registerFieldTokens } from './fields/fieldTokens.ts';
import type { InputAnswers } from './inputs/inputAnswers.ts';
import { registerCompletion } from './language/completion.ts';
import { registerHover } from './language/hover.ts';
import { registerOutline } from './language/outline.ts';
import type { RunLensSources } from './language/runLens.ts';
import { registerRunLens } from './language/runLens.ts';
import { isNodeField, namedNodes } from './learning/nodeValues.ts';
import type { SeenValues } from './learning/seenValues.ts';
import { registerDiagnostics } from './problems/diagnostics.ts';
import { registerFixes } from './problems/registerFixes.ts';
import { ParsedQueries } from './queries/parsedQueries.ts';

/** What the features of query files need of the rest of the extension. */
export interface EditorSources {
  readonly now: () => Date;
  readonly seenValues: SeenValues;
  readonly nodeFiles: NodeFiles;
  readonly answers: InputAnswers;
  /** What results were looked at with. */
  readonly looks: { forget(): void };
  readonly commits: Commits;
  readonly runs: Omit<RunLensSources, 'queries'>;
  /** The names of all connections. */
  readonly connectionNames: () => readonly string[];
  /** The name of the connection that a query uses, also when there is none of that name. */
  readonly connectionNameOf: (query: ParsedQuery) => string;
}

/** What query files have in an editor. */
export function registerQueryFeatures(sources: EditorSources): vscode.Disposable {
  const { now, seenValues, nodeFiles, commits, runs, connectionNames, connectionNameOf } = sources;
  const queries = new ParsedQueries();
  return vscode.Disposable.from(
    registerRunLens({ queries, ...runs }),
    registerDiagnostics({ queries, now, commits, nodeFiles }),
    registerFixes({
      queries,
      now,
      commits,
      nodeFiles,
      storeKeyCommand: (query, key) =>
        commandOf('insights.setApiKey', vscode.l10n.t('Set API Key'), namedConnection(query), key),
    }),
    registerCompletion({
      queries,
      refsOf: (file) => commits.refsOf(file),
      seenIn: (query, fieldPath, file) => {
        if (fieldPath === 'connection') return connectionNames().map((value) => ({ value }));
        const seen = seenValues.valuesOf(connectionNameOf(query), fieldPath);
        // Asked for at any field, so that they are read when a node's id is to be written.
        const names = nodeFiles.namesFor(file);
        return isNodeField(fieldPath) ? namedNodes(seen, names) : seen;
      },
    }),
    registerHover({
      queries,
      now,
      commits,
      nameOf: (query, { path, id, file }) =>
        isNodeField(path) ? nodeFiles.namesFor(file).get(id)?.name : seenValues.nameOf(connectionNameOf(query), id),
    }),
    registerDateHints({ queries, now, commits }),
    registerDateActions({ queries, now, commits }),
    registerFieldTokens(queries),
    registerOutline(queries),
  );
}

function namedConnection(query: ParsedQuery): string | undefined {
  return typeof query.value.connection === 'string' ? query.value.connection : undefined;
}
