import type * as vscode from 'vscode';
import type { FoundQuery } from '../../host/queries/liveQueries.ts';
import { LiveQueries } from '../../host/queries/liveQueries.ts';
import { queryName } from '../../host/queries/queryNames.ts';

/** A saved query: where it is, and what its text says of itself. */
export interface QueryFile {
  readonly uri: vscode.Uri;
  readonly name: string;
  readonly description: string | undefined;
  readonly connection: string | undefined;
  /**
   * `workspace` where it lies in it; one that was never saved (`unsaved`) is there only while it is open; one that is `elsewhere` (in
   * another folder, in Git) or `gone` is there for what it found.
   */
  readonly place: 'workspace' | 'unsaved' | 'elsewhere' | 'gone';
}

/** The query files of all workspace folders, live as they change on disk and in editors. */
export class QueryFiles extends LiveQueries<QueryFile> {
  constructor() {
    super(describe);
  }
}

function describe({ uri, query, isSaved }: FoundQuery): QueryFile {
  const value = query?.value;
  const text = (given: unknown): string | undefined =>
    typeof given === 'string' && given.trim() !== '' ? given.trim() : undefined;
  return {
    uri,
    name: queryName(value?.name, uri),
    description: text(value?.description),
    connection: text(value?.connection),
    place: isSaved ? 'workspace' : 'unsaved',
  };
}
