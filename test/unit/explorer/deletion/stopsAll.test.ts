import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Fault } from '../../../../src/emulator/faults/faults.ts';
import { stopsAll } from '../../../../src/explorer/deletion/stopsAll.ts';
import { endpoints, sessions } from '../../api/client/faultMatrix.ts';
import { withEmulator } from '../../api/search/emulated.ts';

describe('deleting several', () => {
  const cases: [fault: Fault, stops: boolean][] = [
    [{ kind: 'status', status: 401 }, true],
    [{ kind: 'resetBeforeAnswer' }, true],
    [{ kind: 'redirect' }, true],
    [{ kind: 'rateLimit' }, true],
    [{ kind: 'noAnswer' }, true],
    [{ kind: 'status', status: 404 }, false],
    [{ kind: 'status', status: 400 }, false],
    [{ kind: 'status', status: 500 }, false],
  ];
  for (const [fault, stops] of cases) {
    it(`${stops ? 'stops at' : 'goes on after'} ${JSON.stringify(fault)}`, () =>
      withEmulator({ sessions, faults: { rules: [{ fault }] }, timeoutMs: 500 }, async ({ client, patient }) => {
        const asking = fault.kind === 'noAnswer' ? client : patient;
        await assert.rejects(endpoints.delete(asking), (error) => stopsAll(error) === stops);
      }));
  }
});
