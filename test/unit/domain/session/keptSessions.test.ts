import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { keptSessions } from '../../../../src/domain/session/keptSessions.ts';

const one = { id: 's-1', session_start_time: '2026-11-20T09:00:00.000000', flow_path: [] };
const two = { ...one, id: 's-2' };
const [first, second] = [JSON.stringify(one), JSON.stringify(two)];

describe('a file of sessions', () => {
  const kept: [what: string, text: string, ids: string[]][] = [
    ['one session', first, ['s-1']],
    ['a list', `[${first},${second}]`, ['s-1', 's-2']],
    ['the answer of the service', `{"total":2,"hits":[${first},${second}]}`, ['s-1', 's-2']],
    ['one on each line', `${first}\n${second}`, ['s-1', 's-2']],
    ['lines with a mark, empty ones and those of Windows', `\uFEFF${first}\r\n\r\n${second}\r\n`, ['s-1', 's-2']],
    ['one behind the other', `${first}${second}`, ['s-1', 's-2']],
    ['one behind the other, over several lines', JSON.stringify([one, two], null, 1).slice(1, -1), ['s-1', 's-2']],
    ["documents of Elasticsearch's", `{"_id":"s-3","_source":{"flow_path":[]}}`, ['s-3']],
    ['no session at all', '[]', []],
  ];
  for (const [what, text, ids] of kept) {
    it(`holds ${what}`, () => {
      assert.deepEqual(
        keptSessions(text)?.map(({ id }) => id),
        ids,
      );
    });
  }

  const none: [what: string, text: string][] = [
    ['nothing', ''],
    ['no JSON', 'session s-1'],
    ['a line that is cut off', `${first}\n${second.slice(0, -3)}`],
    ['a line that is no session', `${first}\n"s-2"`],
    ['an object with nothing in it', '{}'],
    ['a list of such', '[{},{}]'],
    ['such behind each other', '{}\n{}'],
    ['a list with what is no session', `[${first},5]`],
  ];
  for (const [what, text] of none) it(`is none with ${what}`, () => assert.equal(keptSessions(text), undefined));
});
