// A node:test reporter for mutation tests: one line for a file that holds, and one at once for each test that fails. The names of tests
// stay out of it, for they hold what the reader of these lines cannot take.

/** @param {AsyncIterable<{ type: string }>} events */
// biome-ignore lint/style/noDefaultExport: node:test takes a reporter's default export
export default async function* verdictReporter(events) {
  let failed = 0;
  for await (const { type } of events) if (type === 'test:fail') yield `not ok ${++failed} - a test\n`;
  yield failed === 0 ? 'ok 1 - every test\n1..1\n' : `1..${failed}\n`;
}
