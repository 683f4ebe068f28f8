import * as vscode from 'vscode';
import { DisposableStore } from '../host/disposables.ts';
import type { NodeFiles } from '../host/nodeFiles.ts';
import { sessionScheme } from '../host/sessionUri.ts';
import { toggleMask } from '../host/toggleMask.ts';
import type { ComparisonCommands } from './comparison/comparisonCommands.ts';
import { comparisonCommands } from './comparison/comparisonCommands.ts';
import { ComparisonEditor } from './comparison/comparisonEditor.ts';
import { ComparisonFiles } from './comparison/comparisonFiles.ts';
import { SessionAsText } from './documents/sessionAsText.ts';
import type { LoadSession } from './documents/sessionFiles.ts';
import { SessionFiles } from './documents/sessionFiles.ts';
import { SessionSource } from './documents/sessionSource.ts';
import { TextParts } from './page/textParts.ts';
import { hostActions } from './session/hostActions.ts';
import type { Neighbours } from './session/neighbours.ts';
import type { MessageNeeds } from './session/pageMessages.ts';
import { pageMessages } from './session/pageMessages.ts';
import type { SessionCommands } from './session/sessionCommands.ts';
import { sessionCommands } from './session/sessionCommands.ts';
import { SessionEditor } from './session/sessionEditor.ts';
import { SessionLooks } from './session/sessionLooks.ts';
import { SiblingFiles } from './session/siblingFiles.ts';

export interface ViewerNeeds {
  readonly extensionUri: vscode.Uri;
  readonly load: LoadSession;
  /** Hears of each session on disk that was read, unless it is very long. */
  readonly seen: (session: unknown) => void;
  /** A failure to load, in a sentence. */
  readonly wordsOf: (error: unknown) => string;
  /** Says what a page asked for and could not have. */
  readonly failed: (error: unknown, what: string) => unknown;
  /** Asks whether requests may go to a connection, where the person has to decide that. */
  readonly allow: (connection: string) => Promise<unknown>;
  /** The lists that sessions of connections come from. */
  readonly results: Neighbours;
  /** Switches the zone of all times; answers with a sentence that says to which. */
  readonly toggleTimeZone: () => Promise<string>;
  readonly nodeFiles: NodeFiles;
  /** The session that a row of a tree stands for. */
  readonly sessionOfRow: (row: unknown) => vscode.Uri | undefined;
  readonly filter: MessageNeeds['filter'];
  /** Whether a session is opened while the keys are to stay where they are. */
  readonly opensBehind: (session: vscode.Uri) => boolean;
  /** Where it is kept how sessions were looked at. */
  readonly remembered: Pick<vscode.Memento, 'get' | 'update'>;
}

/** Session documents and comparisons of two: their files, their editors, and what their commands do. */
export class Viewer {
  readonly #store = new DisposableStore();
  readonly sessionFiles: SessionFiles;
  readonly sessionEditor: SessionEditor;
  readonly comparisonFiles: ComparisonFiles;
  readonly comparisonEditor: ComparisonEditor;
  readonly commands: SessionCommands & ComparisonCommands;

  constructor(needs: ViewerNeeds) {
    const {
      extensionUri,
      load,
      allow,
      seen,
      wordsOf,
      failed,
      results,
      toggleTimeZone,
      nodeFiles,
      filter,
      sessionOfRow,
      opensBehind,
      remembered,
    } = needs;
    const dist = vscode.Uri.joinPath(extensionUri, 'dist');
    const media = vscode.Uri.joinPath(extensionUri, 'media');
    const files = this.#store.add(new SessionFiles({ load, wordsOf }));
    const parts = this.#store.add(new TextParts());
    const source = new SessionSource(files, seen);
    const neighbours = neighboursOf(results, this.#store.add(new SiblingFiles()));
    const looks = new SessionLooks(remembered);
    const opening = (session: vscode.Uri) => looks.walkTo(session);
    const actions = hostActions({ source, allow, neighbours, opening, toggleTimeZone });
    const asText = new SessionAsText(source, parts);
    const answer = pageMessages({ parts, actions, asText, nodeFiles, neighbours, filter, source });
    const editor = new SessionEditor({
      dist,
      failed,
      media,
      source,
      neighbours,
      nodeFiles,
      looks,
      answer,
      opensBehind,
    });
    const openSession = (session: vscode.Uri, step?: number) => editor.open(session, step);
    this.sessionFiles = files;
    this.sessionEditor = editor;
    this.comparisonFiles = this.#store.add(new ComparisonFiles(source));
    this.comparisonEditor = new ComparisonEditor({ dist, failed, source, nodeFiles, neighbours, openSession });
    this.commands = {
      ...sessionCommands({ editor, actions, asText, toggleTimeZone, toggleMask }),
      ...comparisonCommands({ editor: this.comparisonEditor, sessionOfRow }),
    };
  }

  /** To be called when a session was deleted at the service. */
  evict(uri: vscode.Uri): void {
    this.sessionFiles.evict(uri);
  }

  dispose(): void {
    this.#store.dispose();
  }
}

/** Sessions of connections come from results of queries, those on disk from their folder. */
function neighboursOf(results: Neighbours, files: Neighbours): Neighbours {
  const listOf = ({ scheme }: vscode.Uri): Neighbours => (scheme === sessionScheme ? results : files);
  return {
    onDidChange: (listener) => vscode.Disposable.from(results.onDidChange(listener), files.onDidChange(listener)),
    placeOf: (session) => listOf(session).placeOf(session),
    ownerOf: (session) => listOf(session).ownerOf(session),
    beside: (session, direction, failing) => listOf(session).beside(session, direction, failing),
  };
}
