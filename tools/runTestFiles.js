// Runs built test files.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { countsLine, readCounts } from './testCounts.js';
import { rootDir } from './vscodeHost/paths.js';
import { temporaryDir } from './vscodeHost/temporaryDir.js';

/** @param {string} name */
const beside = (name) => new URL(name, import.meta.url).href;

/**
 * @typedef {object} TestRun
 * @property {readonly string[]} files
 * @property {Record<string, string>} [env] added to the environment
 * @property {string | undefined} [counts] a file to leave how they went in, for `readCounts`
 * @property {number} [concurrency] how many files at once; without it, as many as Node thinks right
 */

/**
 * Runs the files; resolves to the exit code. Unlike `spawnSync` it lets this process go on meanwhile, which serves the browser.
 * @param {TestRun} run
 * @returns {Promise<number>}
 */
export function runTestFiles({ files, env, counts, concurrency }) {
  const args = [
    '--test',
    `--import=${beside('./endOfTests.js')}`,
    ...(concurrency ? [`--test-concurrency=${concurrency}`] : []),
    ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...[`--test-reporter=${beside('./closingReporter.js')}`, '--test-reporter-destination=stdout'],
    ...files,
  ];
  const child = spawn(process.execPath, args, {
    cwd: rootDir,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env, ...(counts && { INSIGHTS_TEST_COUNTS: path.resolve(counts) }) },
  });
  return new Promise((resolve) => {
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs the files as `runOnce` does, and those with a test that failed once more, one at a time: VS Code drops a key or an event now and
 * then, which a person makes again, and a machine may be too busy for what a test waits for. What fails twice fails; what passes the second
 * time is named as flaky at the end, for it wants mending. A run that broke off before it could say which file failed, as one whose window
 * did not come up, is made once more as a whole. `runOnce` brings what the files stand on, each time anew: it may be what failed.
 * @param {TestRun} run
 * @param {(run: TestRun) => Promise<number>} runOnce
 * @returns {Promise<number>}
 */
export async function runTwiceAtMost(run, runOnce = runTestFiles) {
  const { files, counts = path.join(temporaryDir('counts'), 'counts') } = run;
  /** @param {TestRun} one */
  const codeOf = (one) =>
    runOnce(one).catch((/** @type {Error} */ error) => {
      console.error(error.message);
      return 1;
    });
  fs.rmSync(counts, { force: true });
  const code = await codeOf({ ...run, counts });
  if (code === 0) return 0;
  const first = readCounts(counts);
  const failedFiles = files.filter((file) => first.failedFiles.includes(file));
  if (failedFiles.length === 0) {
    console.log('\n== Broke off, and run once more');
    fs.rmSync(counts, { force: true });
    return codeOf({ ...run, counts });
  }

  const names = failedFiles.map((file) => path.relative(rootDir, file)).join(', ');
  console.log(`\n== Failed, and run once more: ${names}`);
  const secondCode = await codeOf({ ...run, files: failedFiles, counts, concurrency: 1 });
  const { failed } = readCounts(counts);
  const passed = first.passed + first.failed - failed;
  fs.writeFileSync(counts, `${countsLine({ passed, failed, skipped: first.skipped })}\n`);
  if (secondCode === 0) console.log(`\n== Flaky, for they failed once and passed the second time: ${names}`);
  return secondCode;
}
