// A node:test reporter that writes what the closing line of `npm test` needs, and which files have a test that failed.
import { countsLine } from './testCounts.js';

/** @param {AsyncIterable<{ type: string, data: any }>} source */
// biome-ignore lint/style/noDefaultExport: node:test takes a reporter's default export
export default async function* countReporter(source) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const failedFiles = new Set();
  for await (const { type, data } of source) {
    // A failed test makes the suites around it fail, and the outermost of them stands in the file itself, not in what it shares.
    if (type === 'test:fail' && data.file) failedFiles.add(data.file);
    if (data?.details?.type === 'suite' || (type !== 'test:pass' && type !== 'test:fail')) continue;
    if (data.skip !== undefined || data.todo !== undefined) counts.skipped += 1;
    else if (type === 'test:pass') counts.passed += 1;
    else counts.failed += 1;
  }
  yield `${[countsLine(counts), ...failedFiles].join('\n')}\n`;
}
