import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { repositoryRoot } from '../../architecture/sourceImports.ts';

const chunks = join(repositoryRoot(), 'dist/chunks');

describe('our undici', () => {
  it('leaves the dispatcher alone that every other extension sends with', async () => {
    const names = (await readdir(chunks)).filter((name) => name.startsWith('dispatcher-') && name.endsWith('.cjs'));
    assert.ok(names.length > 0, 'the chunk that holds undici was built');
    for (const name of names) {
      assert.match(await readFile(join(chunks, name), 'utf8'), /undici/);
      // In a process of its own: this one may have used `fetch`, which fills the slot.
      const script = `
        // Node's own undici fills the slot as soon as anything asks for one of its globals.
        globalThis.FormData;
        const slots = () => Object.getOwnPropertySymbols(globalThis).filter((name) => String(name).includes('undici'));
        const [names, values] = [slots().map(String), slots().map((name) => globalThis[name])];
        const { createDispatcher } = (await import(${JSON.stringify(pathToFileURL(join(chunks, name)).href)})).default;
        const retry = { maxRetries: 0, random: Math.random };
        const dispatcher = createDispatcher({ proxy: 'none', strictTls: true, connectTimeoutMs: 1000, retry });
        await dispatcher.request({ origin: 'http://127.0.0.1:1', path: '/', method: 'GET' }).catch(() => {});
        console.log(JSON.stringify([names, slots().map(String), slots().every((name, at) => globalThis[name] === values[at])]));
        process.exit();`;
      const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
      const [before, after, same] = JSON.parse(stdout) as [string[], string[], boolean];
      assert.deepEqual(after, before);
      assert.equal(same, true);
      assert.ok(before.length > 0);
    }
  });
});
