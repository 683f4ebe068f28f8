import * as vscode from 'vscode';
import { registerCommands } from '../host/commands.ts';
import { DisposableStore } from '../host/disposables.ts';
import type { NodeFiles } from '../host/nodeFiles.ts';
import { sessionScheme } from '../host/sessionUri.ts';
import { toggleMask } from '../host/toggleMask.ts';
import type { HostAction, ViewAction } from '../protocol/messages.ts';
import { registerComparison } from './comparison/registerComparison.ts';
import type { LoadSession } from './documents/sessionFiles.ts';
import { SessionFiles } from './documents/sessionFiles.ts';
import { SessionSource } from './documents/sessionSource.ts';
import { said } from './page/said.ts';
import { TextParts } from './page/textParts.ts';
import { hostActions } from './session/hostActions.ts';
import type { Neighbours } from './session/neighbours.ts';
import type { MessageNeeds } from './session/pageMessages.ts';
import { pageMessages } from './session/pageMessages.ts';
import { SessionEditor, sessionViewType } from './session/sessionEditor.ts';
import { SiblingFiles } from './session/siblingFiles.ts';

export interface ViewerNeeds {
  readonly extensionUri: vscode.Uri;
  readonly load: LoadSession;
  /** Hears of each session on disk that was read, unless it is very long. */
  readonly seen: (session: unknown) => void;
  /** A failure to load, in a sentence. */
  readonly wordsOf: (error: unknown) => string;
  /** The lists that sessions of connections come from. */
  readonly results: Neighbours;
  /** Switches the zone of all times; answers with a sentence that says to which. */
  readonly toggleTimeZone: () => Promise<string>;
  readonly nodeFiles: NodeFiles;
  /** The session that a row of a tree stands for. */
  readonly sessionOfRow: (row: unknown) => vscode.Uri | undefined;
  readonly filter: MessageNeeds['filter'];
}

/** What others may do with shown sessions. */
export interface Viewer extends vscode.Disposable {
  /** To be called when a session was deleted at the service. */
  evict(uri: vscode.Uri): void;
}

/** Session documents: their file system, their editor, and its commands. */
export function registerViewer(needs: ViewerNeeds): Viewer {
  const { extensionUri, load, seen, wordsOf, results, toggleTimeZone, nodeFiles, filter, sessionOfRow } = needs;
  const store = new DisposableStore();
  const files = store.add(new SessionFiles({ load, wordsOf }));
  const parts = store.add(new TextParts());
  const source = new SessionSource(files, seen);
  const neighbours = neighboursOf(results, store.add(new SiblingFiles()));
  const actions = hostActions({ source, neighbours, toggleTimeZone });
  const dist = vscode.Uri.joinPath(extensionUri, 'dist');
  const editor = new SessionEditor({
    dist,
    source,
    neighbours,
    nodeFiles,
    answer: pageMessages({ parts, actions, nodeFiles, filter, source }),
  });
  const act = (action: ViewAction) => () => editor.act(action);
  const run = (action: HostAction) => async () => {
    const panel = editor.active;
    if (panel) await say(await actions[action](panel));
  };
  const say = async (sentence: string | undefined): Promise<void> => {
    if (sentence === undefined) return;
    said(sentence);
    await editor.active?.tell({ type: 'say', sentence });
  };
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
      'insights.session.refresh': run('refresh'),
      'insights.session.openRecording': run('openRecording'),
      'insights.session.nextSession': run('nextSession'),
      'insights.session.previousSession': run('previousSession'),
      'insights.toggleTimeZone': async () => say(await toggleTimeZone()),
      'insights.toggleMask': async () => say(await toggleMask()),
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
      'insights.session.nameNode': act('nameNode'),
      'insights.session.openNodeLink': act('openNodeLink'),
      'insights.session.copyCurl': act('copyCurl'),
      'insights.session.copyHttp': act('copyHttp'),
      'insights.session.filterFor': act('filterFor'),
      'insights.session.filterOut': act('filterOut'),
      'insights.session.showShortcuts': act('showShortcuts'),
    }),
  );
  const openSession = (session: vscode.Uri, step?: number) => editor.open(session, step);
  store.add(registerComparison({ dist, source, nodeFiles, openSession, sessionOfRow }));
  return { dispose: () => store.dispose(), evict: (uri) => files.evict(uri) };
}

/** Sessions of connections come from results of queries, those on disk from their folder. */
function neighboursOf(results: Neighbours, files: Neighbours): Neighbours {
  const listOf = ({ scheme }: vscode.Uri): Neighbours => (scheme === sessionScheme ? results : files);
  return {
    onDidChange: (listener) => vscode.Disposable.from(results.onDidChange(listener), files.onDidChange(listener)),
    placeOf: (session) => listOf(session).placeOf(session),
    beside: (session, direction) => listOf(session).beside(session, direction),
  };
}

function activeSession(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputCustom && input.viewType === sessionViewType ? input.uri : undefined;
}

async function openAsText(): Promise<void> {
  const uri = activeSession();
  if (uri) await vscode.commands.executeCommand('vscode.openWith', uri, 'default');
}
