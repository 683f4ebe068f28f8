// npm test: everything, as many stages at once as there are cores; stops at the first that fails.
// Prints the tests of all stages together in a closing line `N passed, N failed, N skipped`.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runStages, seconds } from './runStages.js';
import { countsLine, readCounts } from './testCounts.js';
import { npmCommand } from './vscodeHost/npmCommand.js';
import { rootDir } from './vscodeHost/paths.js';
import { temporaryDir } from './vscodeHost/temporaryDir.js';

const dir = temporaryDir('stages');
const countsEnding = '.counts';
/** @param {string} tool @param {string} name @param {readonly string[]} options */
const tests = (tool, name, ...options) => [
  ...[process.execPath, `tools/${tool}.js`, '--no-build', ...options],
  ...['--counts', path.join(dir, `${name}${countsEnding}`)],
];

/**
 * What is quick comes first, and of what runs beside each other, what takes longest: the halves of the windows beside each other, then pages,
 * which keep a core busy, beside the rest. Tests come after the package, for it builds anew what they look at.
 * @type {readonly import('./runStages.js').Stage[]}
 */
const stages = [
  { name: 'build', command: [process.execPath, 'esbuild.js', '--tests'] },
  { name: 'lint', command: [process.execPath, 'node_modules/@biomejs/biome/bin/biome', 'check', '.'] },
  { name: 'package', command: [process.execPath, 'tools/package.js'], after: ['build'] },
  { name: 'typecheck', command: [...npmCommand(), 'run', '--silent', 'typecheck'], after: ['build'] },
  { name: 'host', command: [process.execPath, 'tools/prepareHost.js'] },
  { name: 'UI 1', command: tests('testUi', 'ui1', '--share', '1/2'), after: ['package', 'host'] },
  { name: 'UI 2', command: tests('testUi', 'ui2', '--share', '2/2'), after: ['package', 'host'] },
  { name: 'page', command: tests('testPage', 'page'), after: ['package', 'host'] },
  { name: 'integration', command: tests('testIntegration', 'integration'), after: ['package', 'host'] },
  { name: 'unit', command: tests('testUnit', 'unit'), after: ['package'] },
];

const started = Date.now();
const failed = await runStages(stages, { atOnce: os.availableParallelism(), dir, cwd: rootDir });
const total = sum();
// A stage can fail beside its tests, by a type error for example: that must not read as "0 failed".
if (failed && total.failed === 0) total.failed = 1;
console.log(`\n${failed ? `The ${failed} stage failed` : 'All stages passed'} after ${seconds(started)} s.`);
console.log(countsLine(total));
process.exitCode = failed ? 1 : 0;

function sum() {
  const all = { passed: 0, failed: 0, skipped: 0 };
  for (const name of fs.readdirSync(dir)) {
    if (!name.endsWith(countsEnding)) continue;
    const { passed, failed: fails, skipped } = readCounts(path.join(dir, name));
    all.passed += passed;
    all.failed += fails;
    all.skipped += skipped;
  }
  return all;
}
