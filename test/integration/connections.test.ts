import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { sessionUri } from '../../src/host/sessionUri.ts';
import { askUntil, closeQueries, openQuery, sentBy, until } from './support/queryDocument.ts';

const slot = Symbol.for('undici.globalDispatcher.1');
const { Global, Workspace } = vscode.ConfigurationTarget;

describe('connections', () => {
  const servers: Server[] = [];
  let dispatcherBefore: unknown;

  /** A service that writes down the keys that reach it. It finds nothing, unless it is told what to answer. */
  async function startService(
    answer: (asked: URLSearchParams) => object | undefined = () => ({ total: 0, hits: [], page_size: '1' }),
  ): Promise<{ address: string; keys: string[] }> {
    const keys: string[] = [];
    const server = createServer((request, response) => {
      keys.push(String(request.headers['x-vgai-key']));
      response.setHeader('content-type', 'application/json');
      const answered = answer(new URL(request.url ?? '', 'http://any').searchParams);
      if (!answered) response.statusCode = 400;
      response.end(JSON.stringify(answered ?? {}));
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, keys };
  }

  const define = (name: string, address: string, target: vscode.ConfigurationTarget) =>
    vscode.workspace.getConfiguration('insights').update('connections', { [name]: { baseUrl: address } }, target);

  before(async () => {
    // Node fills the slot with its own when it sends its first request.
    await fetch('http://127.0.0.1:1').catch(() => {});
    dispatcherBefore = Reflect.get(globalThis, slot);
    await vscode.extensions.getExtension('session-insights.session-insights')?.activate();
  });

  after(async () => {
    await closeQueries();
    await vscode.commands.executeCommand('notifications.clearAll');
    for (const target of [Global, Workspace]) {
      await vscode.workspace.getConfiguration('insights').update('connections', undefined, target);
    }
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  });

  it('send their key to their own origin, and to no other that takes their name', async () => {
    const [first, second] = [await startService(), await startService()];
    await define('tested', first.address, Global);
    void vscode.commands.executeCommand('insights.setApiKey', 'tested', 'key-of-first');
    await until('the service was asked', () => first.keys.length > 0);
    assert.deepEqual(first.keys, ['key-of-first']);

    await define('tested', second.address, Global);
    void vscode.commands.executeCommand('insights.verifyConnection', 'tested');
    await pause(500);
    assert.deepEqual(second.keys, []);
  });

  it('defined by the workspace send nothing before the person allowed it', async () => {
    const service = await startService();
    await define('of-the-workspace', service.address, Workspace);
    void vscode.commands.executeCommand('insights.setApiKey', 'of-the-workspace', 'key-of-workspace');
    await pause(500);
    assert.deepEqual(service.keys, []);
  });

  it('with a key are asked what another finds nothing of, but none of the workspace that was not allowed', async () => {
    const [asked, other, ofWorkspace] = [await startService(), await startService(), await startService()];
    const settings = vscode.workspace.getConfiguration('insights');
    const pair = { asked: { baseUrl: asked.address }, other: { baseUrl: other.address } };
    await settings.update('connections', pair, Global);
    await define('not-allowed', ofWorkspace.address, Workspace);
    void vscode.commands.executeCommand('insights.setApiKey', 'other', 'key-of-other');
    await until('the service was asked', () => other.keys.length === 1);
    void vscode.commands.executeCommand('insights.setApiKey', 'not-allowed', 'key-of-workspace');
    void vscode.commands.executeCommand('insights.setApiKey', 'asked', 'key-of-asked');
    await until('the service was asked', () => asked.keys.length === 1);
    const { document } = await openQuery('{ "connection": "asked", "from_date": "now-1d" }');
    void vscode.commands.executeCommand('insights.explainEmpty', document.uri);
    await until('the service was asked', () => other.keys.length > 1);
    await pause(300);
    assert.deepEqual([...new Set(asked.keys)], ['key-of-asked']);
    assert.deepEqual(other.keys, ['key-of-other', 'key-of-other']);
    assert.deepEqual(ofWorkspace.keys, []);
  });

  it('with a file read it anew when it was written anew', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const file = vscode.Uri.joinPath(folder.uri, 'exported.ndjson');
    const start = new Date(Date.now() - 3_600_000);
    const session = (source: string) =>
      JSON.stringify({ id: 'one', session_start_time: start.toISOString().slice(0, 19), source });
    const write = (text: string) => vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    const read = async (id: string) => {
      const bytes = await vscode.workspace.fs.readFile(sessionUri('exported', start, id));
      return JSON.parse(new TextDecoder().decode(bytes)) as { id: string; source: string };
    };
    await vscode.workspace
      .getConfiguration('insights')
      .update('connections', { exported: { file: 'exported.ndjson' } }, Global);
    try {
      await write(session('1'));
      assert.equal((await read('one')).source, '1');
      await write(`${session('1')}\n${session('22').replace('one', 'two')}\n`);
      assert.equal((await read('two')).source, '22');
    } finally {
      await vscode.workspace.fs.delete(file);
    }
  });

  it('with a file that is written anew give a run the rest of what it began with', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const file = vscode.Uri.joinPath(folder.uri, 'growing.ndjson');
    const start = new Date(Date.now() - 3_600_000);
    const write = (...ids: readonly string[]) => {
      const lines = ids.map((id) => JSON.stringify({ id, session_start_time: start.toISOString().slice(0, 19) }));
      return vscode.workspace.fs.writeFile(file, new TextEncoder().encode(lines.join('\n')));
    };
    await vscode.workspace
      .getConfiguration('insights')
      .update('connections', { growing: { file: 'growing.ndjson' } }, Global);
    try {
      await write('one', 'two');
      const query = '{ "connection": "growing", "from_date": "now-1d", "page_size": 1 }';
      const { uri } = (await openQuery(query)).document;
      await vscode.commands.executeCommand('insights.runQuery', uri);
      await sentBy(uri, /^- Sessions: 1 of 2$/m);
      await write('three', 'four', 'five');
      await vscode.workspace.fs.readFile(sessionUri('growing', start, 'four'));
      await vscode.commands.executeCommand('insights.loadMore', uri);
      await sentBy(uri, /^- Sessions: 2 of 2$/m);
    } finally {
      await vscode.workspace.fs.delete(file);
    }
  });

  describe('with a file', () => {
    const start = new Date(Date.now() - 3_600_000).toISOString().slice(0, 19);
    const lines = (count: number) =>
      Array.from({ length: count }, (_, at) => JSON.stringify({ id: `s-${at}`, session_start_time: start })).join('\n');
    let folder: string;

    before(() => {
      folder = mkdtempSync(join(tmpdir(), 'insights-files-'));
    });
    after(() => rmSync(folder, { recursive: true, maxRetries: 10, retryDelay: 100 }));

    const defined = async (name: string): Promise<vscode.Uri> => {
      const settings = vscode.workspace.getConfiguration('insights');
      await settings.update('connections', { local: { file: join(folder, name) } }, Global);
      return (await openQuery('{ "connection": "local", "from_date": "now-1d", "page_size": 1 }')).document.uri;
    };
    const run = (query: vscode.Uri) => vscode.commands.executeCommand('insights.runQuery', query);

    it('are served by a process that begins anew after it was killed', async () => {
      writeFileSync(join(folder, 'killed.ndjson'), lines(3));
      const query = await defined('killed.ndjson');
      const others = new Set(emulatorProcesses());
      await run(query);
      await sentBy(query, /^- Sessions: 1 of 3$/m);
      const [pid] = emulatorProcesses().filter((one) => !others.has(one));
      assert.ok(pid, 'there is a process');
      process.kill(pid, 'SIGKILL');
      await until('the process has ended', () => !emulatorProcesses().includes(pid));
      // The extension host may hear of it later than this test: who asks before that is told, and tries again.
      const more = async (): Promise<string> => {
        await vscode.commands.executeCommand('insights.loadMore', query);
        return sentBy(query, /^- Sessions: /m);
      };
      assert.match(await askUntil(more, (text) => /^- Sessions: [23] of 3$/m.test(text)), /^- Sessions: [23] of 3$/m);
    });

    it('say which sessions nobody finds, as the file is written now', async () => {
      const query = await defined('unfound.ndjson');
      const odd = (id: string, start?: string) => JSON.stringify({ id, session_start_time: start });
      const file = join(folder, 'unfound.ndjson');
      writeFileSync(file, [odd('s-0', start), lines(2), odd('s-3', 'yesterday'), odd('s-4')].join('\n'));
      await run(query);
      const said = await sentBy(query, /^- Sessions: 1 of 2$/m);
      assert.match(said, /^- 2 of 5 sessions of the file are in no range: .* 1 of 5 sessions of the file has the id /m);
      writeFileSync(file, lines(3));
      await run(query);
      assert.doesNotMatch(await sentBy(query, /^- Sessions: 1 of 3$/m), /of the file/);
    });

    it('that grows are read anew, however often', async () => {
      const query = await defined('grown.ndjson');
      for (const count of [1, 20, 300]) {
        writeFileSync(join(folder, 'grown.ndjson'), lines(count));
        await run(query);
        await sentBy(query, new RegExp(`^- Sessions: 1 of ${count}$`, 'm'));
      }
    });

    it('that is a pipe, a folder, empty or gone have nobody wait for it', async () => {
      execFileSync('mkfifo', [join(folder, 'pipe')]);
      writeFileSync(join(folder, 'empty.ndjson'), '');
      for (const [name, said] of [
        ['pipe', /names a pipe or a device/],
        ['.', /names a folder/],
        ['empty.ndjson', /is empty/],
        ['nowhere.ndjson', /doesn’t exist/],
      ] as const) {
        await defined(name);
        const read = vscode.workspace.fs.readFile(sessionUri('local', new Date(start), 's-0'));
        await assert.rejects(async () => read, said);
      }
    });

    it('that is large can be cancelled while it is read, and run again', async () => {
      writeFileSync(join(folder, 'large.ndjson'), lines(200_000));
      const query = await defined('large.ndjson');
      const others = new Set(emulatorProcesses());
      const running = run(query);
      await until('a process was started', () => emulatorProcesses().some((one) => !others.has(one)));
      await vscode.commands.executeCommand('insights.cancelRun', query);
      await running;
      // It goes on where the file was read before it was cancelled.
      await askUntil(
        async () => emulatorProcesses().every((one) => others.has(one)),
        (ended) => ended,
      );
      await run(query);
      await sentBy(query, /^- Sessions: 1 of (10,000\+?|200,000|10000\+?|200000)$/m);
    });
  });

  it('are not asked for the next page of what another of their name began', async () => {
    const hits = [{ id: 'one', session_start_time: new Date(Date.now() - 3_600_000).toISOString().slice(0, 19) }];
    const first = await startService((asked) =>
      asked.get('page_number') === '0' ? { total: 2, hits, page_size: '1' } : undefined,
    );
    const second = await startService();
    await define('moving', first.address, Global);
    void vscode.commands.executeCommand('insights.setApiKey', 'moving', 'key-of-first');
    await until('the service was asked', () => first.keys.length === 1);
    const { uri } = (await openQuery('{ "connection": "moving", "from_date": "now-1d", "page_size": 1 }')).document;
    await vscode.commands.executeCommand('insights.runQuery', uri);
    await sentBy(uri, /^- Sessions: 1 of 2$/m);
    const before = first.keys.length;
    await vscode.commands.executeCommand('insights.loadMore', uri);
    await until('the service was asked', () => first.keys.length > before);
    await define('moving', second.address, Global);
    void vscode.commands.executeCommand('insights.setApiKey', 'moving', 'key-of-second');
    await until('the service was asked', () => second.keys.length === 1);
    await vscode.commands.executeCommand('insights.loadMore', uri);
    await pause(300);
    assert.deepEqual(second.keys, ['key-of-second']);
  });

  it('leave the dispatcher alone that every other extension sends with', () => {
    assert.notEqual(dispatcherBefore, undefined);
    assert.equal(Reflect.get(globalThis, slot), dispatcherBefore);
  });
});

/** The processes of this extension host that serve what is on this machine. */
function emulatorProcesses(): readonly number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const read = (file: string): string => {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return '';
    }
  };
  return pids
    .filter((pid) => read(`/proc/${pid}/cmdline`).includes('emulatorProcess.js'))
    .filter((pid) => new RegExp(`^\\d+ \\(.*\\) [^Z] ${process.pid} `, 's').test(read(`/proc/${pid}/stat`)))
    .map(Number);
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
