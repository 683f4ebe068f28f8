import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fields, findField, findSlip } from '../../../../../src/domain/session/fields/fields.ts';

describe('fields', () => {
  const cases: [path: string, kind: string | undefined, termOnly?: boolean][] = [
    ['id', 'id', true],
    ['channel_data.duration', 'number', true],
    ['flow_path.response.code', 'number', false],
    ['transcription.user', 'text', false],
    ['transcription.5f7f2f337340dc7249f81406', 'text', false],
    ['params.USER.RECORD_ID.value', 'id', true],
    ['params.name.completed', 'boolean', false],
    ['tags.ddbc05ccbc48431d898104ac5e5b561a.two', 'number', false],
    ['session_end_time', 'date', true],
    ['flow_path', 'object', false],
    ['agent_id', undefined],
    ['flow_path.nodeid', undefined],
  ];
  for (const [path, kind, termOnly] of cases) {
    it(`${path} is ${kind ?? 'unknown'}`, () => {
      const field = findField(path);
      assert.equal(field?.kind, kind);
      assert.equal(field?.termOnly, termOnly);
    });
  }

  it('every field has words', () => {
    for (const field of fields) assert.ok(field.title.length > 0 && field.description.length > 0, field.path);
  });

  it('names the right field for each slip of the documentation', () => {
    assert.equal(findSlip('agent_id')?.use, 'agent_information.id');
    assert.equal(findSlip('transcription.client')?.use, 'transcription.user');
    assert.equal(findSlip('agent_information', 'sort')?.use, 'agent_information.name');
    assert.equal(findSlip('agent_information'), undefined);
    assert.equal(findSlip('parameters.name'), undefined);
    assert.equal(findSlip('tags.two'), undefined);
    assert.equal(findSlip('source'), undefined);
  });
});
