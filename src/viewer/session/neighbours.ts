import type * as vscode from 'vscode';
import type { ListPlace } from '../../protocol/messages.ts';

/** The list that a shown session came from: where it stands in it, and what lies beside it. */
export interface Neighbours {
  /** Something that `placeOf` tells may have changed. */
  readonly onDidChange: vscode.Event<void>;
  /** Undefined when the session is in no list. */
  placeOf(session: vscode.Uri): Promise<ListPlace | undefined>;
  /** The file that it came from: of the folder that this lies in, names of nodes count first. */
  ownerOf(session: vscode.Uri): vscode.Uri | undefined;
  /** The session beside this one, or the next that failed; or a sentence for people that says why there is none. */
  beside(session: vscode.Uri, direction: 1 | -1, failing?: boolean): Promise<vscode.Uri | string>;
}
