// The entry that VS Code calls in its extension host: runs every *.test.js beside it with mocha, or those that INSIGHTS_TEST_FILES names.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import util from 'node:util';
import Mocha from 'mocha';
import { slowestTests } from '../../tools/slowestTests.js';
import { countsLine } from '../../tools/testCounts.js';

export async function run(): Promise<void> {
  const report = process.env.INSIGHTS_TEST_REPORT;
  if (!report) throw new Error('INSIGHTS_TEST_REPORT must name the file to report to');
  const print = (...words: unknown[]): void => fs.appendFileSync(report, `${util.format(...words)}\n`);
  Mocha.reporters.Base.consoleLog = print;

  const grep = process.env.INSIGHTS_TEST_GREP;
  // VS Code loses an event now and then: what fails runs once more, and what passes then is named as flaky, for it wants mending.
  const mocha = new Mocha({
    ui: 'bdd',
    color: false,
    timeout: 120_000,
    reporter: 'spec',
    retries: 1,
    ...(grep ? { grep } : {}),
  });
  const dir = path.dirname(fileURLToPath(import.meta.url));
  const { INSIGHTS_TEST_FILES: some, INSIGHTS_TEST_COUNTS: counts } = process.env;
  const all = fs.readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.js'));
  for (const file of some?.split(path.delimiter) ?? all.sort().map((name) => path.join(dir, name))) mocha.addFile(file);
  try {
    await mocha.loadFilesAsync();
  } catch (error) {
    print('A test file does not load:', error);
    throw error;
  }
  const ended: { name: string; ms: number }[] = [];
  const flaky = new Map<string, Error>();
  const failedFiles = new Set<string>();
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      print(slowestTests(ended));
      for (const [name, error] of flaky)
        print(`Flaky, for it failed once and passed the second time: ${name}\n  `, error);
      // The closing line tells the driver that the suite came to its end: a crashed extension host looks like a good one otherwise.
      const { passes, pending } = runner.stats ?? { passes: 0, pending: 0 };
      const closing = countsLine({ passed: passes, failed: failures, skipped: pending });
      print(closing);
      if (counts) fs.writeFileSync(counts, `${[closing, ...failedFiles].join('\n')}\n`);
      if (failures > 0) reject(new Error(`${failures} tests failed.`));
      else resolve();
    });
    runner.on('retry', (test, error) => flaky.set(test.fullTitle(), error));
    runner.on('fail', (test) => {
      flaky.delete(test.fullTitle());
      if (test.file) failedFiles.add(test.file);
    });
    runner.on('test end', (test) => ended.push({ name: test.fullTitle(), ms: test.duration ?? 0 }));
  });
}
