import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { InsightsError } from '../../../../src/api/client/insightsErrors.ts';
import { meetFault } from './meetFault.ts';
import { wireFaults } from './wireFaults.ts';

describe('on the wire', () => {
  for (const fault of wireFaults) {
    it(`${fault.name} is found out: ${[fault.facts.code, fault.facts.problem].filter(Boolean).join(' ')}`, async () => {
      const { error } = await meetFault(fault);
      assert.ok(error instanceof InsightsError, String(error));
      const found = Object.fromEntries(Object.keys(fault.facts).map((name) => [name, Reflect.get(error, name)]));
      assert.deepEqual(found, fault.facts);
    });
  }
});
