import fs from 'node:fs';
import path from 'node:path';
import { rootDir } from '../vscodeHost/paths.js';

/** Those further away notice little that these do not, and take hours. */
const most = 20;

/**
 * The unit tests that reach a file, the nearest first: the one of its name, those that import it, those of the folders about it. It reads
 * what the last build of the tests says of their imports.
 * @returns {(file: string) => string[]}
 */
export function testsByNearness() {
  /** @type {{ inputs: Record<string, { imports: { path: string }[] }> }} */
  const { inputs } = JSON.parse(fs.readFileSync(path.join(rootDir, 'out/meta/tests.json'), 'utf8'));
  const tests = Object.keys(inputs).filter((file) => /^test\/unit\/.*\.test\.ts$/u.test(file));
  const importsOf = (/** @type {string} */ file) => inputs[file]?.imports.map((found) => found.path) ?? [];
  const reached = new Map(tests.map((test) => [test, reachedFrom(test, importsOf)]));
  return (file) =>
    tests
      .filter((test) => reached.get(test)?.has(file))
      .map((test) => ({ test, distance: distance(test, file, importsOf(test).includes(file)) }))
      .sort((one, other) => one.distance - other.distance || (one.test < other.test ? -1 : 1))
      .slice(0, most)
      .map(({ test }) => test);
}

/** @param {string} test @param {(file: string) => string[]} importsOf */
function reachedFrom(test, importsOf) {
  const found = new Set([test]);
  for (const file of found) for (const imported of importsOf(file)) found.add(imported);
  return found;
}

/** How many folders lie between a test's place and a file's; what imports the file is nearer than what does not. @param {string} test @param {string} file @param {boolean} imports */
function distance(test, file, imports) {
  const there = file.replace('src/', 'test/unit/').replace(/\.ts$/u, '.test.ts');
  if (test === there) return -1;
  const steps = path.posix.relative(path.posix.dirname(there), path.posix.dirname(test)).split('/').filter(Boolean);
  return steps.length + (imports ? 0 : 100);
}
