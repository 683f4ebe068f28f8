import assert from 'node:assert/strict';
import { it } from 'node:test';
import { parseJson } from '../../../../src/domain/json/parseJson.ts';
import { writeJson } from '../../../../src/domain/json/writeJson.ts';
import type { SessionDocument } from '../../../../src/domain/session/session.ts';
import { withEmulator } from '../search/emulated.ts';

const deep = `${'{"a":['.repeat(20_000)}1.0${']}'.repeat(20_000)}`;
const texts = [
  '{"id":"a","session_start_time":"2026-11-10T10:00:00","source":9720014044002503,"params":{"2":{"value":12.50},"1":{"value":1e400}},"tags":{"x":1,"x":2}}',
  `{"id":"b","session_start_time":"2026-11-10T11:00:00","source":18446744073709551615,"params":${deep}}`,
];
const sessions = texts.map((text) => parseJson(text) as SessionDocument);

it('an answer holds every session as the service wrote it', () =>
  withEmulator({ sessions }, async ({ client }) => {
    const { hits, total } = await client.search([
      ['from_date', '2026-11-01'],
      ['to_date', '2026-11-30'],
      ['sort_by', 'id:asc'],
    ]);
    assert.deepEqual([hits.map(writeJson), total], [texts, { count: 2, atLeast: false }]);
    for (const [index, id] of ['a', 'b'].entries()) {
      const { session } = await client.getSession(id, new Date('2026-11-10T00:00:00Z'));
      assert.equal(writeJson(session), texts[index]);
    }
  }));
