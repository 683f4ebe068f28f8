import * as vscode from 'vscode';
import type { rowWithKeys } from './rowsWithKeys.ts';

/** What a command about a query is called with: from a lens, from a row of the tree, or from the palette with nothing. */
export type QueryTarget = vscode.Uri | { readonly queryUri: vscode.Uri };

/** The same of a command that a key in the view of queries runs. */
type QueryOrRowTarget = QueryTarget | typeof rowWithKeys;

/**
 * Every command of the extension: its id and what it is called with. A command run from the palette gets no arguments, so all
 * arguments are optional. A test holds this table against package.json.
 */
export interface Commands {
  /** Runs a query file; without one, that of the active editor. */
  'insights.runQuery': (query?: QueryOrRowTarget) => Promise<void>;
  /** Ends the run of a query file that is going on; without one, that of the active editor, else all. */
  'insights.cancelRun': (query?: QueryOrRowTarget) => Promise<void>;
  'insights.rerunLast': () => Promise<void>;
  /** Runs every query in a folder of the tree. */
  'insights.runFolder': (row?: unknown) => Promise<void>;
  'insights.loadMore': (query?: QueryTarget) => Promise<void>;
  /** Puts the focus on the first session that the query found. */
  'insights.focusResults': () => Promise<void>;
  /** Runs a query and keeps asking for what is new; of one that is followed, ends that. */
  'insights.followQuery': (query?: QueryOrRowTarget) => Promise<void>;
  'insights.stopFollowing': () => void;
  /** Waits for the next session that arrives, and opens it. */
  'insights.openNextSession': () => Promise<void>;
  'insights.refreshQueries': () => Promise<void>;
  /** Finds sessions while one types: by id, number, tag, agent or words. */
  'insights.findSession': (text?: unknown) => Promise<void>;
  /** Finds the session that the selection, or the line of the cursor, names. */
  'insights.findInSelection': () => Promise<void>;
  'insights.findInClipboard': () => Promise<void>;
  // What is done with sessions that were opened before.
  'insights.recent.pin': (row?: unknown) => void;
  'insights.recent.unpin': (row?: unknown) => void;
  /** Asks for a person's own words on a session. */
  'insights.recent.note': (row?: unknown) => Promise<void>;
  'insights.recent.remove': (row?: unknown) => void;
  'insights.recent.clear': () => Promise<void>;
  // What is done in Find Session while it is open.
  'insights.find.openToSide': () => void;
  'insights.find.saveQuery': () => Promise<void>;
  'insights.find.openResults': () => Promise<void>;
  'insights.find.otherConnection': () => Promise<void>;
  'insights.find.allConnections': () => Promise<void>;
  'insights.copySessionId': (row?: unknown) => Promise<void>;
  /** Copies a link to the session of a row, or to the one in front. */
  'insights.copySessionLink': (row?: unknown) => Promise<void>;
  'insights.openSamples': () => Promise<void>;
  /** Makes a query file from a starter: asks which, where and what it is called. */
  'insights.newQuery': (folder?: vscode.Uri) => Promise<void>;
  /** Forgets what completion learned from loaded sessions, for every connection. */
  'insights.importNodeNames': () => Promise<void>;
  'insights.forgetSeenValues': () => Promise<void>;
  /** Chooses the active connection: where queries go that name none. */
  'insights.switchConnection': () => Promise<void>;
  /** Asks for a new connection step by step, then for its key. */
  'insights.addConnection': (name?: string) => Promise<void>;
  'insights.editConnection': (name?: string) => Promise<void>;
  'insights.removeConnection': (name?: string) => Promise<void>;
  /** Sends the smallest request there is, and says whether the service takes it. */
  'insights.verifyConnection': (name?: string) => Promise<void>;
  /** Keeps the API key of a connection; asks for what is not given. */
  'insights.setApiKey': (connection?: string, key?: string) => Promise<void>;
  'insights.forgetApiKey': (connection?: string) => Promise<void>;
  'insights.forgetAllApiKeys': () => Promise<void>;
  'insights.showLog': () => void;
  /** Finds what empties a query that found nothing. */
  'insights.explainEmpty': (query?: QueryTarget) => Promise<void>;
  /** Writes everything that a query finds to a file. */
  'insights.exportResults': (query?: QueryTarget) => Promise<void>;
  /** Writes everything that a query finds to an archive, as whole sessions; or goes on with what stopped. */
  'insights.archiveResults': (query?: QueryTarget) => Promise<void>;
  /** Opens what a query found as a table of its own. */
  'insights.openResults': (query?: QueryOrRowTarget) => Promise<void>;
  // What is done in the results that are shown in front.
  'insights.results.showShortcuts': () => Promise<void>;
  'insights.results.nextTab': () => Promise<void>;
  'insights.results.previousTab': () => Promise<void>;
  'insights.results.resetLook': () => Promise<void>;
  /** Goes on with an export that stopped, or that was left when its window was closed. */
  'insights.goOnWithExport': () => Promise<void>;
  /** Deletes the session of a row, or those of all selected rows. */
  'insights.deleteSession': (row?: unknown, selected?: readonly unknown[]) => Promise<void>;
  /** Shows the requests of a query's run, without the key. */
  'insights.showSent': (query?: QueryTarget) => Promise<void>;
  'insights.copyCurl': (query?: QueryTarget) => Promise<void>;
  'insights.showHistory': () => Promise<void>;
  /** Shows all times in UTC, or in the other zone that was chosen. */
  'insights.toggleTimeZone': () => Promise<void>;
  'insights.toggleMask': () => Promise<void>;
  /** Chooses what goes wrong on the sample connection. */
  'insights.simulateFaults': () => Promise<void>;
  /** Holds the sessions of a query against what it expects; without one, that of the active editor. */
  'insights.checkQuery': (query?: QueryTarget) => Promise<void>;
  /** Opens a session that broke an expectation: that of a link, else one that is picked of a test or of the query in front. */
  'insights.openBrokenSession': (target?: unknown) => Promise<void>;
  /** Writes a workflow that checks the workspace's queries where its repository is built. */
  'insights.addChecksToCi': () => Promise<void>;
  // What is done in the session that is shown in front.
  'insights.session.openAsText': () => Promise<void>;
  'insights.session.refresh': () => Promise<void>;
  /** Walks on in the list that the session came from; loads the next page when it must. */
  'insights.session.nextSession': () => Promise<void>;
  'insights.session.nextFailing': () => Promise<void>;
  'insights.session.previousFailing': () => Promise<void>;
  'insights.session.nextPart': () => Promise<void>;
  'insights.session.previousPart': () => Promise<void>;
  'insights.session.previousSession': () => Promise<void>;
  /** Opens the recording of the call in the browser; looks once more for one that was not ready. */
  'insights.session.openRecording': () => Promise<void>;
  'insights.session.nextProblem': () => Promise<void>;
  'insights.session.previousProblem': () => Promise<void>;
  'insights.session.nextTurn': () => Promise<void>;
  'insights.session.previousTurn': () => Promise<void>;
  'insights.session.search': () => Promise<void>;
  'insights.session.toggleRaw': () => Promise<void>;
  'insights.session.copyId': () => Promise<void>;
  'insights.session.copyMarkdown': () => Promise<void>;
  'insights.session.copyResponse': () => Promise<void>;
  'insights.session.openPayload': () => Promise<void>;
  'insights.session.nextTab': () => Promise<void>;
  'insights.session.previousTab': () => Promise<void>;
  'insights.session.showTalk': () => Promise<void>;
  'insights.session.showSteps': () => Promise<void>;
  'insights.session.showEverything': () => Promise<void>;
  'insights.session.collapseTurns': () => Promise<void>;
  'insights.session.expandTurns': () => Promise<void>;
  'insights.session.toggleGraph': () => Promise<void>;
  /** Asks what the selected step's node is called, and writes it to a node file. */
  'insights.session.nameNode': () => Promise<void>;
  /** Opens the file or the address that a node file links to the selected step's node. */
  'insights.session.openNodeLink': () => Promise<void>;
  'insights.session.copyCurl': () => Promise<void>;
  'insights.session.copyHttp': () => Promise<void>;
  /** Copies or saves the session, a turn, a step or what is selected, after showing what leaves. */
  'insights.session.share': () => Promise<void>;
  /** Puts a clause for a value of what is selected into a query. */
  'insights.session.filterFor': () => Promise<void>;
  'insights.session.filterOut': () => Promise<void>;
  'insights.session.showShortcuts': () => Promise<void>;
  /** Selects a session to be compared with another: a row's, a file, or the one that is shown in front. */
  'insights.compare.select': (target?: unknown) => Promise<void>;
  'insights.compare.withSelected': (target?: unknown) => Promise<void>;
  /** Compares the two sessions that are selected in a tree. */
  'insights.compare.selectedRows': (target?: unknown, selected?: readonly unknown[]) => Promise<void>;
  // What is done in the comparison that is shown in front.
  'insights.compare.asText': () => Promise<void>;
  'insights.compare.nextDifference': () => Promise<void>;
  'insights.compare.previousDifference': () => Promise<void>;
  'insights.compare.onlyDifferences': () => Promise<void>;
  'insights.compare.swapSides': () => Promise<void>;
  'insights.compare.openPayloadDiff': () => Promise<void>;
  'insights.compare.showShortcuts': () => Promise<void>;
}

export type CommandId = keyof Commands;

/** A part of the table: each feature handles its own commands. */
export type CommandHandlers = { readonly [Id in CommandId]?: Commands[Id] };

/** A command as a lens, a tree row or a button runs it. */
export function commandOf<Id extends CommandId>(
  id: Id,
  title: string,
  ...args: Parameters<Commands[Id]>
): vscode.Command {
  return { command: id, title, arguments: args };
}

/** Runs one of our commands. */
export async function runCommand<Id extends CommandId>(id: Id, ...args: Parameters<Commands[Id]>): Promise<void> {
  await vscode.commands.executeCommand(id, ...args);
}
