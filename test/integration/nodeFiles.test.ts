import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { NodeFiles } from '../../src/host/nodeFiles.ts';
import { followNodeLink } from '../../src/host/nodeLinks.ts';
import { sessionUri } from '../../src/host/sessionUri.ts';
import { askUntil, closeQueries, openQuery } from './support/queryDocument.ts';

function root(): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  return folder.uri;
}

const inFolder = (path: string): vscode.Uri => vscode.Uri.joinPath(root(), path);
function labelOf({ label }: vscode.CompletionItem): string {
  return (typeof label === 'string' ? label : label.label).replaceAll('"', '');
}

const lookUpOrder = '2976ae9e9a3d942d2a408ea8';

describe('node files', () => {
  const folder = 'test-nodes';
  const file = `${folder}/insights.nodes.json`;

  /** Writes a node file in a folder of its own, and opens it. */
  async function open(text: string): Promise<vscode.TextDocument> {
    await vscode.workspace.fs.writeFile(inFolder(file), new TextEncoder().encode(text));
    const document = await vscode.workspace.openTextDocument(inFolder(file));
    await vscode.window.showTextDocument(document);
    return document;
  }

  async function labelsAt(document: vscode.TextDocument, text: string): Promise<string[]> {
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      document.positionAt(document.getText().indexOf(text) + text.length),
    );
    return items.map(labelOf);
  }

  afterEach(async () => {
    await closeQueries();
    await vscode.workspace.fs.delete(inFolder(folder), { recursive: true }).then(undefined, () => {});
  });

  it('are JSON with comments, and their schema says what does not belong in them', async () => {
    const text =
      '{\n  // ours\n  "nodes": {\n    "a": "A",\n    "b": { "name": "B", "lnik": "x" },\n  },\n  "more": 1,\n}\n';
    const document = await open(text);
    assert.equal(document.languageId, 'jsonc');
    const problems = await askUntil(
      async () => vscode.languages.getDiagnostics(document.uri),
      (found) => found.length > 1,
    );
    assert.deepEqual(problems.map(({ severity, range }) => [severity, document.getText(range)]).sort(), [
      [vscode.DiagnosticSeverity.Warning, '"lnik"'],
      [vscode.DiagnosticSeverity.Warning, '"more"'],
    ]);
  });

  it('complete their own structure', async () => {
    const document = await open('{ "nodes": { "a": { "name": "A", "" } }, "" }');
    const inNode = await askUntil(
      () => labelsAt(document, '"name": "A", "'),
      (labels) => labels.includes('link'),
    );
    assert.ok(inNode.includes('link') && inNode.includes('description') && !inNode.includes('name'));
  });

  it('offer the nodes of a session that was opened, but not those that have a name', async () => {
    const list = await vscode.workspace.fs.readFile(inFolder('documentation/example.insights-session.json'));
    assert.ok(list.byteLength > 0);
    const start = new Date(Date.now() - 26 * 3_600_000);
    await vscode.workspace.fs.readFile(sessionUri('sample', start, '8ae433e8-7bc1-41a0-b0a6-0cccc30cbc36'));
    // The samples name every node that there is: for this they are out of the way.
    const samples = inFolder('insights.nodes.json');
    const named = await vscode.workspace.fs.readFile(samples);
    await vscode.workspace.fs.writeFile(samples, new TextEncoder().encode('{ "nodes": {} }'));
    try {
      const document = await open('{ "nodes": { "5f7f2e60a6034c9b5c79d16b": "Start", "" } }');
      const labels = await askUntil(
        () => labelsAt(document, '"Start", "'),
        (found) => found.includes('5f7f2e689ce1d4ecd57793c5'),
      );
      assert.ok(labels.includes('5f7f2e689ce1d4ecd57793c5'), labels.join(' '));
      assert.equal(labels.includes('5f7f2e60a6034c9b5c79d16b'), false);
    } finally {
      await vscode.workspace.fs.writeFile(samples, named);
    }
  });

  it('offer the nodes of a session on disk that was shown', async () => {
    const step = { node_id: 'on-disk-only', type: 'speak' };
    const session = JSON.stringify({ id: 'on-disk', flow_path: [step] });
    const place = inFolder(`${folder}/one.insights-session.json`);
    await vscode.workspace.fs.writeFile(place, new TextEncoder().encode(session));
    await vscode.commands.executeCommand('vscode.open', place);
    const document = await open('{ "nodes": { "" } }');
    const labels = await askUntil(
      () => labelsAt(document, '"nodes": { "'),
      (found) => found.includes('on-disk-only'),
    );
    assert.ok(labels.includes('on-disk-only'), labels.join(' '));
  });

  it('make their links ones to press, and lead nowhere else', async () => {
    const entry = (link: string) => `{ "name": "A", "link": ${JSON.stringify(link)} }`;
    const links = [
      '../all-calls.insights.json#L3',
      'https://example.com/a',
      'command:workbench.action.quit',
      '/etc/passwd',
    ];
    await open(`{ "nodes": { ${links.map((link, index) => `"${index}": ${entry(link)}`).join(', ')} } }`);
    const found = await askUntil(
      () => vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', inFolder(file), 20),
      (answer) => answer.length > 1,
    );
    const targets = found.flatMap(({ target }) => target?.toString() ?? []);
    assert.deepEqual([...new Set(targets)].sort(), [
      `${inFolder('all-calls.insights.json').toString()}#L3`,
      'https://example.com/a',
    ]);
  });

  it('give their names to queries: completion and hover', async () => {
    const names = '{ "filter_by": { "must": [{ "term": { "flow_path.node_id": "|" } }] } }';
    const { document, cursor } = await openQuery(names);
    const items = await askUntil(
      async () =>
        (
          await vscode.commands.executeCommand<vscode.CompletionList>(
            'vscode.executeCompletionItemProvider',
            document.uri,
            cursor,
          )
        ).items,
      (found) => found.some((item) => labelOf(item) === 'Look up order'),
    );
    const item = items.find((one) => labelOf(one) === 'Look up order');
    assert.equal(item?.insertText, `"${lookUpOrder}"`);
    const query = await openQuery(names.replace('|', `|${lookUpOrder}`));
    const hovered = async (): Promise<string> => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        query.document.uri,
        query.cursor.translate(0, 2),
      );
      const contents = hovers.flatMap((hover) => hover.contents);
      return contents.map((content) => (typeof content === 'string' ? content : content.value)).join('\n');
    };
    const name = /Look(?: |&nbsp;)up(?: |&nbsp;)order/u;
    assert.match(await askUntil(hovered, (words) => name.test(words)), name);
  });
});

