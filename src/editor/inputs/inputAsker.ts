import type * as vscode from 'vscode';
import type { ParsedQuery } from '../../domain/query/query.ts';
import type { SeenValues } from '../learning/seenValues.ts';
import { askedInputs } from './askedInputs.ts';
import { askInputs } from './askInputs.ts';
import type { InputAnswers } from './inputAnswers.ts';

/** Asks for what a query needs before a run on a connection; undefined when the person gave up. */
export type InputAsker = (
  uri: vscode.Uri,
  query: ParsedQuery,
  connection: string,
) => Promise<ReadonlyMap<string, string> | undefined>;

export function inputAsker(memory: { readonly answers: InputAnswers; readonly seenValues: SeenValues }): InputAsker {
  return (uri, query, connection) => {
    const { name } = query.value;
    const fileName = uri.path.split('/').at(-1) ?? '';
    return askInputs({ uri, name: name || fileName, connection, inputs: askedInputs(query) }, memory);
  };
}
