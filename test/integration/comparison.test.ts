import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { sessionUri } from '../../src/host/sessionUri.ts';
import type { SidePlace } from '../../src/viewer/comparison/comparisonUri.ts';
import {
  comparisonUri,
  isSessionUri,
  normalisedUri,
  payloadUri,
  readComparisonUri,
} from '../../src/viewer/comparison/comparisonUri.ts';
import { until } from './support/queryDocument.ts';

const start = new Date('2026-02-03T12:00:00Z');
/** A side as it was recorded. */
const open = (session: vscode.Uri): SidePlace => ({ session, masked: [] });

describe('the addresses of comparisons', () => {
  const names = ['sample', 'EU & US', 'a/b', '100%', '%2F', 'ä#?&=+', '..', 'C:\\x', '日本 ↔ 漢字'];
  for (const name of names) {
    const left = sessionUri(name, start, `left ${name}`);
    const right = vscode.Uri.file(`/tmp/${name.replaceAll(/[\\/:]/gu, '-')}.insights-session.json`);
    const again = (uri: vscode.Uri) => readComparisonUri(vscode.Uri.parse(uri.toString(), true));

    it(`carry ${JSON.stringify(name)} there and back`, () => {
      const place = again(comparisonUri(left, right));
      assert.ok(place?.type === 'comparison');
      assert.deepEqual([place.left.toString(), place.right.toString()], [left.toString(), right.toString()]);
      const session = again(normalisedUri({ session: left, masked: [right, left] }));
      assert.ok(session?.type === 'session');
      assert.equal(session.session.toString(), left.toString());
      assert.deepEqual(
        session.masked.map((uri) => uri.toString()),
        [right.toString(), left.toString()],
      );
      const payload = again(payloadUri(open(right), { step: 12, part: 'request', title: `13 ${name}.json` }));
      assert.ok(payload?.type === 'payload');
      assert.deepEqual([payload.session.toString(), payload.step, payload.part], [right.toString(), 12, 'request']);
    });
  }

  it('name sessions and nothing else', () => {
    const passwords = vscode.Uri.file('/etc/passwd');
    const session = sessionUri('sample', start, 'x');
    assert.equal(isSessionUri(passwords), false);
    assert.equal(readComparisonUri(comparisonUri(session, passwords)), undefined);
    assert.equal(readComparisonUri(normalisedUri(open(passwords))), undefined);
    assert.equal(readComparisonUri(session), undefined);
    const own = comparisonUri(session, session);
    assert.equal(readComparisonUri(comparisonUri(session, own)), undefined);
  });
});

describe('comparisons', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  async function onDisk(name: string, document: unknown): Promise<vscode.Uri> {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const uri = vscode.Uri.joinPath(folder.uri, `${name}.insights-session.json`);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(JSON.stringify(document)));
    return uri;
  }

  const textOf = async (uri: vscode.Uri) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  const answered = (answer: unknown) => ({
    flow_path: [{ node_id: 'a', type: 'webhook', response: { code: 200, payload: JSON.stringify(answer) } }],
  });

  it('open in their own editor, for two files that are selected', async () => {
    const left = await onDisk('left', answered({ b: 1 }));
    const right = await onDisk('right', answered({ b: 2 }));
    await vscode.commands.executeCommand('insights.compare.selectedRows', left, [left, right]);
    const shown = (): string | undefined => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      const isShown = input instanceof vscode.TabInputCustom && input.viewType === 'insights.comparison';
      return isShown ? input.uri.toString() : undefined;
    };
    await until('the comparison is in front', () => shown() !== undefined);
    assert.equal(shown(), comparisonUri(left, right).toString());
  });

  it('are read as JSON', async () => {
    const left = await onDisk('left', answered({ b: 1 }));
    const right = await onDisk('right', answered({ b: 2 }));
    const document = await vscode.workspace.openTextDocument(comparisonUri(left, right));
    const { rows } = JSON.parse(document.getText());
    assert.deepEqual(rows[0].differs, ['response']);
    assert.equal(
      await textOf(payloadUri(open(left), { step: 0, part: 'response', title: 'x.json' })),
      '{\n  "b": 1\n}\n',
    );
    assert.match(await textOf(normalisedUri(open(right))), /"payload": \{\n\s+"b": 2/u);
  });

  it('lay sides next to each other in which one person has one alias, where personal data is masked', async () => {
    const left = await onDisk('left', { source: '447700900123', ...answered({ caller: '447700900123' }) });
    const right = await onDisk('right', answered({ caller: '447700900456', before: '447700900123' }));
    const side = (session: vscode.Uri): SidePlace => ({ session, masked: [left, right] });
    const payload = { step: 0, part: 'response', title: 'x.json' } as const;
    assert.deepEqual(JSON.parse(await textOf(payloadUri(side(left), payload))), { caller: 'CALLER-1' });
    assert.deepEqual(JSON.parse(await textOf(payloadUri(side(right), payload))), {
      caller: 'CALLER-2',
      before: 'CALLER-1',
    });
    assert.doesNotMatch(await textOf(normalisedUri(side(right))), /447700900/u);
    assert.match(await textOf(normalisedUri(open(right))), /447700900456/u);
  });

  it('say which side cannot be read', async () => {
    const left = await onDisk('left', answered({}));
    const missing = sessionUri('no such connection', start, 'x');
    await assert.rejects(async () => textOf(comparisonUri(left, missing)), /no such connection/u);
    await assert.rejects(async () => textOf(normalisedUri(open(vscode.Uri.file('/etc/passwd')))));
  });

  it('refuse to be written', async () => {
    const uri = comparisonUri(sessionUri('sample', start, 'x'), sessionUri('sample', start, 'y'));
    await assert.rejects(async () => vscode.workspace.fs.writeFile(uri, new Uint8Array()));
    await assert.rejects(async () => vscode.workspace.fs.delete(uri));
  });
});
