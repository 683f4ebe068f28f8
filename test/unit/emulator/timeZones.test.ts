import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = fileURLToPath(import.meta.url);
const others = readdirSync(dirname(here), { recursive: true, encoding: 'utf8' })
  // What starts processes takes most of the time, and what it tries has nothing to do with dates.
  .filter((name) => /^(?!timeZones|commandLine|process).*\.test\.js$/u.test(name))
  .map((name) => pathToFileURL(join(dirname(here), name)).href);

/** Runs all other tests of the emulator in one process: starting one for each file would take longer than the tests. */
async function runIn(zone: string) {
  const { NODE_TEST_CONTEXT: _, ...environment } = process.env;
  const together = others.map((file) => `await import(${JSON.stringify(file)});`).join('\n');
  const child = spawn(process.execPath, ['--test-reporter=tap', '--input-type=module', '--eval', together], {
    env: { ...environment, TZ: zone },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  return { code, lines: output.split('\n').map((line) => line.trim()) };
}

describe('everything again on a machine in another zone', { concurrency: true }, () => {
  for (const zone of ['America/New_York', 'Asia/Jerusalem'])
    it(zone, async () => {
      const { code, lines } = await runIn(zone);
      assert.deepEqual(
        lines.filter((line) => line.startsWith('not ok')),
        [],
      );
      assert.equal(code, 0);
      // The summary is there only when the process did not end before its tests.
      assert.ok(lines.includes('# cancelled 0'));
      assert.ok(lines.filter((line) => line.startsWith('ok')).length > 300);
    });
});
