import assert from 'node:assert/strict';
import { wordsOfError } from '../../src/host/errors/wordsOfError.ts';
import { endpointNames, endpoints, expectedOf, faultMatrix, sessions } from '../unit/api/client/faultMatrix.ts';
import { withEmulator } from '../unit/api/search/emulated.ts';

describe('what people read of a fault', () => {
  for (const row of faultMatrix) {
    const { fault, timeoutMs } = row;
    for (const endpoint of endpointNames) {
      const { outcome, says } = expectedOf(row, endpoint);
      if (outcome === 'ok') continue;
      it(`${JSON.stringify(fault)} at ${endpoint}`, async () => {
        const options = { sessions, faults: { rules: [{ fault }] }, ...(timeoutMs ? { timeoutMs } : {}) };
        await withEmulator(options, async ({ client }) => {
          const error = await endpoints[endpoint](client).then(
            () => undefined,
            (thrown: unknown) => thrown,
          );
          assert.ok(says, 'the table says what is read');
          assert.match(wordsOfError(error, 'live').sentence, says);
        });
      });
    }
  }
});
