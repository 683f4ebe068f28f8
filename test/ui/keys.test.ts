import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe } from 'node:test';
import type { Emulator } from '../../src/emulator/server/server.ts';
import { startEmulator } from '../../src/emulator/server/server.ts';
import { run } from './support/queryRuns.ts';
import { addLiveConnection } from './support/serviceConnection.ts';
import { uiRun } from './support/uiRun.ts';
import { windowTest } from './support/windowTest.ts';
import type { Workbench } from './support/workbench.ts';

const key = 'Zq9.key+nobody/may=find~7d793037a0';

/** The key as it is, in an address, in base64, and in text of two bytes a character. */
const forms: readonly Buffer[] = [
  Buffer.from(key),
  Buffer.from(encodeURIComponent(key)),
  Buffer.from(Buffer.from(key).toString('base64')),
  Buffer.from(key, 'utf16le'),
];
const holdsKey = (content: string | Buffer): boolean => forms.some((form) => Buffer.from(content).includes(form));

describe('the key of a connection, after a session of everything by hand', () => {
  let service: Emulator;
  before(async () => {
    service = await startEmulator({ key });
  });
  after(() => service.close());

  const test = windowTest({
    keepSecrets: true,
    files: { 'live.insights.json': '{ "name": "Live", "connection": "live", "page_size": 3 }' },
  });

  test('is used', async (w) => {
    await w.openFile('live.insights.json');
    await addLiveConnection(w, service.origin, key);
    await run(w, 'live.insights.json');
    await w.treeRow(/^Query, Live, 3 of /).waitFor();
    await w.runCommand('Insights: Copy as cURL');
    await w.eventually('the command is copied', async () => (await clipboard(w)).includes('INSIGHTS_API_KEY'));
    assert.equal(holdsKey(await clipboard(w)), false);
    service.setFaults({ rules: [{ fault: { kind: 'status', status: 400, body: `X-Vgai-Key: ${key} may not` } }] });
    await run(w, 'live.insights.json');
    await w.treeRow(/The service rejected this query \(400\)/).waitFor();
    service.setFaults({ rules: [{ fault: { kind: 'status', status: 401, body: `"${key}"` } }] });
    await run(w, 'live.insights.json');
    await w.treeRow(/The service refused the API key/).waitFor();
    service.setFaults(undefined);
    await run(w, 'live.insights.json');
    await w.treeRow(/^(Successful|With warnings|With errors|In progress), /).click();
    await w
      .viewer()
      .getByRole('listbox', { name: /^Timeline/u })
      .waitFor();
  });

  test('is not in what is shown', async (w) => {
    assert.equal(holdsKey(await w.page.content()), false);
  });

  test('is not in the state that VS Code keeps, where its own store of secrets is encrypted', async (w) => {
    let state = '';
    // VS Code writes it down some seconds later.
    await w.eventually('the index of keys is among it', async () => {
      state = await stateOf(w);
      return state.includes('insights.key:');
    });
    assert.equal(holdsKey(state), false);
  });

  test('is in no file of the profile or the workspace', (w) => {
    const files = [uiRun().profile, w.workspace].flatMap(filesBelow);
    assert.ok(
      files.some((file) => contentOf(file).includes(service.origin)),
      'the settings are among them',
    );
    const holding = files.filter((file) => holdsKey(contentOf(file)));
    assert.deepEqual(holding, []);
    return Promise.resolve();
  });
});

function clipboard(w: Workbench): Promise<string> {
  return w.page.evaluate(() => navigator.clipboard.readText());
}

/** Everything that the window keeps: VS Code's databases hold the state of extensions, global and of the workspace. */
function stateOf(w: Workbench): Promise<string> {
  return w.page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const objects = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([done(objects.getAllKeys()), done(objects.getAll())]);
        const texts = values.map((value) => (ArrayBuffer.isView(value) ? new TextDecoder().decode(value) : value));
        kept.push(name, store, keys, texts);
      }
      database.close();
    }
    return JSON.stringify(kept);
  });
}

/** Every regular file below a folder; a file of VS Code's may be gone before it was looked at. */
function filesBelow(folder: string): string[] {
  const entries = ifThere(() => fs.readdirSync(folder, { withFileTypes: true })) ?? [];
  return entries.flatMap((entry) => {
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(file) : entry.isFile() ? [file] : [];
  });
}

function contentOf(file: string): Buffer {
  return ifThere(() => fs.readFileSync(file)) ?? Buffer.alloc(0);
}

function ifThere<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
