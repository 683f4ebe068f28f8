import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { writeAtomically } from '../../../src/host/atomicFile.ts';

async function inFolder(use: (file: string, names: () => Promise<string[]>) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'insights-atomic-'));
  try {
    await use(join(folder, 'a.ndjson'), () => readdir(folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe('a file written atomically', () => {
  it('holds all of a text that is longer than the buffer, whatever letters it has', () =>
    inFolder(async (file, names) => {
      const text = 'ä😀x'.repeat(300_000);
      await writeAtomically(file, async (sink) => {
        await sink.write(text);
        await sink.write('end');
      });
      assert.equal((await readFile(file, 'utf8')) === `${text}end`, true);
      assert.deepEqual(await names(), ['a.ndjson']);
    }));

  it('stays as it was when writing fails', () =>
    inFolder(async (file, names) => {
      await writeFile(file, 'before');
      const failing = writeAtomically(file, async (sink) => {
        await sink.write('half');
        throw new Error('no more');
      });
      await assert.rejects(failing, /no more/);
      assert.equal(await readFile(file, 'utf8'), 'before');
      assert.deepEqual(await names(), ['a.ndjson']);
    }));
});
