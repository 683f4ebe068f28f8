// npm test: everything, in the order in which a failure is cheapest; stops at the first stage that fails.
// Prints the tests of all stages together in a closing line `N passed, N failed, N skipped`.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { rootDir } from './vscodeHost/paths.js';
import { temporaryDir } from './vscodeHost/temporaryDir.js';

const counts = temporaryDir('counts');
/** @param {string} stage */
const countsOf = (stage) => path.join(counts, stage);
const bin = path.join(rootDir, 'node_modules/.bin');

/** @type {readonly [name: string, command: string, args: string[]][]} */
const stages = [
  ['build', process.execPath, ['esbuild.js', '--tests']],
  ['lint', path.join(bin, 'biome'), ['check', '.']],
  ['typecheck', 'npm', ['run', '--silent', 'typecheck']],
  ['unit', process.execPath, ['tools/testUnit.js', '--no-build', '--counts', countsOf('unit')]],
  ['integration', process.execPath, ['tools/testIntegration.js', '--no-build', '--counts', countsOf('integration')]],
  ['package', process.execPath, ['tools/package.js']],
  ['page', process.execPath, ['tools/testPage.js', '--no-build', '--counts', countsOf('page')]],
  ['UI', process.execPath, ['tools/testUi.js', '--no-build', '--counts', countsOf('ui')]],
];

const started = Date.now();
let failed = '';
for (const [name, command, args] of stages) {
  const from = Date.now();
  console.log(`\n== ${name}`);
  const { status, error } = spawnSync(command, args, {
    cwd: rootDir,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  console.log(`== ${name}: ${status === 0 ? 'ok' : `failed${error ? ` (${error.message})` : ''}`}, ${seconds(from)} s`);
  if (status === 0) continue;
  failed = name;
  break;
}

const total = sum();
// A stage can fail beside its tests, by a type error for example: that must not read as "0 failed".
if (failed && total.failed === 0) total.failed = 1;
console.log(`\n${failed ? `The ${failed} stage failed` : 'All stages passed'} after ${seconds(started)} s.`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = failed ? 1 : 0;

function sum() {
  const all = { passed: 0, failed: 0, skipped: 0 };
  for (const name of fs.readdirSync(counts)) {
    const [, passed, fails, skipped] =
      /(\d+) passed, (\d+) failed, (\d+) skipped/.exec(fs.readFileSync(countsOf(name), 'utf8')) ?? [];
    all.passed += Number(passed ?? 0);
    all.failed += Number(fails ?? 0);
    all.skipped += Number(skipped ?? 0);
  }
  return all;
}

/** @param {number} from */
function seconds(from) {
  return ((Date.now() - from) / 1000).toFixed(1);
}
