import type * as vscode from 'vscode';
import type { BrokenBy } from '../../domain/analysis/expectations/verdict.ts';
import { sessionUri } from '../../host/sessionUri.ts';
import { translated } from '../../host/translated.ts';
import { brokenByText } from '../../words/expectationWords.ts';

/** A session that broke an expectation, as it is opened. */
export interface BrokenSession {
  readonly label: string;
  /** Undefined where it has no id, or no time at which it began. */
  readonly uri: vscode.Uri | undefined;
  readonly step: number | undefined;
}

/** Where the sessions of a check are: files of their own, or a connection. */
export interface SessionPlaces {
  readonly connection: string;
  readonly fileOf?: ReadonlyMap<string, vscode.Uri> | undefined;
}

export function brokenSession(broken: BrokenBy, { connection, fileOf }: SessionPlaces): BrokenSession {
  const { id, start, step } = broken;
  const uri =
    id === undefined
      ? undefined
      : (fileOf?.get(id) ?? (fileOf || !start ? undefined : sessionUri(connection, start, id)));
  return { label: translated(() => brokenByText(broken)), uri, step };
}
