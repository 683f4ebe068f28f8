// A node:test reporter that writes what the closing line of `npm test` needs: `N passed, N failed, N skipped`.

/** @param {AsyncIterable<{ type: string, data: any }>} source */
// biome-ignore lint/style/noDefaultExport: node:test takes a reporter's default export
export default async function* countReporter(source) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of source) {
    if (data?.details?.type === 'suite' || (type !== 'test:pass' && type !== 'test:fail')) continue;
    if (data.skip !== undefined || data.todo !== undefined) counts.skipped += 1;
    else if (type === 'test:pass') counts.passed += 1;
    else counts.failed += 1;
  }
  yield `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`;
}
