import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readSteps, readStepVisits } from '../../../../../src/domain/session/steps.ts';
import { sampleSessions } from '../../../../../src/emulator/samples/sampleSessions.ts';

it('visits are what the steps say, of every sample session and of odd ones', () => {
  const odd = [
    null,
    7,
    {},
    { flow_path: [null, 'x', { type: 'END_CALL', node_id: 7 }, { type: 'END_CALL', node_id: '7' }] },
  ];
  for (const session of [...sampleSessions(new Date('2026-11-20T12:00:00Z')), ...odd]) {
    const steps = readSteps(session).map(({ type, nodeId, executionMs, repeats, problem }) => ({
      ...{ type, nodeId, executionMs, repeats, problem },
    }));
    assert.deepEqual(readStepVisits(session), steps);
  }
});
