/**
 * The ten tests that took longest, a line for each.
 * @param {readonly { name: string, ms: number }[]} tests
 */
export function slowestTests(tests) {
  const slowest = [...tests].sort((a, b) => b.ms - a.ms).slice(0, 10);
  const lines = slowest.map(({ name, ms }) => `${(ms / 1000).toFixed(1).padStart(6)} s  ${name}\n`);
  return `The slowest tests:\n${lines.join('')}`;
}
