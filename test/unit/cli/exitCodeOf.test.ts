import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Refused } from '../../../src/api/client/insightsErrors.ts';
import { exitCodeOf } from '../../../src/cli/outcome/exitCodeOf.ts';
import { exitCodes } from '../../../src/cli/outcome/exitCodes.ts';

describe('how a refusal ends the command line', () => {
  for (const [status, code] of [
    [400, exitCodes.wrongUse],
    [414, exitCodes.wrongUse],
    [422, exitCodes.wrongUse],
    [403, exitCodes.service],
    [407, exitCodes.service],
    [426, exitCodes.service],
    [304, exitCodes.service],
  ] as const) {
    it(`${status}: ${code}`, () => {
      assert.equal(exitCodeOf(new Refused({ status, contentType: '', text: '' }, 'search')), code);
    });
  }

  it('a refusal for now is the service’s, whatever its status', () =>
    assert.equal(exitCodeOf(new Refused({ status: 413, contentType: '', text: '' }, 'search', 60)), exitCodes.service));
});
