// A node:test reporter that ends with the ten tests that took longest.
import { slowestTests } from './slowestTests.js';

/** @param {AsyncIterable<{ type: string, data: any }>} source */
// biome-ignore lint/style/noDefaultExport: node:test takes a reporter's default export
export default async function* slowestReporter(source) {
  const tests = [];
  /** @type {string[]} */
  const within = [];
  for await (const { type, data } of source) {
    if (type === 'test:start') within.splice(data.nesting, within.length, data.name);
    if (data?.details?.type === 'suite' || (type !== 'test:pass' && type !== 'test:fail')) continue;
    tests.push({ name: [...within.slice(0, data.nesting), data.name].join(': '), ms: data.details.duration_ms });
  }
  yield `\n${slowestTests(tests)}`;
}
