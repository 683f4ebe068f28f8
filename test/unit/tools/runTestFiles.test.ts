import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { removeFolder } from '../../../tools/vscodeHost/removeFolder.js';
import { repositoryRoot } from '../architecture/sourceImports.ts';

const runTestFiles = pathToFileURL(join(repositoryRoot(), 'tools/runTestFiles.js')).href;

describe('test files that run twice at most', () => {
  const folder = mkdtempSync(join(tmpdir(), 'insights-twice-'));
  after(() => removeFolder(folder));

  /** Runs files with these bodies of tests; what they leave behind is at `folder`. */
  function run(bodies: Readonly<Record<string, string>>): { status: number | null; said: string; counts: string } {
    const files = Object.entries(bodies).map(([name, body]) => {
      const file = join(folder, `${name}.test.mjs`);
      writeFileSync(
        file,
        `import fs from 'node:fs';\nimport { describe, it } from 'node:test';\ndescribe('${name}', () => { ${body} });`,
      );
      return file;
    });
    const counts = join(folder, 'counts');
    const options = JSON.stringify({ files, counts, env: {} });
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        '--input-type=module',
        `--eval=import { runTwiceAtMost as run } from '${runTestFiles}'; process.exitCode = await run(${options});`,
      ],
      { env, encoding: 'utf8' },
    );
    return { status, said: stdout + stderr, counts: readFileSync(counts, 'utf8') };
  }

  const passes = "it('one', () => {}); it('two', () => {});";
  const failsOnce = (mark: string): string => {
    const file = JSON.stringify(join(folder, mark));
    return `it('one', () => {}); it('two', () => { if (!fs.existsSync(${file})) { fs.writeFileSync(${file}, ''); throw new Error('dropped'); } });`;
  };

  it('run once when all passed', () => {
    const { status, said, counts } = run({ calm: passes });
    assert.equal(status, 0);
    assert.doesNotMatch(said, /once more/);
    assert.equal(counts, '2 passed, 0 failed, 0 skipped\n');
  });

  it('name the file that passed the second time, and count each test once', () => {
    const { status, said, counts } = run({ steady: passes, shaky: failsOnce('mark') });
    assert.equal(status, 0);
    assert.match(said, /Flaky.*: .*shaky\.test\.mjs$/m);
    assert.doesNotMatch(said, /Flaky.*steady/);
    assert.equal(counts, '4 passed, 0 failed, 0 skipped\n');
  });

  it('run once more as a whole where nobody said which file failed', () => {
    const mark = JSON.stringify(join(folder, 'broke'));
    const counts = join(folder, 'counts');
    const runOnce = `async ({ counts }) => {
      if (fs.existsSync(${mark})) return fs.writeFileSync(counts, '3 passed, 0 failed, 0 skipped'), 0;
      fs.writeFileSync(${mark}, '');
      throw new Error('no window');
    }`;
    const options = JSON.stringify({ files: ['a', 'b'], counts });
    const code = `import fs from 'node:fs'; import { runTwiceAtMost as run } from '${runTestFiles}'; process.exitCode = await run(${options}, ${runOnce});`;
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', `--eval=${code}`], {
      encoding: 'utf8',
    });
    assert.equal(status, 0);
    assert.equal(stderr, 'no window\n');
    assert.match(stdout, /Broke off, and run once more/);
    assert.equal(readFileSync(counts, 'utf8'), '3 passed, 0 failed, 0 skipped');
  });

  it('fail when a test fails twice', () => {
    const { status, said, counts } = run({
      shaky: failsOnce('another'),
      wrong: "it('one', () => { throw new Error('wrong'); }); it.skip('two', () => {});",
    });
    assert.equal(status, 1);
    assert.doesNotMatch(said, /Flaky/);
    assert.equal(counts, '2 passed, 1 failed, 1 skipped\n');
  });
});
