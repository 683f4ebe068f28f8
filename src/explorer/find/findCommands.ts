import * as vscode from 'vscode';
import { sessionIdIn } from '../../domain/find/sessionIdIn.ts';
import type { Commands } from '../../host/commands.ts';
import { pickOne } from '../../host/surfaces/questions.ts';
import { tellInStatusBar } from '../../host/surfaces/statusBar.ts';
import type { FindCommandId, FinderCommandId } from './finderCommandIds.ts';
import type { FindService } from './findQuestion.ts';
import type { FindSources } from './findSources.ts';
import { wholeLookupWords } from './lookupWords.ts';
import { openAsQuery } from './openAsQuery.ts';
import { SessionFinder } from './sessionFinder.ts';

export interface FindCommandSources extends FindSources {
  readonly activeConnection: () => string;
  readonly serviceOf: (connection: string) => FindService;
  /** Asks whether requests may go to a connection, where the person has to decide that. */
  readonly allow: (connection: string) => Promise<boolean>;
  /** The connections that lack nothing to be asked. */
  readonly ready: () => Promise<readonly string[]>;
  /** The services beside one that may be asked as well, without asking the person first. */
  readonly othersReady: (connection: string) => Promise<readonly string[]>;
}

/** What is longer is no id, number or line. */
const longestText = 2000;

/** What opens the finder, and what is done in it while it is open. */
export function findCommands(sources: FindCommandSources): Pick<Commands, FindCommandId | FinderCommandId> {
  let current: SessionFinder | undefined;

  const show = async (text: string, connections: readonly string[]): Promise<void> => {
    for (const connection of connections) await sources.allow(connection);
    const finder = new SessionFinder(sources, {
      services: connections.map(sources.serviceOf),
      hidden: () => {
        if (current !== finder) return;
        current = undefined;
        void setFinding(false);
      },
      windowIsThere: async () => {
        // VS Code sends what a quick pick was given in a turn of its own, and what it is told in the order in which it is told.
        await new Promise((resolve) => setTimeout(resolve));
        if (current === finder) await setFinding(true);
      },
    });
    current = finder;
    void setFinding(true);
    finder.show(text);
  };
  const find = (text = ''): Promise<void> => show(text, [sources.activeConnection()]);
  const findWithin = async (text: string): Promise<void> => {
    const plain = text.slice(0, longestText).trim();
    if (plain === '') return tellInStatusBar(vscode.l10n.t('There is no text to find a session by.'));
    // Of a whole line only the id is worth a place in the box.
    await find(sessionIdIn(plain)?.id ?? plain.replaceAll(/\s+/gu, ' '));
  };
  const asQuery = async (results: boolean): Promise<void> => {
    if (!current) return sayNotOpen();
    const { lookup, connections } = current;
    current.hide();
    const connection = await oneOf(connections);
    if (connection === undefined) return;
    await openAsQuery(lookup, {
      name: wholeLookupWords(lookup),
      connection,
      known: sources.knownValues(connection),
      results,
    });
  };

  return {
    // Buttons and menus hand over what they stand on.
    'insights.findSession': (text) => find(typeof text === 'string' ? text : ''),
    'insights.findInSelection': async () => {
      const editor = vscode.window.activeTextEditor;
      await findWithin(editor ? selectedText(editor) : '');
    },
    'insights.findInClipboard': async () => findWithin(await vscode.env.clipboard.readText()),
    'insights.find.openToSide': () => {
      if (!current) sayNotOpen();
      else if (!current.openToSide()) tellInStatusBar(vscode.l10n.t('There is no session to open here.'));
    },
    'insights.find.saveQuery': () => asQuery(false),
    'insights.find.openResults': () => asQuery(true),
    'insights.find.otherConnection': async () => {
      const text = current?.text ?? '';
      const names = await sources.ready();
      const picked = await pickOne(
        names.map((label) => ({ label })),
        { title: vscode.l10n.t('Find Session on Another Connection') },
      );
      await show(text, [picked?.label ?? sources.activeConnection()]);
    },
    'insights.find.allConnections': async () => {
      const text = current?.text ?? '';
      const active = sources.activeConnection();
      const others = await sources.othersReady(active);
      if (others.length === 0) tellInStatusBar(vscode.l10n.t('No other connection has a key.'));
      await show(text, [active, ...others]);
    },
  };
}

/** A query asks one connection. */
async function oneOf(connections: readonly string[]): Promise<string | undefined> {
  if (connections.length === 1) return connections[0];
  const title = vscode.l10n.t('The Connection That the Query Asks');
  return (
    await pickOne(
      connections.map((label) => ({ label })),
      { title },
    )
  )?.label;
}

function setFinding(finding: boolean): Thenable<unknown> {
  return vscode.commands.executeCommand('setContext', 'insights.finding', finding);
}

function sayNotOpen(): void {
  tellInStatusBar(vscode.l10n.t('Open Find Session first.'));
}

/** What is selected, else the line of the cursor. */
function selectedText({ document, selection }: vscode.TextEditor): string {
  return selection.isEmpty ? document.lineAt(selection.active.line).text : document.getText(selection);
}
