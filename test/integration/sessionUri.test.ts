import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { readSessionUri, sessionUri } from '../../src/host/sessionUri.ts';

describe('session URIs', () => {
  const start = new Date('2026-02-03T23:59:59.999Z');
  const names = [
    'sample',
    'EU production',
    'a/b',
    '100%',
    '%2F',
    'ä#?&=+',
    '..',
    '.',
    'C:\\x',
    'tab\tnew\nline',
    '日本',
  ];
  for (const connection of names) {
    it(`carry ${JSON.stringify(connection)} there and back`, () => {
      const uri = sessionUri(connection, start, `id ${connection}`);
      const back = readSessionUri(vscode.Uri.parse(uri.toString(), true));
      assert.deepEqual(back, { connection, day: new Date('2026-02-03T00:00:00Z'), id: `id ${connection}` });
      assert.equal(uri.path.split('/').length, 4);
    });
  }

  it('are addresses of ids with half a character, too', () => {
    const uri = sessionUri('sample', start, 'a\uD800b');
    assert.equal(readSessionUri(vscode.Uri.parse(uri.toString(), true))?.id, 'a\uFFFDb');
  });

  it('read as in the contract', () => {
    assert.equal(
      sessionUri('sample', start, '8ae4-1').toString(),
      'insights:/sample/2026-02-03/8ae4-1.insights-session.json',
    );
  });

  it('refuse what is none', () => {
    for (const text of [
      'file:/sample/2026-02-03/a.insights-session.json',
      'insights:/sample/2026-02-03/a.json',
      'insights:/a/b/c.insights-session.json',
      'insights:/x',
      'insights:/sample/2026-02-30/a.insights-session.json',
    ])
      assert.equal(readSessionUri(vscode.Uri.parse(text)), undefined, text);
  });
});
