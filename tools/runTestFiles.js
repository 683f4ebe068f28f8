// Runs built test files that share what this process started for them.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { nodeTestArgs } from './nodeTestArgs.js';
import { countsLine, readCounts } from './testCounts.js';
import { rootDir } from './vscodeHost/paths.js';
import { temporaryDir } from './vscodeHost/temporaryDir.js';

/**
 * @typedef {object} TestRun
 * @property {readonly string[]} files
 * @property {Record<string, string>} env added to the environment
 * @property {string | undefined} [counts] a file to leave how they went in, for `readCounts`
 */

/**
 * Runs the files one after the other; resolves to the exit code. Unlike `spawnSync` it lets this process go on meanwhile, which serves
 * the browser.
 * @param {TestRun} run
 * @returns {Promise<number>}
 */
export function runTestFiles({ files, env, counts }) {
  const child = spawn(process.execPath, nodeTestArgs({ files, concurrency: 1, counts }), {
    cwd: rootDir,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  return new Promise((resolve) => {
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs the files as `runTestFiles` does, and those with a test that failed once more: VS Code drops a key or a click now and then, which
 * a person makes again. What fails twice fails; what passes the second time is named as flaky at the end, for it wants mending.
 * @param {TestRun} run
 * @returns {Promise<number>}
 */
export async function runTestFilesTwiceAtMost({ files, env, counts = path.join(temporaryDir('counts'), 'counts') }) {
  const code = await runTestFiles({ files, env, counts });
  const first = readCounts(counts);
  const again = files.filter((file) => first.failedFiles.includes(file));
  if (code === 0 || again.length === 0) return code;

  const names = again.map((file) => path.relative(rootDir, file)).join(', ');
  console.log(`\n== Failed, and run once more: ${names}`);
  const secondCode = await runTestFiles({ files: again, env, counts });
  const { failed } = readCounts(counts);
  const passed = first.passed + first.failed - failed;
  fs.writeFileSync(counts, `${countsLine({ passed, failed, skipped: first.skipped })}\n`);
  if (secondCode === 0) console.log(`\n== Flaky, for they failed once and passed the second time: ${names}`);
  return secondCode;
}
