import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseJson } from '../../../../src/domain/json/parseJson.ts';
import { writeJson } from '../../../../src/domain/json/writeJson.ts';
import { SessionIndex } from '../../../../src/emulator/search/sessionIndex.ts';
import { asked, searched, session } from './support.ts';

const read = (id: string, members: string) => session(id, parseJson(`{${members}}`) as object);

describe('numbers that a double cannot hold', () => {
  const index = new SessionIndex([
    read('a', '"source":9720014044002503,"channel_data":{"duration":12.50}'),
    read('b', '"source":9720014044002504,"channel_data":{"duration":12.5}'),
    read('c', '"source":"9720014044002503","channel_data":{"duration":"1.25e1"}'),
  ]);
  const found = (filter: string) => searched(index, { filter_by: filter }).ids;

  it('are told apart where they are ids', () => {
    assert.deepEqual(found('{"must":[{"term":{"source":9720014044002503}}]}'), ['a', 'c']);
    assert.deepEqual(found('{"must":[{"term":{"source":"9720014044002504"}}]}'), ['b']);
  });

  it('are numbers where they are numbers', () => {
    assert.deepEqual(found('{"must":[{"term":{"channel_data.duration":12.500}}]}'), ['a', 'b', 'c']);
  });

  it('come back as they are kept, whole or projected', () => {
    const whole = asked(index, '/insights/sessions/a?session_start_time=2026-05-10').body;
    const projected = searched(index, { project_fields: ['source', 'channel_*.duration'] }).body;
    for (const body of [whole, projected]) {
      assert.match(writeJson(body), /"source":9720014044002503,"channel_data":\{"duration":12\.50\}/);
    }
  });

  it('that are no value of a field are refused as ever', () => {
    assert.equal(searched(index, { filter_by: '{"must":[{"term":{"channel_data.duration":1e400}}]}' }).status, 401);
    assert.equal(searched(index, { filter_by: '{"must":[1.50]}' }).status, 401);
    assert.equal(searched(index, { filter_by: '12.50' }).status, 401);
  });
});

describe('sessions that are nested deep', () => {
  const deep = `${'{"a":['.repeat(50_000)}1${']}'.repeat(50_000)}`;
  const index = new SessionIndex([
    read('a', `"source":"1","params":${deep},"flow_path":[${deep}]`),
    read('b', `"source":"1","transcription":${'['.repeat(100_000)}${']'.repeat(100_000)}`),
  ]).complete();

  it('are found', () =>
    assert.deepEqual(searched(index, { filter_by: '{"must":[{"term":{"source":"1"}}]}' }).ids, ['a', 'b']));

  it('come whole', () => {
    const { body } = searched(index, { project_fields: ['id', 'params', 'flow*'] });
    assert.ok(writeJson(body).includes(deep));
  });

  it('are projected as far as is looked for', () => {
    assert.deepEqual(searched(index, { project_fields: ['id', '*.b'] }).ids, ['a', 'b']);
  });

  it('a filter that is nested deep is refused', () => {
    const filter = `${'{"must":[{"bool":'.repeat(5_000)}{}${'}]}'.repeat(5_000)}`;
    assert.equal(searched(index, { filter_by: filter }).status, 401);
  });
});
