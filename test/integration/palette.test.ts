import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { comparisonUri } from '../../src/viewer/comparison/comparisonUri.ts';
import { askUntil, closeQueries, openQuery } from './support/queryDocument.ts';

const extension = vscode.extensions.getExtension('session-insights.session-insights');
const contributed: readonly { readonly command: string }[] = extension?.packageJSON.contributes.commands ?? [];
const commands = contributed.map(({ command }) => command);
/** It opens another window, or the same one anew: the test would end with it. */
const leaves = new Set(['insights.openSamples']);

/** What a row of another view, of Git or of the file explorer may hand on. */
const wrongSelections: readonly (readonly unknown[])[] = [
  [],
  [vscode.Uri.file('/nowhere/at all.txt')],
  [{ kind: 'folder', id: 'folder:x', name: 'x', children: [] }],
  [{ kind: 'session', id: 'x', session: {}, connection: 'nowhere' }],
  [{ resourceUri: vscode.Uri.file('/nowhere/a.insights-session.json') }, [{}, null]],
  ['', 7],
];

describe('every command of the palette', () => {
  let session: vscode.Uri;
  let other: vscode.Uri;

  before(async () => {
    await extension?.activate();
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const write = async (name: string): Promise<vscode.Uri> => {
      const uri = vscode.Uri.joinPath(folder.uri, `${name}.insights-session.json`);
      const document = { id: name, session_start_time: '2026-05-01T10:00:00', flow_path: [], transcription: [] };
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(JSON.stringify(document)));
      return uri;
    };
    [session, other] = [await write('palette-a'), await write('palette-b')];
  });

  after(async () => {
    await closeQueries();
    for (const uri of [session, other]) await vscode.workspace.fs.delete(uri);
    for (const toggled of ['timeZone', 'session.maskPersonalData']) {
      await vscode.workspace.getConfiguration('insights').update(toggled, undefined, vscode.ConfigurationTarget.Global);
    }
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const shown = (viewType: string) =>
    askUntil(
      async () => vscode.window.tabGroups.activeTabGroup.activeTab?.input,
      (input) => input instanceof vscode.TabInputCustom && input.viewType === viewType,
    );

  const surroundings: Readonly<Record<string, () => Promise<unknown>>> = {
    'with nothing open': async () => {},
    'with a query that has problems': () => openQuery('{ "filter_by": { "must": [{ "term": 3 }] }, '),
    'with a session': async () => {
      await vscode.commands.executeCommand('vscode.open', session);
      await shown('insights.session');
    },
    'with a comparison': async () => {
      await vscode.commands.executeCommand('vscode.openWith', comparisonUri(session, other), 'insights.comparison');
      await shown('insights.comparison');
    },
  };

  for (const [name, prepare] of Object.entries(surroundings)) {
    it(`throws nothing ${name}, whatever is selected`, async function () {
      this.timeout(180_000);
      await prepare();
      const failures: string[] = [];
      for (const command of commands) {
        if (leaves.has(command)) continue;
        for (const selection of name === 'with nothing open' ? wrongSelections : [[]]) {
          await run(command, selection).catch((error: unknown) => {
            // Tests get no dialog: that one was asked for is the answer.
            if (!/refused to show dialog in tests/u.test(String(error))) failures.push(`${command}: ${error}`);
          });
        }
      }
      assert.deepEqual(failures, []);
    });
  }
});

/** Runs a command; one that waits for the person is left, as the person leaves it. */
async function run(command: string, selection: readonly unknown[]): Promise<void> {
  let waiting = true;
  const ran = Promise.resolve(vscode.commands.executeCommand(command, ...selection)).finally(() => {
    waiting = false;
  });
  const leave = async (): Promise<void> => {
    for (let attempt = 0; waiting && attempt < 10; attempt += 1) {
      await new Promise((resolve) => setTimeout(resolve, 60));
      if (!waiting) return;
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      await vscode.commands.executeCommand('notifications.clearAll');
    }
  };
  await Promise.race([ran, leave()]);
}
