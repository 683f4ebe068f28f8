import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { askUntil, closeQueries, openQuery } from './support/queryDocument.ts';

const text =
  '{ "connection": "sample", "name": "Ended calls", "filter_by": { "must": [{ "term": { "status": "ended" } }] } }';

describe('the results of a query', () => {
  before(async () => {
    await vscode.extensions.getExtension('session-insights.session-insights')?.activate();
  });

  afterEach(closeQueries);

  it('open by command in an editor of their own, one for each query, named as it is', async () => {
    const { document } = await openQuery(text);
    for (const _ of [1, 2]) await vscode.commands.executeCommand('insights.openResults', document.uri);
    const [tab, ...others] = await resultsTabs(1);
    assert.deepEqual(others, []);
    assert.match(tab?.label ?? '', /^Ended calls/);
    assert.equal(queryOf(tab), document.uri.toString());

    const second = await openQuery(text.replace('Ended calls', 'The same'));
    await vscode.commands.executeCommand('insights.openResults', second.document.uri);
    const both = await resultsTabs(2);
    assert.deepEqual(new Set(both.map(queryOf)), new Set([document.uri.toString(), second.document.uri.toString()]));
  });

  it('open of the query in front where none is named', async () => {
    const { document } = await openQuery(text);
    await vscode.commands.executeCommand('insights.openResults');
    const [tab] = await resultsTabs(1);
    assert.equal(queryOf(tab), document.uri.toString());
  });

  it('are in front of the query that is checked, as of any that a command is about', async () => {
    const { document } = await openQuery(text.replace('{ ', '{ "expect": [{ "total": { "gte": 0 } }], '));
    await vscode.commands.executeCommand('insights.openResults', document.uri);
    await resultsTabs(1);
    const { setStatusBarMessage } = vscode.window;
    const said: string[] = [];
    const heard = Object.assign(vscode.window, {
      setStatusBarMessage: (sentence: string) => {
        said.push(sentence);
        return { dispose: () => {} };
      },
    });
    try {
      // The explorer of tests hears of a new file a moment later.
      const last = async (): Promise<string | undefined> => {
        await vscode.commands.executeCommand('insights.checkQuery');
        return said.at(-1);
      };
      const held = '1 of 1 expectations held.';
      assert.equal(await askUntil(last, (sentence) => sentence === held), held);
    } finally {
      Object.assign(heard, { setStatusBarMessage });
    }
  });

  it('are opened again by VS Code after they were closed', async () => {
    const { document } = await openQuery(text);
    await vscode.commands.executeCommand('insights.openResults', document.uri);
    await resultsTabs(1);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await resultsTabs(0);
    await vscode.commands.executeCommand('workbench.action.reopenClosedEditor');
    const [tab] = await resultsTabs(1);
    assert.equal(queryOf(tab), document.uri.toString());
  });

  it('stay open where their query was deleted', async () => {
    const { document } = await openQuery(text);
    await vscode.commands.executeCommand('insights.runQuery', document.uri);
    await vscode.commands.executeCommand('insights.openResults', document.uri);
    await resultsTabs(1);
    await vscode.workspace.fs.delete(document.uri);
    await vscode.commands.executeCommand('insights.openResults', document.uri);
    const [tab] = await resultsTabs(1);
    assert.equal(queryOf(tab), document.uri.toString());
  });

  it('are files that hold nothing and that nobody writes; an address that names no query is none', async () => {
    const { document } = await openQuery(text);
    const { fs } = vscode.workspace;
    const uri = vscode.Uri.from({ scheme: 'insights-results', path: '/Ended calls', query: `query=${document.uri}` });
    const { size, permissions } = await fs.stat(uri);
    assert.deepEqual([size, permissions], [0, vscode.FilePermission.Readonly]);
    await assert.rejects(async () => fs.writeFile(uri, new Uint8Array(1)));
    for (const query of ['', 'query=', 'other=1', 'query=insights-results:/x?query=y'])
      await assert.rejects(async () => fs.stat(uri.with({ query })), vscode.FileSystemError);
  });
});

/** The tabs of results, once there are so many. */
function resultsTabs(count: number): Promise<readonly vscode.Tab[]> {
  const open = async (): Promise<readonly vscode.Tab[]> =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(({ input }) => input instanceof vscode.TabInputCustom && input.viewType === 'insights.results');
  return askUntil(open, ({ length }) => length === count);
}

function queryOf(tab: vscode.Tab | undefined): string | null {
  assert.ok(tab?.input instanceof vscode.TabInputCustom);
  return new URLSearchParams(tab.input.uri.query).get('query');
}
