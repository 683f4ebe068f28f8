// A node:test reporter for mutation tests: the first test that fails ends the process, for one is enough.

/** @param {AsyncIterable<{ type: string }>} events */
// biome-ignore lint/style/noDefaultExport: node:test takes a reporter's default export
// biome-ignore lint/correctness/useYield: it says nothing
export default async function* bailReporter(events) {
  for await (const { type } of events) if (type === 'test:fail') process.exit(1);
}
