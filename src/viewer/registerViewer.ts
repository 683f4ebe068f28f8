import * as vscode from 'vscode';
import { registerCommands } from '../host/commands.ts';
import { DisposableStore } from '../host/disposables.ts';
import { sessionScheme } from '../host/sessionUri.ts';
import type { ViewAction } from '../protocol/messages.ts';
import { SessionEditor, sessionViewType } from './sessionEditor.ts';
import type { LoadSession } from './sessionFiles.ts';
import { SessionFiles } from './sessionFiles.ts';
import { TextParts } from './textParts.ts';

export interface ViewerNeeds {
  readonly extensionUri: vscode.Uri;
  readonly load: LoadSession;
  /** A failure to load, in a sentence. */
  readonly wordsOf: (error: unknown) => string;
}

/** What others may do with shown sessions. */
export interface Viewer extends vscode.Disposable {
  /** To be called when a session was deleted at the service. */
  evict(uri: vscode.Uri): void;
}

/** Session documents: their file system, their editor, and its commands. */
export function registerViewer({ extensionUri, load, wordsOf }: ViewerNeeds): Viewer {
  const store = new DisposableStore();
  const files = store.add(new SessionFiles({ load, wordsOf }));
  const parts = store.add(new TextParts());
  const editor = new SessionEditor({ dist: vscode.Uri.joinPath(extensionUri, 'dist'), files, parts });
  const act = (action: ViewAction) => () => editor.act(action);
  store.add(
    vscode.workspace.registerFileSystemProvider(sessionScheme, files, { isReadonly: true, isCaseSensitive: true }),
  );
  store.add(
    vscode.window.registerCustomEditorProvider(sessionViewType, editor, {
      supportsMultipleEditorsPerDocument: true,
      webviewOptions: { enableFindWidget: true },
    }),
  );
  store.add(
    registerCommands({
      'insights.session.openAsText': () => openAsText(),
      'insights.session.refresh': async () => {
        const uri = activeSession();
        if (uri) files.refresh(uri);
      },
      'insights.session.nextProblem': act('nextProblem'),
      'insights.session.previousProblem': act('previousProblem'),
      'insights.session.nextTurn': act('nextTurn'),
      'insights.session.previousTurn': act('previousTurn'),
      'insights.session.search': act('search'),
      'insights.session.toggleRaw': act('toggleRaw'),
      'insights.session.copyId': act('copyId'),
      'insights.session.copyMarkdown': act('copyMarkdown'),
      'insights.session.copyResponse': act('copyResponse'),
      'insights.session.openPayload': act('openPayload'),
      'insights.session.nextTab': act('nextTab'),
      'insights.session.previousTab': act('previousTab'),
      'insights.session.showTalk': act('showTalk'),
      'insights.session.showSteps': act('showSteps'),
      'insights.session.showEverything': act('showEverything'),
      'insights.session.collapseTurns': act('collapseTurns'),
      'insights.session.expandTurns': act('expandTurns'),
      'insights.session.toggleGraph': act('toggleGraph'),
      'insights.session.showShortcuts': act('showShortcuts'),
    }),
  );
  return { dispose: () => store.dispose(), evict: (uri) => files.evict(uri) };
}

function activeSession(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputCustom && input.viewType === sessionViewType ? input.uri : undefined;
}

async function openAsText(): Promise<void> {
  const uri = activeSession();
  if (uri) await vscode.commands.executeCommand('vscode.openWith', uri, 'default');
}
