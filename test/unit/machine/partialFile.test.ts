import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { PartialFile } from '../../../src/machine/partialFile.ts';
import { removeFolder } from '../../../tools/vscodeHost/removeFolder.js';

describe('a partial file', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'partial-'));
  });
  after(() => removeFolder(folder));

  const names = [
    ...[100, 205, 210, 239, 240, 247, 250, 255].map((length) => `${'a'.repeat(length - 5)}.json`),
    `${'é'.repeat(124)}.ndjson`,
    `${'日'.repeat(83)}.csv`,
    `a.${'b'.repeat(200)}`,
  ];
  it('takes the place of a file only', async () => {
    const inside = path.join(folder, 'a folder');
    await mkdir(inside);
    await assert.rejects(PartialFile.create(inside), { code: 'EISDIR', path: inside });
    if (process.platform !== 'win32') await assert.rejects(PartialFile.create('/dev/null'), { code: 'ENOTSUP' });
    assert.deepEqual(await readdir(folder), ['a folder']);
    await removeFolder(inside);
  });

  for (const name of names) {
    it(`is written, ordered and finished under a name of ${Buffer.byteLength(name)} bytes`, async () => {
      const file = path.join(folder, name);
      const partial = await PartialFile.create(file);
      const beside = await PartialFile.create(file);
      assert.notEqual(partial.path, beside.path);
      assert.match(path.basename(partial.path), /\.partial/);
      await partial.append([Buffer.from('[ba]')]);
      await partial.rearrange(1, [
        { start: 2, length: 1 },
        { start: 1, length: 1 },
        { start: 3, length: 1 },
      ]);
      await partial.finish(file);
      await beside.discard();
      assert.equal(await readFile(file, 'utf8'), '[ab]');
    });
  }

  it('leaves nothing else behind', async () => assert.deepEqual((await readdir(folder)).sort(), [...names].sort()));
});
