import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { isDefinedByWorkspace } from '../../src/host/connections/hiddenConnections.ts';
import { diskWords } from '../../src/host/errors/diskWords.ts';
import { wordsOfError } from '../../src/host/errors/wordsOfError.ts';
import { writeOrTell } from '../../src/host/errors/writeOrTell.ts';
import { openResults } from '../../src/host/resultsUri.ts';
import { sessionUri } from '../../src/host/sessionUri.ts';
import { askUntil, closeQueries, openQuery, sentBy } from './support/queryDocument.ts';

const few = '{ "connection": "sample", "from_date": "now-30d/d", "page_size": 3 }';

describe('what a run found', () => {
  before(async () => {
    await vscode.extensions.getExtension('session-insights.session-insights')?.activate();
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeQueries();
  });

  it('follows its file when that is renamed', async () => {
    const { document } = await openQuery(few);
    await vscode.commands.executeCommand('insights.runQuery', document.uri);
    const renamed = vscode.Uri.joinPath(document.uri, '..', `test-renamed-${Date.now()}.insights.json`);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(document.uri, renamed);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await sentBy(renamed, /^- Sessions: 3 of /m);
    await sentBy(document.uri, /hasn’t been run in this window/);
  });

  it('follows its file, and so do its results, when a folder that it lies in is renamed', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const at = (name: string) => vscode.Uri.joinPath(folder.uri, name);
    const [old, now] = [at(`test-old-${Date.now()}`), at(`test-now-${Date.now()}`)];
    const before = vscode.Uri.joinPath(old, 'deep', 'one.insights.json');
    const after = vscode.Uri.joinPath(now, 'deep', 'one.insights.json');
    await vscode.workspace.fs.writeFile(before, new TextEncoder().encode(few));
    try {
      await vscode.commands.executeCommand('insights.runQuery', before);
      await vscode.commands.executeCommand('insights.openResults', before);
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(old, now);
      assert.ok(await vscode.workspace.applyEdit(edit));
      assert.ok(
        await askUntil(
          async () => openResults(after) !== undefined && openResults(before) === undefined,
          (moved) => moved,
        ),
      );
      await sentBy(after, /^- Sessions: 3 of /m);
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      for (const left of [old, now])
        await vscode.workspace.fs.delete(left, { recursive: true }).then(undefined, () => {});
    }
  });

  it('is kept for a file that lies elsewhere', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'insights-elsewhere-'));
    try {
      const file = vscode.Uri.file(join(folder, 'elsewhere.insights.json'));
      await writeFile(file.fsPath, few);
      await vscode.commands.executeCommand('insights.runQuery', file);
      await rm(file.fsPath);
      await sentBy(file, /^- Sessions: 3 of /m);
      // It is gone: running it again says so, and throws nothing.
      void vscode.commands.executeCommand('insights.runQuery', file);
      await sentBy(file, /^- Sessions: 3 of /m);
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 10 });
    }
  });

  it('of all queries in a folder comes at once, whatever one of them is', async () => {
    const { document: good } = await openQuery(few);
    const { document: bad } = await openQuery('{ "connection": "sample", "filter_by": 3 }');
    const { document: alsoGood } = await openQuery(few);
    const gone = vscode.Uri.joinPath(good.uri, '..', 'test-gone.insights.json');
    const children = [good.uri, bad.uri, gone, alsoGood.uri].map((queryUri) => ({
      kind: 'query',
      id: queryUri.toString(),
      queryUri,
      file: { uri: queryUri, name: queryUri.path, place: 'workspace' },
    }));
    const before = vscode.window.activeTextEditor?.document.uri.toString();
    await vscode.commands.executeCommand('insights.runFolder', { kind: 'folder', id: 'folder:x', name: 'x', children });
    // One with problems is counted, and takes nobody away from what they do.
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), before);
    for (const { uri } of [good, alsoGood]) await sentBy(uri, /^- Sessions: 3 of /m);
    await sentBy(bad.uri, /hasn’t been run in this window/);
  });
});

