// A node:test reporter that ends with the ten tests that took longest. Into the file that INSIGHTS_TEST_COUNTS names it writes what the
// closing line of `npm test` needs, and which files have a test that failed.
import fs from 'node:fs';
import { slowestTests } from './slowestTests.js';
import { countsLine } from './testCounts.js';

/** @param {AsyncIterable<{ type: string, data: any }>} source */
// biome-ignore lint/style/noDefaultExport: node:test takes a reporter's default export
export default async function* closingReporter(source) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const failedFiles = new Set();
  const tests = [];
  /** @type {string[]} */
  const within = [];
  for await (const { type, data } of source) {
    if (type === 'test:start') within.splice(data.nesting, within.length, data.name);
    // A failed test makes the suites around it fail, and the outermost of them stands in the file itself, not in what it shares.
    if (type === 'test:fail' && data.file) failedFiles.add(data.file);
    if (data?.details?.type === 'suite' || (type !== 'test:pass' && type !== 'test:fail')) continue;
    if (data.skip !== undefined || data.todo !== undefined) counts.skipped += 1;
    else if (type === 'test:pass') counts.passed += 1;
    else counts.failed += 1;
    tests.push({ name: [...within.slice(0, data.nesting), data.name].join(': '), ms: data.details.duration_ms });
  }
  const { INSIGHTS_TEST_COUNTS: file } = process.env;
  if (file) fs.writeFileSync(file, `${[countsLine(counts), ...failedFiles].join('\n')}\n`);
  yield `\n${slowestTests(tests)}`;
}
