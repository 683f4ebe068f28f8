import assert from 'node:assert/strict';
import fs from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import * as vscode from 'vscode';
import { askUntil, closeQueries, openQuery, until } from './support/queryDocument.ts';

const key = 'Zq7.key+nobody/may=find~41d8cd98f00b';
const connection = 'searched';

/** The key as it may stand somewhere: as it is, in an address, in JSON, in base64, in text of two bytes a character. */
const forms: Readonly<Record<string, Buffer>> = {
  'as it is': Buffer.from(key),
  'in an address': Buffer.from(encodeURIComponent(key)),
  'in base64': Buffer.from(Buffer.from(key).toString('base64')),
  'in UTF-16': Buffer.from(key, 'utf16le'),
};

const formsIn = (content: Buffer): string[] => Object.keys(forms).filter((name) => content.includes(forms[name] ?? ''));

/** Every regular file below a folder; a file of VS Code's may be gone before it was looked at. */
function filesBelow(folder: string): string[] {
  const entries = ifThere(() => fs.readdirSync(folder, { withFileTypes: true })) ?? [];
  return entries.flatMap((entry) => {
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(file) : entry.isFile() ? [file] : [];
  });
}

const contentOf = (file: string): Buffer => ifThere(() => fs.readFileSync(file)) ?? Buffer.alloc(0);

function ifThere<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

describe('the key of a connection', () => {
  const seen: { method: string; key: string }[] = [];
  let server: Server;
  let status = 200;

  /** A service that, when it fails, says the key to everybody, as careless services do. */
  function answer(request: IncomingMessage, response: ServerResponse): void {
    seen.push({ method: String(request.method), key: String(request.headers['x-vgai-key']) });
    response.writeHead(status, { 'content-type': 'application/json' });
    const hits = [{ id: 'one', session_start_time: '2026-01-10T10:00:00.000001' }];
    const good = { total: 1, hits, page_size: '1', page_number: '0' };
    const echoes = [key, encodeURIComponent(key), Buffer.from(key).toString('base64')];
    response.end(JSON.stringify(status === 200 ? good : { message: `X-Vgai-Key: ${echoes.join(' may not; ')}` }));
  }

  before(async () => {
    server = createServer(answer);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await vscode.extensions.getExtension('session-insights.session-insights')?.activate();
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await vscode.workspace
      .getConfiguration('insights')
      .update('connections', { [connection]: { baseUrl } }, vscode.ConfigurationTarget.Global);
  });

  after(async () => {
    void vscode.commands.executeCommand('insights.forgetApiKey', connection);
    await closeQueries();
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.workspace
      .getConfiguration('insights')
      .update('connections', undefined, vscode.ConfigurationTarget.Global);
    server.close();
    server.closeAllConnections();
  });

  it('is found nowhere after a session of everything', async function () {
    this.timeout(300_000);
    const told: Record<string, string> = {};
    void vscode.commands.executeCommand('insights.setApiKey', connection, key);
    await until('the key was verified', () => seen.length > 0);
    const { document } = await openQuery(`{ "connection": "${connection}", "from_date": "now-1d", "page_size": 5 }`);
    const run = async (as: number): Promise<void> => {
      status = as;
      const before = seen.length;
      void vscode.commands.executeCommand('insights.runQuery', document.uri);
      await until(`a request that is answered with ${as}`, () => seen.length > before);
      await vscode.commands.executeCommand('insights.showSent', document.uri);
      await until('what was sent is shown', () => sentDocument()?.getText().includes('page_size') ?? false);
      told[`sent at ${as}`] = sentDocument()?.getText() ?? '';
      await vscode.env.clipboard.writeText('');
      await vscode.commands.executeCommand('insights.copyCurl', document.uri);
      told[`cURL at ${as}`] = await askUntil(
        () => vscode.env.clipboard.readText(),
        (text) => text !== '',
      );
    };
    await run(200);
    await run(400);
    await run(401);
    void vscode.commands.executeCommand('insights.verifyConnection', connection);
    void vscode.commands.executeCommand('insights.explainEmpty', document.uri);
    // VS Code makes a document of what its output shows.
    await vscode.commands.executeCommand('insights.showLog');
    await pause(1500);

    assert.ok(
      seen.every((request) => request.key === key),
      'the service got the key each time',
    );
    assert.match(told['cURL at 200'] ?? '', /^curl .*\$INSIGHTS_API_KEY/u);
    for (const document of vscode.workspace.textDocuments) told[document.uri.toString()] = document.getText();
    for (const [where, text] of Object.entries(told)) assert.deepEqual(formsIn(Buffer.from(text)), [], where);

    // The profile holds settings, storage, backups and, where VS Code writes them, logs; the report of this test lies in it too.
    // What a line of the log can hold is held by unit tests.
    const folders = [path.dirname(process.env.INSIGHTS_TEST_REPORT ?? ''), ...workspaceFolders()];
    const files = folders.flatMap(filesBelow);
    assert.ok(
      files.some((file) => contentOf(file).includes(connection)),
      'the settings are among the files',
    );
    for (const file of files) assert.deepEqual(formsIn(contentOf(file)), [], file);
  });
});

const sentDocument = (): vscode.TextDocument | undefined =>
  vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'insights-sent');

const workspaceFolders = (): string[] => (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath);

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