describe('the names of the workspace', () => {
  const files = new NodeFiles();
  after(() => files.dispose());
  afterEach(async () => {
    await closeQueries();
    await vscode.workspace.fs.delete(inFolder('test-names'), { recursive: true }).then(undefined, () => {});
  });

  const nameOf = (id: string) => async () => files.names.get(id)?.name;
  const write = (text: string) =>
    vscode.workspace.fs.writeFile(inFolder('test-names/insights.nodes.json'), new TextEncoder().encode(text));

  it('are read from every node file, the nearest to the folder first, and followed on disk', async () => {
    await write(`{ "nodes": { "${lookUpOrder}": "far", "test": "one" } }`);
    assert.equal(await askUntil(nameOf('test'), (name) => name === 'one'), 'one');
    assert.equal(await askUntil(nameOf(lookUpOrder), (name) => name === 'Look up order'), 'Look up order');
    await write('{ "nodes": { "test": "two" } }');
    assert.equal(await askUntil(nameOf('test'), (name) => name === 'two'), 'two');
    await vscode.workspace.fs.delete(inFolder('test-names'), { recursive: true });
    assert.equal(await askUntil(nameOf('test'), (name) => name === undefined), undefined);
  });

  it('are kept in files that are known at every moment, also right after one changed', async () => {
    await write('{ "nodes": { "test": "0" } }');
    await askUntil(nameOf('test'), (name) => name === '0');
    const listed: number[] = [];
    for (let turn = 1; turn <= 4; turn++) {
      await write(`{ "nodes": { "test": "${turn}" } }`);
      const deadline = Date.now() + 60_000;
      do {
        assert.ok(Date.now() < deadline, `turn ${turn} is never read`);
        listed.push((await files.list()).length);
        await new Promise((resolve) => setTimeout(resolve, 5));
      } while (files.names.get('test')?.name !== `${turn}`);
    }
    assert.ok(listed.length > 0 && listed.every((count) => count >= 2), `${listed}`);
  });

  it('are those of a folder that goes and comes again within a moment, as in a checkout', async () => {
    const text = (name: string) => new TextEncoder().encode(`{ "nodes": { "test": "${name}" } }`);
    const { fsPath } = inFolder('test-names');
    files.names;
    for (let turn = 0; turn < 12; turn++) {
      fs.rmSync(fsPath, { recursive: true, force: true });
      fs.mkdirSync(path.join(fsPath, 'deep'), { recursive: true });
      fs.writeFileSync(path.join(fsPath, 'deep/insights.nodes.json'), text(`turn ${turn}`));
      assert.equal(await askUntil(nameOf('test'), (name) => name === `turn ${turn}`), `turn ${turn}`);
    }
  });

  it('say of a file that is too long to be read that it is', async () => {
    // The extension's own node files say the same of it.
    const said = async () => [
      ...new Set(
        vscode.languages.getDiagnostics(inFolder('test-names/insights.nodes.json')).map(({ message }) => message),
      ),
    ];
    await write(`{ "nodes": { "test": "long" } }${' '.repeat(1_000_000)}`);
    files.names;
    const problems = ['This file is longer than 1 MB: none of its names are shown.'];
    assert.deepEqual(await askUntil(said, (found) => found.length > 0), problems);
    assert.equal(await askUntil(nameOf('test'), (name) => name === undefined), undefined);
    await write('{ "nodes": { "test": "short" } }');
    assert.deepEqual(await askUntil(said, (found) => found.length === 0), []);
    assert.equal(await askUntil(nameOf('test'), (name) => name === 'short'), 'short');
  });

  it('follow what is typed before it is saved, and what is thrown away', async () => {
    await write('{ "nodes": { "test": "saved" } }');
    assert.equal(await askUntil(nameOf('test'), (name) => name === 'saved'), 'saved');
    const document = await vscode.workspace.openTextDocument(inFolder('test-names/insights.nodes.json'));
    const editor = await vscode.window.showTextDocument(document);
    const at = document.getText().indexOf('saved');
    await editor.edit((edit) => edit.replace(new vscode.Range(0, at, 0, at + 5), 'typed'));
    assert.equal(await askUntil(nameOf('test'), (name) => name === 'typed'), 'typed');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    assert.equal(await askUntil(nameOf('test'), (name) => name === 'saved'), 'saved');
  });

  const links: [link: string, expected: string][] = [
    ['../all-calls.insights.json', 'file /all-calls.insights.json'],
    ['all-calls.insights.json#L2-L4', 'file /all-calls.insights.json 1-4'],
    ['nowhere.ts', 'missing'],
    ['../webhooks', 'missing'],
    ['../../outside.ts', 'refused'],
    ['https://example.com/a?b=c', 'web https://example.com/a?b%3Dc'],
    ['https://good.example@evil.example/', 'refused'],
    ['http://example.com', 'refused'],
    ['file:///etc/passwd', 'refused'],
  ];
  for (const [link, expected] of links) {
    it(`follow a link to ${link}: ${expected}`, async () => {
      const target = await followNodeLink(inFolder('test-names/insights.nodes.json'), link);
      const where =
        target.type === 'web'
          ? ` ${target.uri.toString()}`
          : target.type === 'file'
            ? ` ${target.uri.path.slice(root().path.length)}${target.selection ? ` ${target.selection.start.line}-${target.selection.end.line}` : ''}`
            : '';
      assert.equal(`${target.type}${where}`, expected);
    });
  }
});
