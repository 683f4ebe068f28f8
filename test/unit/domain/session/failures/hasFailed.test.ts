import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { firstProblem } from '../../../../../src/domain/session/failures/firstProblem.ts';
import { hasFailed } from '../../../../../src/domain/session/failures/hasFailed.ts';

const fine = { type: 'web_hook', node_id: 'fine', response: { code: 200 } };
const broken = { type: 'web_hook', node_id: 'broken', response: { code: 500 } };
const later = { type: 'web_hook', node_id: 'later', response: { code: 404 } };

describe('a session that failed', () => {
  it('has a step that failed first', () => {
    assert.deepEqual(
      [firstProblem({ flow_path: [fine, broken, later] })?.index, firstProblem({ flow_path: [fine] })],
      [1, undefined],
    );
  });

  it('is one that the service says so of, or one with such a step', () => {
    const said = { channel_data: { status_code: 200 } };
    const documents = [
      said,
      { flow_path: [fine, broken] },
      { ...said, flow_path: [broken] },
      { flow_path: [fine] },
      {},
    ];
    assert.deepEqual(documents.map(hasFailed), [true, true, true, false, false]);
  });
});
