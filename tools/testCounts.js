// How the tests of a run went, as the stages of `npm test` tell each other: `N passed, N failed, N skipped`, then the files with a test that
// failed, one a line.
import fs from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} TestCounts */

/** @param {TestCounts} counts */
export function countsLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** What a file says; nothing passed or failed where it says nothing, for a stage that broke off may have left none. @param {string} file */
export function readCounts(file) {
  const [line = '', ...failedFiles] = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n') : [];
  const [, passed = 0, failed = 0, skipped = 0] = /(\d+) passed, (\d+) failed, (\d+) skipped/.exec(line) ?? [];
  return { passed: Number(passed), failed: Number(failed), skipped: Number(skipped), failedFiles };
}
