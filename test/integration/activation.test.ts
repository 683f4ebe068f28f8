import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('activation', () => {
  it('loads in this VS Code', async () => {
    const extension = vscode.extensions.getExtension('session-insights.session-insights');
    assert.ok(extension, 'the extension is not installed');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('has the sample workspace open', () => {
    assert.equal(vscode.workspace.workspaceFolders?.[0]?.name, 'samples');
  });
});
