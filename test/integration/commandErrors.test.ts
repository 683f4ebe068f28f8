import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { wordsOfError } from '../../src/host/errors/wordsOfError.ts';
import { until } from './support/queryDocument.ts';
import { onError } from './support/said.ts';

const window = vscode.window as unknown as Record<string, unknown>;

/** Has VS Code's list throw while a command of ours wants one, and gives what was said of it: soon, where anything is to be said. */
async function saidWhen(thrown: unknown, isSaid: boolean): Promise<string[]> {
  const said: string[] = [];
  let isThrown = false;
  const stop = onError((sentence) => said.push(sentence));
  const { createQuickPick } = window;
  window.createQuickPick = () => {
    isThrown = true;
    throw thrown;
  };
  try {
    await vscode.commands.executeCommand('insights.switchConnection');
    await until('it is thrown', () => isThrown);
    if (isSaid) await until('it is said', () => said.length > 0);
    // The code that would say it is there after the first time.
    else await new Promise((resolve) => setTimeout(resolve, 1000));
    return said;
  } finally {
    window.createQuickPick = createQuickPick;
    stop();
    await vscode.commands.executeCommand('notifications.clearAll');
  }
}

describe('what a command throws', () => {
  it('is a sentence, and what it carries is no link', async () => {
    const [sentence, ...others] = await saidWhen(new Error('boom [x](command:y)'), true);
    assert.match(sentence ?? '', /^Something went wrong: boom/u);
    assert.doesNotMatch(sentence ?? '', /\]\(command:/u);
    assert.deepEqual(others, []);
  });

  it('is told each time', async () => {
    assert.equal((await saidWhen('a text', true)).length, 1);
  });

  it('is silent where somebody cancelled it', async () => {
    assert.deepEqual(await saidWhen(new vscode.CancellationError(), false), []);
    assert.deepEqual(await saidWhen(new DOMException('gone', 'AbortError'), false), []);
    assert.deepEqual(await saidWhen(Object.assign(new Error('x'), { code: 'cancelled' }), false), []);
  });

  it('says what could not be read, and never that it was to be written', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const gone = vscode.Uri.joinPath(folder.uri, 'nowhere/gone.insights.json');
    const thrown = async (act: () => Thenable<unknown>) => Promise.resolve(act()).catch((error: unknown) => error);
    for (const act of [
      () => vscode.workspace.fs.readFile(gone),
      () => vscode.workspace.fs.stat(gone),
      () => vscode.workspace.openTextDocument(gone),
    ]) {
      const error = await thrown(act);
      assert.match(
        wordsOfError(error).sentence,
        /^Couldn’t open .*gone\.insights\.json: it doesn’t exist/u,
        String(error),
      );
    }
  });
});
