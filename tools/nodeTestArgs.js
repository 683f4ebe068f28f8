// The arguments of `node --test`, the same for unit and UI tests.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** @param {string} name */
const beside = (name) => fileURLToPath(new URL(name, import.meta.url));

/**
 * Arguments that run these files; `counts` is a file to leave how they went in, for `readCounts`.
 * @param {{ files: readonly string[], concurrency?: number, counts?: string | undefined }} options
 */
export function nodeTestArgs({ files, concurrency, counts }) {
  return [
    '--test',
    `--import=${pathToFileURL(beside('./endOfTests.js'))}`,
    ...(concurrency ? [`--test-concurrency=${concurrency}`] : []),
    ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...[`--test-reporter=${pathToFileURL(beside('./slowestReporter.js'))}`, '--test-reporter-destination=stdout'],
    ...(counts
      ? [
          `--test-reporter=${pathToFileURL(beside('./countReporter.js'))}`,
          `--test-reporter-destination=${path.resolve(counts)}`,
        ]
      : []),
    ...files,
  ];
}
