import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findFindings } from '../../../../../src/domain/session/failures/findings.ts';
import { readVisits } from '../../../../../src/domain/session/path/visits.ts';
import { summarise } from '../../../../../src/domain/session/session.ts';
import { readSteps } from '../../../../../src/domain/session/steps.ts';

function findingsOf(document: unknown) {
  const parameters = [
    { name: 'size', completed: false, changes: [] },
    { name: 'street', completed: true, changes: [] },
    { name: 'unknown', changes: [] },
  ];
  return findFindings({ summary: summarise(document), steps: readSteps(document), parameters });
}

describe('findings', () => {
  it('name the longest speech and the slowest webhook, what all took together, and what was never completed', () => {
    const {
      ending: _,
      toldErrors: __,
      ...rest
    } = findingsOf({
      flow_path: [
        { execution_time: 20, type: 'webhook' },
        { execution_time: '300', type: 'speak' },
        {},
        { execution_time: 300 },
      ],
    });
    assert.deepEqual(rest, {
      longestSpeech: { step: 1, ms: 300 },
      slowestWebhook: { step: 0, ms: 20 },
      executionMs: 620,
      incomplete: ['size'],
    });
  });

  it('find no slowest webhook where none took time', () =>
    assert.equal(findingsOf({ flow_path: [{ type: 'webhook' }] }).slowestWebhook, undefined));

  it('tell of errors in the bodies of webhooks that answered with success, and of no others', () => {
    const response = { code: 200, payload: '{"error":"Out of stock"}' };
    const { toldErrors } = findingsOf({
      flow_path: [
        { type: 'webhook', response: { code: 200, payload: '{"error":null}' } },
        { type: 'Webhook', response },
        { type: 'webhook', response: { ...response, code: 500 } },
        { type: 'speak', response },
      ],
    });
    assert.deepEqual([...toldErrors], [[1, { key: 'error', text: 'Out of stock', rule: 'named' }]]);
  });

  const endings: [what: string, document: unknown, ending: unknown][] = [
    ['an end call', { status: 'ended', flow_path: [{}, { type: 'end_call' }] }, { type: 'endCall', step: 1 }],
    [
      'ended without an end call',
      { status: 'ended', flow_path: [{}, { type: 'speak' }] },
      { type: 'elsewhere', step: 1 },
    ],
    [
      'with a person who took over',
      { status: 'ended', flow_path: [{ type: 'speak' }, { type: 'Call_Routing' }] },
      { type: 'transferred', step: 1 },
    ],
    [
      'with nobody who took over',
      { status: 'ended', flow_path: [{ type: 'call_routing', response: { code: 500 } }] },
      { type: 'elsewhere', step: 0 },
    ],
    ['in progress', { status: 'in_progress', flow_path: [{ type: 'speak' }] }, { type: 'inProgress' }],
    ['no path', { status: 'ended' }, { type: 'unknown' }],
    ['no status', { flow_path: [{}] }, { type: 'unknown' }],
  ];
  for (const [what, document, ending] of endings) {
    it(`say how it ended: ${what}`, () => assert.deepEqual(findingsOf(document).ending, ending));
  }
});

describe('visits', () => {
  it('count how often a node was come to, an end call that repeats it not again', () => {
    const path = ['a', 'b', 'a', undefined, 'b'].map((node_id) => ({ node_id, type: 'speak' }));
    const steps = readSteps({ flow_path: [...path, { node_id: 'b', type: 'end_call' }] });
    assert.deepEqual(
      readVisits(steps).map((visit) => visit && `${visit.number} of ${visit.of}`),
      ['1 of 2', '1 of 2', '2 of 2', undefined, '2 of 2', '2 of 2'],
    );
  });
});
