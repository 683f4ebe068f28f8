import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { removeFolder } from '../../../tools/vscodeHost/removeFolder.js';
import { repositoryRoot } from '../architecture/sourceImports.ts';

const endOfTests = pathToFileURL(join(repositoryRoot(), 'tools/endOfTests.js')).href;

describe('a process of tests', () => {
  const folder = mkdtempSync(join(tmpdir(), 'insights-end-'));
  after(() => removeFolder(folder));

  /** The exit code of a run of a test file with this in it, and what was said. */
  function run(code: string): { status: number | null; said: string } {
    const file = join(folder, `${Math.random().toString(36).slice(2)}.test.mjs`);
    writeFileSync(file, `import { describe, it } from 'node:test';\n${code}`);
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--test', `--import=${endOfTests}`, file], {
      env,
      encoding: 'utf8',
    });
    return { status, said: stdout + stderr };
  }

  for (const [when, code] of [
    ['within a test', "it('one', () => {}); it('two', async () => { await 1; process.exit(0); });"],
    ['after a suite', "describe('s', () => { it('one', () => {}); }); it('two', () => process.exit(0));"],
    ['before any test', "process.exit(0); it('one', () => {});"],
  ] as const) {
    it(`that ends ${when} without an error fails, and says so`, () => {
      const { status, said } = run(code);
      assert.notEqual(status, 0);
      assert.match(said, /\.test\.mjs ended before its tests did\./);
    });
  }

  it('that comes to its end passes', () => {
    const { status, said } = run("describe('s', () => { it('one', () => {}); });");
    assert.equal(status, 0, said);
  });
});
