import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { comparisonUri } from '../../src/viewer/comparison/comparisonUri.ts';
import { askUntil, closeQueries, openQuery } from './support/queryDocument.ts';
import { listen, onError } from './support/said.ts';

const extension = vscode.extensions.getExtension('session-insights.session-insights');
const contributed: readonly { readonly command: string }[] = extension?.packageJSON.contributes.commands ?? [];
const commands = contributed.map(({ command }) => command);
/** It opens another window, or the same one anew: the test would end with it. */
const leaves = new Set(['insights.openSamples']);
/** It brings VS Code's own view of output to the front, which tells nobody. */
const showsAView = new Set(['insights.showLog']);
/** Where tests before ran a query, these run it again or go to its rows, in a tree that tells nobody. */
const followsARun = new Set(['insights.rerunLast', 'insights.focusResults']);

/** What a row of another view, of Git or of the file explorer may hand on. */
const wrongSelections: readonly (readonly unknown[])[] = [
  [],
  [vscode.Uri.file('/nowhere/at all.txt')],
  [{ kind: 'folder', id: 'folder:x', name: 'x', children: [] }],
  [{ kind: 'session', id: 'x', session: {}, connection: 'nowhere' }],
  [{ resourceUri: vscode.Uri.file('/nowhere/a.insights-session.json') }, [{}, null]],
  ['', 7],
];

/** Rows of the view of queries that most commands are not about. */
const wrongRows: Readonly<Record<string, readonly unknown[]>> = {
  'no row': [],
  'the row of a folder': [{ kind: 'folder', id: 'folder:x', name: 'x', children: [] }],
  'the row of a session that is none': [{ kind: 'session', id: 'x', session: {}, connection: 'nowhere' }],
};

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

  it('does nothing without a word with nothing open, or with a row that it is not about', async function () {
    this.timeout(300_000);
    const said = listen();
    const mute: string[] = [];
    try {
      for (const [what, selection] of Object.entries(wrongRows)) {
        for (const command of commands) {
          if (leaves.has(command) || showsAView.has(command) || followsARun.has(command)) continue;
          if (vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0)) {
            await vscode.commands.executeCommand('workbench.action.closeAllEditors');
          }
          // What the one before it started and did not wait for is its own.
          await new Promise((resolve) => setTimeout(resolve, 10));
          said.count();
          await run(command, selection);
          if (!(await isSoon(() => said.count() > 0))) mute.push(`${command} with ${what}`);
        }
      }
    } finally {
      said.dispose();
    }
    assert.deepEqual(mute, []);
  });

  for (const name of ['with a query that has problems', 'with a session', 'with a comparison'] as const) {
    it(`does nothing without a word ${name}`, async function () {
      this.timeout(300_000);
      const prepare = surroundings[name];
      assert.ok(prepare);
      const said = listen();
      const mute: string[] = [];
      let inFront: vscode.Tab | undefined;
      try {
        for (const command of commands) {
          if (leaves.has(command) || showsAView.has(command) || followsARun.has(command)) continue;
          if (!inFront?.isActive || vscode.window.tabGroups.activeTabGroup.activeTab !== inFront) await prepare();
          inFront = vscode.window.tabGroups.activeTabGroup.activeTab;
          await new Promise((resolve) => setTimeout(resolve, 30));
          said.count();
          await run(command, []);
          if (!(await isSoon(() => said.count() > 0))) mute.push(command);
        }
      } finally {
        said.dispose();
      }
      assert.deepEqual(mute, []);
    });
  }

  for (const [name, prepare] of Object.entries(surroundings)) {
    it(`throws nothing ${name}, whatever is selected`, async function () {
      this.timeout(300_000);
      await prepare();
      const failures: string[] = [];
      let running = '';
      // What a command throws is told, and nobody foresaw it.
      const stop = onError((sentence) => {
        if (/^Something went wrong/u.test(sentence)) failures.push(`${running}: ${sentence}`);
      });
      try {
        for (const command of commands) {
          if (leaves.has(command)) continue;
          running = command;
          for (const selection of name === 'with nothing open' ? wrongSelections : [[]]) {
            await run(command, selection).catch((error: unknown) => failures.push(`${command}: ${error}`));
          }
        }
        // The last one may be told a moment later.
        await new Promise((resolve) => setTimeout(resolve, 100));
      } finally {
        stop();
      }
      // Tests get no dialog: that one was asked for is the answer.
      assert.deepEqual(
        failures.filter((failure) => !/refused to show dialog in tests/u.test(failure)),
        [],
      );
    });
  }
});

/** What a command starts and does not wait for comes in a moment, on a busy machine in some seconds. */
async function isSoon(is: () => boolean): Promise<boolean> {
  for (let attempt = 0; attempt < 1_000; attempt += 1) {
    if (is()) return true;
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  return false;
}

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
