import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { writeAtomically } from '../../../src/host/atomicFile.ts';
import { removeFolder } from '../../../tools/vscodeHost/removeFolder.js';

async function inFolder(use: (file: string, names: () => Promise<string[]>) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'insights-atomic-'));
  try {
    await use(join(folder, 'a.ndjson'), () => readdir(folder));
  } finally {
    removeFolder(folder);
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

  it('keeps the order of many small texts', () =>
    inFolder(async (file) => {
      const texts = Array.from({ length: 300 }, (_, at) => `${at}:${'é'.repeat(at)}\n`);
      await writeAtomically(file, async (sink) => {
        for (const text of texts) await sink.write(text);
      });
      assert.equal(await readFile(file, 'utf8'), texts.join(''));
    }));

  it('is not there before all of it is', () =>
    inFolder(async (file, names) => {
      await writeAtomically(file, async (sink) => {
        await sink.write('half');
        assert.deepEqual(
          (await names()).filter((name) => name === 'a.ndjson'),
          [],
        );
      });
      assert.deepEqual(await names(), ['a.ndjson']);
    }));

  for (const length of [205, 210, 255]) {
    it(`may have a name of ${length} letters`, () =>
      inFolder(async (file, names) => {
        const name = 'n'.repeat(length);
        await writeAtomically(join(dirname(file), name), (sink) => sink.write('written'));
        assert.deepEqual(await names(), [name]);
      }));
  }

  it('may have a name of 255 bytes', () =>
    inFolder(async (file, names) => {
      const name = '日'.repeat(85);
      await writeAtomically(join(dirname(file), name), (sink) => sink.write('written'));
      assert.deepEqual(await names(), [name]);
    }));

  it('can be read by its owner only', { skip: process.platform === 'win32' }, () =>
    inFolder(async (file) => {
      await writeAtomically(file, (sink) => sink.write('what callers said'));
      assert.equal((await stat(file)).mode & 0o077, 0);
    }),
  );

  it('removes what a process that ended in the middle left, and nothing that may still be written', () =>
    inFolder(async (file, names) => {
      const part = (name: string, digit: string) =>
        join(dirname(file), `${name}.${digit.repeat(8)}-1111-4111-8111-111111111111.insights-part`);
      const left = [part('a.ndjson', '1'), part('b.csv', '1'), part('', '4')];
      const others = [part('a.ndjson', '2'), `${file}.insights-part`, `${part('a.ndjson', '3')}.txt`];
      for (const name of [...left, ...others]) await writeFile(name, 'half');
      const yesterday = new Date(Date.now() - 86_400_000);
      for (const name of [...left, ...others.slice(1)]) await utimes(name, yesterday, yesterday);
      await writeAtomically(file, (sink) => sink.write('whole'));
      const expected = [file, ...others].map((name) => basename(name));
      assert.deepEqual((await names()).sort(), expected.sort());
    }));
});
