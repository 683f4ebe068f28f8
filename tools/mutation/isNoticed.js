import { builtTest } from './builtTest.js';
import { runTest } from './runTest.js';
import { runs, unchangedRun } from './unchangedRun.js';

/** More tests than these notice little that the nearer ones do not, and take hours. */
const mostAsked = 6;

/** @type {Map<string, Promise<import('./unchangedRun.js').Unchanged>>} */
const unchanged = new Map();

/**
 * Whether a test fails with a change, or does not end. Of the tests, the nearest first, those are asked that run what is changed.
 * @param {import('./changesIn.js').Change} change @param {readonly string[]} tests
 */
export async function isNoticed(change, tests) {
  const asked = [];
  for (const test of tests) {
    if (asked.length === mostAsked) break;
    const before = unchanged.get(test) ?? unchangedRun(test);
    unchanged.set(test, before);
    const { holds, milliseconds } = await before;
    if (holds && runs(await before, change)) asked.push({ test, milliseconds });
  }
  // One that notices is enough, so the quickest go first.
  for (const { test, milliseconds } of asked.toSorted((one, other) => one.milliseconds - other.milliseconds)) {
    const { script } = await builtTest(test, change);
    // A busy machine is no endless loop.
    if (!(await runTest(test, script, { timeout: 15_000 + 10 * milliseconds }))) return true;
  }
  return false;
}
