import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(import.meta.url);
const others = readdirSync(dirname(here), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.js') && name !== 'timeZones.test.js')
  .map((name) => join(dirname(here), name));

describe('everything again on a machine in another zone', { skip: process.env.EMULATOR_ZONE_RUN !== undefined }, () => {
  for (const zone of ['America/New_York', 'Asia/Jerusalem'])
    it(zone, () => {
      const { NODE_TEST_CONTEXT: _, ...environment } = process.env;
      const run = spawnSync(process.execPath, ['--test', '--test-reporter=tap', ...others], {
        env: { ...environment, TZ: zone, EMULATOR_ZONE_RUN: zone },
        encoding: 'utf8',
      });
      const failures = run.stdout.split('\n').filter((line) => line.trimStart().startsWith('not ok'));
      assert.deepEqual(failures, []);
      assert.equal(run.status, 0);
      assert.match(run.stdout, /^# pass [1-9]\d\d/m);
    });
});
