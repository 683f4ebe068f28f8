import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filterCandidates } from '../../../../../webview/session/model/filterCandidates.ts';
import type { SessionModel } from '../../../../../webview/session/model/model.ts';
import { readContent } from '../../../../../webview/session/model/model.ts';
import { SessionSearch } from '../../../../../webview/session/model/search.ts';

function modelOf(text: string): SessionModel {
  const content = readContent({ type: 'document', bytes: new TextEncoder().encode(text), partial: false });
  assert.equal(content.type, 'model');
  return content.model;
}

describe('numbers of a session as the page reads it', () => {
  const model = modelOf(`{
    "id": "s-1", "source": 9720014044002503, "destination": 12345678901234567890,
    "channel_data": { "duration": 12000.0, "status_code": 2e2, "custom_score": 0.50 },
    "params_list": [{ "name": "loyalty", "value": 6304000000000000123 }, { "name": "price", "value": 12.50 }],
    "flow_path": [{ "type": "webhook", "node_id": 9007199254740993, "execution_time": 1.5e3,
      "response": { "code": 200.0, "payload": { "order_id": 1234567890123456789 } } }]
  }`);

  it('keep their digits where they are texts', () => {
    assert.equal(model.summary.caller, '9720014044002503');
    assert.equal(model.summary.destination, '12345678901234567890');
    assert.deepEqual(
      model.parameters.map(({ name, value }) => [name, value]),
      [
        ['loyalty', '6304000000000000123'],
        ['price', '12.50'],
      ],
    );
    assert.equal(model.conversation.steps[0]?.nodeId, '9007199254740993');
    assert.equal(model.facts.find(({ path }) => path === 'channel_data.custom_score')?.value, '0.50');
  });

  it('count where they are numbers', () => {
    assert.equal(model.summary.durationMs, 12_000);
    assert.equal(model.summary.outcome, 'error');
    assert.equal(model.conversation.steps[0]?.responseCode, 200);
    assert.equal(model.conversation.steps[0]?.executionMs, 1_500);
  });

  it('are found and filtered for as they were recorded', () => {
    assert.deepEqual(new SessionSearch(model).find('1234567890123456789'), [{ step: 0 }]);
    const candidates = filterCandidates(model, { step: model.conversation.steps[0] });
    for (const value of ['9720014044002503', '9007199254740993', '6304000000000000123']) {
      assert.ok(
        candidates.some((candidate) => candidate.value === value),
        value,
      );
    }
  });
});

describe('a session that is nested deep', () => {
  const levels = 100_000;
  const deep = `${'{"a":['.repeat(levels / 2)}"end"${']}'.repeat(levels / 2)}`;
  const model = modelOf(`{"id":"s-1","channel":${deep},"params":{"p":${deep},"q":{"value":${deep}}},
    "tags_list":[${deep}],"transcription":[{"user":${deep}}],
    "flow_path":[${deep},{"type":"webhook","request":{"headers":${deep},"payload":${deep}},"response":{"payload":${JSON.stringify(deep)}},
      "context":{"execution_parameters":[{"name":"p","value":${deep}}]}}]}`);

  it('is read like any other', () => {
    assert.equal(model.summary.id, 's-1');
    assert.equal(model.parameters.find(({ name }) => name === 'q')?.value, deep);
    assert.equal(model.conversation.steps.length, 2);
  });

  it('is searched like any other', () => assert.deepEqual(new SessionSearch(model).find('"end"').length > 0, true));
});
