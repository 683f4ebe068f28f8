import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sessionIdIn, sessionIdsIn } from '../../../../src/domain/find/sessionIdIn.ts';

const id = 'c0000000-0000-4000-8000-000000000001';
const other = 'a1111111-1111-4111-8111-111111111111';

describe('the session that a text names', () => {
  const cases: [what: string, text: string, id: string | undefined, day?: string][] = [
    ['an id alone', id, id],
    ['an id in capitals', id.toUpperCase(), id.toUpperCase()],
    ['a longer word is no id', `x${id}`, undefined],
    ['the address of a session', `insights:/production/2026-11-20/s%2F1.insights-session.json`, 's/1', '2026-11-20'],
    ['an address that cannot be read', '/2026-11-20/%E0%A4%A.insights-session.json', '%E0%A4%A', '2026-11-20'],
    ['a line of a log, with its day', `2026-11-20 09:00:01 INFO got ${id}`, id, '2026-11-20'],
    ['digits that are no day', `12026-11-203 ${id}`, id],
    ['the one that is said to be a session', `request ${other} session_id=${id}`, id],
    ['the one that is said to be a session, before any other', `{"id": "${other}", "sessionId": "${id}"}`, id],
    ['the id of the document', `{"request_id": "${other}", "id": "${id}"}`, id],
    ['the first of several', `${other} ${id}`, other],
    [
      'JSON with an id of another make',
      '{"id": "call-7", "session_start_time": "2026-11-20T09:00:00"}',
      'call-7',
      '2026-11-20',
    ],
    ['JSON of other tools', ' {"session_id": 17}', '17'],
    ['JSON of scripts', '{"sessionId": "call-9"}', 'call-9'],
    ['JSON without an id', '{"name": "x"}', undefined],
    ['a word', 'call-7', undefined],
  ];
  for (const [what, text, expected, day] of cases) {
    it(what, () => {
      const named = sessionIdIn(text);
      assert.equal(named?.id, expected);
      assert.equal(named?.day?.toISOString().slice(0, 10), day);
    });
  }

  it('has a place for each id', () => {
    assert.deepEqual(sessionIdsIn(`${id}, ${other}`), [
      { id, offset: 0 },
      { id: other, offset: 38 },
    ]);
    assert.deepEqual(sessionIdsIn('none'), []);
  });
});