describe('a session of a connection that the workspace defines', () => {
  after(async () => {
    const settings = vscode.workspace.getConfiguration('insights');
    await settings.update('connections', undefined, vscode.ConfigurationTarget.Workspace);
  });

  it('is not read, and nobody is asked, before the person allowed requests', async () => {
    const settings = vscode.workspace.getConfiguration('insights');
    const shared = { 'never-allowed': { baseUrl: 'http://127.0.0.1:9' } };
    await settings.update('connections', shared, vscode.ConfigurationTarget.Workspace);
    const uri = sessionUri('never-allowed', new Date(), 'some-session');
    // A question would wait for its answer for ever.
    await assert.rejects(async () => vscode.workspace.fs.readFile(uri), /wait until you allow them/);
  });

  it('is known to be of the workspace where VS Code keeps its settings back', async () => {
    const known = await askUntil(
      () => isDefinedByWorkspace('never-allowed'),
      (answer) => answer,
    );
    assert.equal(known, true);
    assert.equal(await isDefinedByWorkspace('nobody'), false);
    assert.equal(await isDefinedByWorkspace('sample'), false);
  });
});

describe('a folder that refuses to be written to', () => {
  const refused = (code: string) =>
    Object.assign(new Error(`${code}: no, open '/a/b.${code}.insights-part'`), { code });

  for (const [code, words] of [
    ['EISDIR', /is a folder\. Choose another name/],
    ['ENOTSUP', /isn’t a file\. Choose another name/],
    ['ENAMETOOLONG', /Choose a shorter one/],
    ['ELOOP', /lead in circles/],
    ['EBUSY', /Another program has the file/],
    ['EIO', /doesn’t respond\. Check/],
    ['ESTALE', /doesn’t respond\. Check/],
    ['EMFILE', /Too many files are open/],
  ] as const) {
    it(`tells that apart from what the place itself is: ${code}`, () => {
      const { sentence } = wordsOfError(Object.assign(refused(code), { path: '/a/b.insights-part' }));
      assert.match(sentence, words);
      assert.doesNotMatch(sentence, /insights-part|E[A-Z]{4}/);
    });
  }

  for (const [code, words] of [
    ['EPERM', /you don’t have permission/],
    ['EACCES', /you don’t have permission/],
    ['EROFS', /you don’t have permission/],
    ['ENOSPC', /no space left/],
    ['ENOENT', /doesn’t exist/],
  ] as const) {
    it(`says so in words, and names no file of a moment: ${code}`, () => {
      const error = Object.assign(refused(code), { path: '/a/b.insights-part' });
      const { sentence } = wordsOfError(error);
      assert.match(sentence, words);
      assert.match(sentence, /^Couldn’t write to \/a:/);
      assert.doesNotMatch(sentence, /insights-part|E[A-Z]{4}/);
    });
  }

  it('says so when VS Code writes', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const file = vscode.Uri.joinPath(folder.uri, 'test-file.insights.json');
    await vscode.workspace.fs.writeFile(file, new Uint8Array());
    const within = vscode.Uri.joinPath(file, 'query.insights.json');
    const error = await Promise.resolve(vscode.workspace.fs.writeFile(within, new Uint8Array())).catch((one) => one);
    assert.match(diskWords(error, 'a folder') ?? String(error), /^Couldn’t write to a folder:/);
    assert.match(
      diskWords(vscode.FileSystemError.NoPermissions(within), 'a folder') ?? '',
      /you don’t have permission/,
    );
    assert.equal(diskWords(new Error('something else'), 'a folder'), undefined);
    // Whoever writes by VS Code need not know of it.
    assert.match(
      wordsOfError(error).sentence,
      /^Couldn’t write to .*test-file\.insights\.json: it doesn’t exist, or isn’t a folder\.$/,
    );
    const onFolder = await Promise.resolve(vscode.workspace.fs.writeFile(folder.uri, new Uint8Array())).catch(
      (one) => one,
    );
    assert.equal(await writeOrTell(folder.uri, new Uint8Array()), false);
    assert.equal(await writeOrTell(within, new Uint8Array()), false);
    assert.match(wordsOfError(onFolder).sentence, /has that name and is a folder\. Choose another name\.$/);
    await vscode.workspace.fs.delete(file);
  });
});
