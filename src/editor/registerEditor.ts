import * as vscode from 'vscode';
import type { ParsedQuery } from '../domain/query.ts';
import { commandOf, registerCommands } from '../host/commands.ts';
import type { NodeFiles } from '../host/nodeFiles.ts';
import { registerCompletion } from './completion.ts';
import { registerDateActions } from './dateActions.ts';
import { registerDateHints } from './dateHints.ts';
import { registerDiagnostics } from './diagnostics.ts';
import { registerFieldTokens } from './fieldTokens.ts';
import { registerFixAll, registerFixes } from './fixes.ts';
import { registerForgetSeenValues } from './forgetSeenValues.ts';
import { registerHover } from './hover.ts';
import type { InputAnswers } from './inputAnswers.ts';
import { isNodeField, namedNodes } from './nodeValues.ts';
import { registerOutline } from './outline.ts';
import { ParsedQueries } from './parsedQueries.ts';
import { registerNodeFileFeatures } from './registerNodeFileFeatures.ts';
import type { RunLensSources } from './runLens.ts';
import { registerRunLens } from './runLens.ts';
import type { SeenValues } from './seenValues.ts';

/** What the features of query files need of the rest of the extension. */
export interface EditorSources {
  readonly now: () => Date;
  readonly seenValues: SeenValues;
  readonly nodeFiles: NodeFiles;
  readonly answers: InputAnswers;
  readonly runs: Omit<RunLensSources, 'queries'>;
  /** The names of all connections. */
  readonly connectionNames: () => readonly string[];
  /** The name of the connection that a query uses, also when there is none of that name. */
  readonly connectionNameOf: (query: ParsedQuery) => string;
}

/** All the features of query files. */
export function registerEditor(sources: EditorSources): vscode.Disposable {
  const { now, seenValues, nodeFiles, answers, runs, connectionNames, connectionNameOf } = sources;
  const queries = new ParsedQueries();
  return vscode.Disposable.from(
    registerRunLens({ queries, ...runs }),
    registerDiagnostics({ queries, now }),
    registerFixes({
      queries,
      now,
      storeKeyCommand: (query, key) =>
        commandOf('insights.setApiKey', vscode.l10n.t('Set API Key'), namedConnection(query), key),
    }),
    registerFixAll({ now }),
    registerCompletion({
      queries,
      seenIn: (query, fieldPath) => {
        if (fieldPath === 'connection') return connectionNames().map((value) => ({ value }));
        const seen = seenValues.valuesOf(connectionNameOf(query), fieldPath);
        // Asked for at any field, so that they are read when a node's id is to be written.
        const { names } = nodeFiles;
        return isNodeField(fieldPath) ? namedNodes(seen, names) : seen;
      },
    }),
    registerHover({
      queries,
      now,
      nameOf: (query, fieldPath, id) =>
        isNodeField(fieldPath) ? nodeFiles.names.get(id)?.name : seenValues.nameOf(connectionNameOf(query), id),
    }),
    registerNodeFileFeatures(() =>
      seenValues
        .valuesEverywhere('nodeId')
        .filter(({ value }) => !nodeFiles.names.has(value))
        .map(({ value, detail }) => ({ id: value, ...(detail === undefined ? {} : { detail }) })),
    ),
    registerDateHints({ queries, now }),
    registerDateActions({ queries, now }),
    registerFieldTokens(queries),
    registerOutline(queries),
    registerCommands({
      'insights.newQuery': async (folder) => (await import('./newQuery.ts')).newQuery(folder),
    }),
    registerForgetSeenValues({ answers, seenValues }),
  );
}

function namedConnection(query: ParsedQuery): string | undefined {
  return typeof query.value.connection === 'string' ? query.value.connection : undefined;
}
