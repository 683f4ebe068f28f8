import * as vscode from 'vscode';
import type { ParsedQuery } from '../domain/query.ts';
import { registerDateActions } from './dateActions.ts';
import { registerDateHints } from './dateHints.ts';
import type { ShownZone } from './dateWords.ts';
import { registerFieldTokens } from './fieldTokens.ts';
import { registerHover } from './hover.ts';
import { registerNewQuery } from './newQuery.ts';
import { registerOutline } from './outline.ts';
import { ParsedQueries } from './parsedQueries.ts';
import type { SeenValues } from './seenValues.ts';

/** What the features of query files need of the rest of the extension. */
export interface EditorSources {
  readonly now: () => Date;
  readonly zone: () => ShownZone;
  readonly seenValues: SeenValues;
  /** The name of the connection that a query uses, also when there is none of that name. */
  readonly connectionNameOf: (query: ParsedQuery) => string;
}

/** All the features of query files. */
export function registerEditor({ now, zone, seenValues, connectionNameOf }: EditorSources): vscode.Disposable {
  const queries = new ParsedQueries();
  return vscode.Disposable.from(
    registerHover({
      queries,
      now,
      zone,
      nameOf: (query, id) => seenValues.nameOf(connectionNameOf(query), id),
    }),
    registerDateHints({ queries, now, zone }),
    registerDateActions({ queries, now }),
    registerFieldTokens(queries),
    registerOutline(queries),
    registerNewQuery(),
  );
}
