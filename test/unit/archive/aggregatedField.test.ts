import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aggregatedField } from '../../../src/archive/asking/aggregations/aggregatedField.ts';

function asked(field: unknown, missing?: unknown) {
  const long = new Set<string>();
  const found = aggregatedField({ field, ...(missing === undefined ? {} : { missing }) }, { now: new Date(0), long });
  return { path: found?.path, long: [...long] };
}

describe('the field that an archive counts', () => {
  it('is one that has a place of its own; of an id it is said that its values may be long', () => {
    assert.deepEqual(asked('agent_information.name'), {
      path: 'agent_information.name',
      long: ['agent_information.name'],
    });
    assert.deepEqual(asked('channel_data.duration'), { path: 'channel_data.duration', long: [] });
  });

  const none: [what: string, field: unknown][] = [
    ['a text', 'transcription.user'],
    ['an object', 'agent_information'],
    ['what is no field', 'nowhere'],
    ['no name', 5],
  ];
  for (const [what, field] of none) it(`is not ${what}`, () => assert.equal(asked(field).path, undefined));

  const missing: [field: string, value: unknown, isTaken: boolean][] = [
    ['agent_information.name', 'nobody', true],
    ['channel_data.duration', 0, true],
    // As it is written, the engine would count it otherwise than a session's own.
    ['channel_data.duration', '0', false],
    ['agent_information.name', 7, false],
    ['agent_information.name', ['nobody'], false],
    ['session_start_time', '2026-11-20', false],
  ];
  for (const [field, value, isTaken] of missing) {
    it(`${isTaken ? 'has' : 'is not counted with'} ${JSON.stringify(value)} for what is missing in ${field}`, () => {
      const { path, long } = asked(field, value);
      assert.equal(path, isTaken ? field : undefined);
      if (!isTaken) assert.deepEqual(long, []);
    });
  }
});
