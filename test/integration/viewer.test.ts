import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { sessionUri } from '../../src/host/sessionUri.ts';
import { until } from './support/queryDocument.ts';

function activeInput(): unknown {
  return vscode.window.tabGroups.activeTabGroup.activeTab?.input;
}

describe('session documents', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  async function onDisk(name: string, text: string): Promise<vscode.Uri> {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const uri = vscode.Uri.joinPath(folder.uri, `${name}.insights-session.json`);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    return uri;
  }

  it('open from disk in the viewer, and as text on demand', async () => {
    const uri = await onDisk('one', '{"id":"one"}');
    await vscode.commands.executeCommand('vscode.open', uri);
    await until('the viewer is in front', () => activeInput() instanceof vscode.TabInputCustom);
    const input = activeInput();
    assert.ok(input instanceof vscode.TabInputCustom && input.viewType === 'insights.session');
    await vscode.commands.executeCommand('insights.session.openAsText');
    await until('the text is in front', () => activeInput() instanceof vscode.TabInputText);
    assert.equal(vscode.window.activeTextEditor?.document.getText(), '{"id":"one"}');
  });

  it('of a connection that is not there say so', async () => {
    const uri = sessionUri('no such connection', new Date('2026-01-01'), 'x');
    await assert.rejects(async () => vscode.workspace.fs.readFile(uri), /no such connection/u);
  });

  it('that the sample connection does not have say so', async () => {
    const uri = sessionUri('sample', new Date('2026-01-01'), 'no-such-session');
    await assert.rejects(
      async () => vscode.workspace.fs.readFile(uri),
      (error: Error) => error.message.length > 10 && !/\bat \//u.test(error.message),
    );
  });

  it('refuse to be written', async () => {
    const uri = sessionUri('sample', new Date('2026-01-01'), 'x');
    await assert.rejects(async () => vscode.workspace.fs.writeFile(uri, new Uint8Array()));
    await assert.rejects(async () => vscode.workspace.fs.delete(uri));
  });
});
