import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { LineFile } from '../../../src/machine/lineFile.ts';

describe('a file of lines', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'insights-lines-'));
  });
  after(() => rm(folder, { recursive: true }));

  const long = 'x'.repeat(1_500_000);
  const lines = ['first', long, '', 'größer', long];
  for (const left of [0, 1, 2, 3, 4, 5, 9])
    it(`is cut after ${left} lines, however long they are`, async () => {
      const file = path.join(folder, `${left}`);
      await writeFile(file, lines.map((line) => `${line}\n`).join(''));
      await new LineFile(file).cutAfter(left);
      const expected = lines.slice(0, left).map((line) => `${line}\n`);
      assert.equal(await readFile(file, 'utf8'), expected.join(''));
    });

  it('that is not there has nothing to be cut', async () => {
    await new LineFile(path.join(folder, 'nowhere')).cutAfter(3);
    assert.deepEqual(await new LineFile(path.join(folder, 'nowhere')).lines(), []);
  });
});
