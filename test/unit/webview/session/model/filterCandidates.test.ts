import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addClause } from '../../../../../src/domain/query/edits/addClause.ts';
import { filterCandidates } from '../../../../../webview/session/model/filterCandidates.ts';
import { readModel } from '../../../../../webview/session/model/model.ts';

const session = {
  source: '447700900123',
  agent_information: { id: 'a1', name: 'Orders' },
  channel: 'Telephony',
  channel_data: { status_code: 200 },
  tags_list: [{ tag: 'late' }, { tag: 'late' }],
  flow_path: [
    {
      type: 'webhook',
      node_id: 'n1',
      request_id: 'r1',
      request: { url: 'https://orders.example/validate' },
      response: { code: 502, payload: 'x'.repeat(2_000) },
      tags: [{ tag: 'failed' }],
      context: {
        altered_parameters: [{ name: 'ORDER' }],
        execution_parameters: [{ name: 'ORDER' }, { name: 'USER.NAME' }],
      },
    },
    { type: 'speak', context: { url: 'https://x.example', status: { code: 404 }, user_input: 'y'.repeat(1_001) } },
  ],
};

const model = readModel(session);
const said = (step: number | undefined, fact?: string) =>
  filterCandidates(model, { step: model.conversation.steps[step ?? -1], fact }).map(({ path, value, also }) =>
    [`${path}=${value}`, ...(also ? [`${also.path}=${also.value}`] : [])].join(' & '),
  );

const ofSession = [
  'source=447700900123',
  'agent_information.id=a1',
  'agent_information.name=Orders',
  'channel=Telephony',
  'channel_data.status_code=200',
  'tags_list.tag=late',
];

describe('what a query may ask for', () => {
  it('is the selected step’s, then the session’s, each once', () => {
    assert.deepEqual(said(0), [
      'flow_path.node_id=n1 & flow_path.response.code=502',
      'flow_path.request.url=https://orders.example/validate',
      'flow_path.response.code=502',
      'flow_path.node_id=n1',
      'flow_path.type=webhook',
      'flow_path.tags.tag=failed',
      'flow_path.context.altered_parameters.name=ORDER',
      'flow_path.context.execution_parameters.name=ORDER',
      'flow_path.context.execution_parameters.name=USER.NAME',
      'flow_path.request_id=r1',
      ...ofSession,
    ]);
    assert.deepEqual(said(undefined), ofSession);
  });

  it('names the field that holds the value, and nothing too long for one', () => {
    assert.deepEqual(said(1).slice(0, 5), [
      'flow_path.context.url=https://x.example & flow_path.context.status.code=404',
      'flow_path.context.url=https://x.example',
      'flow_path.context.status.code=404',
      'flow_path.type=speak',
      'source=447700900123',
    ]);
  });

  it('calls nodes and agents by their names', () => {
    const named = readModel(session, { n1: { name: 'Look up order' } });
    const names = filterCandidates(named, { step: named.conversation.steps[0] }).flatMap(({ name, label }) =>
      name === undefined ? [] : [`${label}: ${name}`],
    );
    assert.deepEqual(names, ['same webhook, same code: Look up order 502', 'node: Look up order', 'agent: Orders']);
  });

  it('begins with the fact that is looked at', () => {
    assert.deepEqual(said(0, 'channel').slice(0, 2), [
      'channel=Telephony',
      'flow_path.node_id=n1 & flow_path.response.code=502',
    ]);
    assert.equal(said(0, 'channel').length, said(0).length);
    assert.deepEqual(said(0, 'no_such_fact'), said(0));
  });

  it('is what parameters ended with, where a path can name them', () => {
    const params = { qty: { value: 'zwei' }, 'USER.NAME': { value: 'Bo' }, size: { value: '' } };
    const candidates = filterCandidates(readModel({ params }), {});
    assert.deepEqual(candidates, [{ path: 'params.qty.value', value: 'zwei', label: 'qty' }]);
    assert.equal(addClause('{}', { occurrence: 'must', path: 'params.qty.value', value: 'zwei' }).type, 'added');
  });

  it('is nothing of a document that holds nothing', () => {
    assert.deepEqual(filterCandidates(readModel({}), {}), []);
  });

  it('can be asked for: each becomes a clause', () => {
    for (const step of model.conversation.steps) {
      for (const { path, value } of filterCandidates(model, { step })) {
        assert.equal(addClause('{}', { occurrence: 'must', path, value }).type, 'added', path);
      }
    }
  });
});
