import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleSessions } from '../../../../src/emulator/samples/sampleSessions.ts';
import { SessionIndex } from '../../../../src/emulator/search/sessionIndex.ts';
import { searched } from '../search/support.ts';

const index = new SessionIndex(sampleSessions(new Date('2026-05-31T23:00:00Z')));
const id = '8ae433e8-7bc1-41a0-b0a6-0cccc30cbc36';

describe("the documentation's own examples", () => {
  const examples: [what: string, parameters: Record<string, unknown>, status: number][] = [
    [
      'said "shut up" to an agent',
      {
        filter_by: {
          must: [{ term: { 'agent_information.id': '1234567' } }, { match: { 'transcription.client': 'shut up' } }],
        },
      },
      200,
    ],
    [
      'three tags',
      { filter_by: { must: ['cat', 'dog', 'rat'].map((tag) => ({ term: { 'flow_data.collected_tags.tag': tag } })) } },
      200,
    ],
    [
      'a number and one of two requests',
      {
        filter_by: {
          must: [{ term: { source: '9726666666' } }],
          should: [{ term: { request_ids: '22' } }, { term: { request_ids: '44' } }],
        },
      },
      200,
    ],
    [
      'all but invalid ones',
      { filter_by: { must_not: [{ term: { 'flow_data.collected_tags.tag': 'invalid' } }] } },
      200,
    ],
    ['sorted by time', { sort_by: 'session_start_time:desc' }, 200],
    ['sorted by two fields', { sort_by: 'session_start_time:desc,agent_information.id:asc' }, 200],
    ['sorted by the agent’s name', { sort_by: 'agent_information:asc,status:desc' }, 200],
    ['sorted by duration', { sort_by: 'channel_data.duration:desc' }, 200],
    ['whole parts', { project_fields: ['agent_information', 'flow_data'] }, 200],
    ['parts of parts', { project_fields: ['agent_information.name', 'flow_data.collected_tags', 'status'] }, 200],
    ['agent_id, which is not in the model', { filter_by: { should: [{ term: { agent_id: '1' } }] } }, 200],
    ['a colon forgotten', { filter_by: '{"should" [\n{"term": {"agent_id": "1"}}\n]}' }, 401],
  ];
  for (const [what, parameters, expected] of examples)
    it(`${what}: ${expected}`, () => {
      const { status, message, body } = searched(index, parameters);
      assert.equal(status, expected, message);
      if (status === 200) assert.ok(Array.isArray(body.hits) && typeof body.total === 'number');
    });

  const finding: Record<string, unknown>[] = [
    { term: { id } },
    { term: { 'agent_information.name': 'oriprod2' } },
    { term: { request_ids: 'db2a0259-92fa-4067-a50c-728689276c58' } },
    { term: { 'tags_list.tag': 'three' } },
    { term: { agent_id: '5f7f2e60a6034c9b5c79d16c' } },
    { match: { 'transcription.client': 'Benjamin' } },
    { term: { 'parameters.name': 'Benjamin' } },
    { term: { 'tags.three': 2 } },
    { term: { 'tags.ddbc05ccbc48431d898104ac5e5b561a.three': 2 } },
    { term: { 'flow_path.request.headers': '{"Content-Type": "application/json"}' } },
    { term: { 'params.name.value': 'Benjamin' } },
    { match: { 'transcription.5f7f2f337340dc7249f81406': 'SHUT up?' } },
    { term: { 'transcription.user': 'benjamin' } },
    { match: { 'flow_path.context.user_input': 'Benjamin!' } },
    { match: { 'flow_path.context.status.message': 'succesfully' } },
  ];
  for (const clause of finding)
    it(`its document is found by ${JSON.stringify(clause)}`, () => {
      const { ids } = searched(index, { filter_by: { must: [clause, { term: { source: '9720014044002502' } }] } });
      assert.deepEqual(ids, [id]);
    });
});
