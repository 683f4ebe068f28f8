import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Lookup } from '../../../../src/domain/find/lookup.ts';
import { readLookup } from '../../../../src/domain/find/readLookup.ts';
import { sessionIdsIn } from '../../../../src/domain/find/sessionIdIn.ts';

const id = '8ae433e8-7bc1-41a0-b0a6-0cccc30cbc36';
const other = '11111111-2222-4333-8444-555555555555';

/** A lookup in one line, as a table can hold it. */
function told({ conditions, range }: Lookup): string {
  const parts = conditions.map((one) => {
    if (one.kind === 'id') {
      return `id ${one.id}${one.whole ? '' : '…'}${one.day ? ` on ${one.day.toISOString().slice(0, 10)}` : ''}`;
    }
    if (one.kind === 'number') return `number ${one.digits}`;
    return one.kind === 'parameter' ? `parameter ${one.name} = ${one.text}` : `${one.kind} ${one.text}`;
  });
  return [...parts, ...(range ? [`${range.from} to ${range.to}`] : [])].join('; ');
}

describe('what was typed to find sessions', () => {
  const cases: [text: string, expected: string][] = [
    ['', ''],
    ['   ', ''],
    // A session id, alone or in whatever was pasted.
    [id, `id ${id}`],
    [id.toUpperCase(), `id ${id.toUpperCase()}`],
    [`https://studio.example/insights/sessions/${id}?x=${other}`, `id ${id}`],
    [`insights:/production/2026-11-20/${id}.insights-session.json`, `id ${id} on 2026-11-20`],
    ['insights:/production/2026-11-20/call%2F7.insights-session.json', 'id call/7 on 2026-11-20'],
    [`2026-11-20T10:04:11Z INFO request_id=${other} session_id=${id} answered 500`, `id ${id} on 2026-11-20`],
    [`{ "request_id": "${other}", "sessionId": "${id}" }`, `id ${id}`],
    [`{ "agent": "${other}", "id": "${id}" }`, `id ${id}`],
    ['{ "id": "call-7", "session_start_time": "2026-11-20T09:00:00.000000" }', 'id call-7 on 2026-11-20'],
    [`${id} of 2026-02-30`, `id ${id}`],
    ['8ae433e8', 'id 8ae433e8…'],
    ['5f7f2e60a6034c9b5c79d16c', 'id 5f7f2e60a6034c9b5c79d16c…'],
    ['507199000000000000000001', 'id 507199000000000000000001…'],
    // A number in any spelling.
    ['447700900123', 'number 447700900123'],
    ['+44 (0)7700 900 123', 'number 447700900123'],
    ['whatsapp:+447700900123', 'number 447700900123'],
    ['whatsapp:+44 7700 900123', 'number 447700900123'],
    ['+44\u00a07700\u202f900123', 'number 447700900123'],
    ['\u202a+44\u20117700\u2011900123\u202c', 'number 447700900123'],
    ['＋４４ ７７００ ９００１２３', 'number 447700900123'],
    ['٤٤٧٧٠٠٩٠٠١٢٣', 'number 447700900123'],
    ['07700 900123 ext. 7', 'number 07700900123'],
    ['+447700900123 +447700900124', 'number 447700900123; number 447700900124'],
    ['770', 'number 770'],
    ['12', 'word 12'],
    // What is marked.
    ['#refund', 'tag refund'],
    ['#"no answer"', 'tag no answer'],
    ['@Marlow', 'agent Marlow'],
    ['@"Marlow Coffee"', 'agent Marlow Coffee'],
    ['@“Marlow Coffee”', 'agent Marlow Coffee'],
    ['order=17', 'parameter order = 17'],
    ['USER.RECORD_ID="a b"', 'parameter USER.RECORD_ID = a b'],
    ['node:5f7f2e60a6034c9b5c79d16c', 'node 5f7f2e60a6034c9b5c79d16c'],
    ['code:500', 'code 500'],
    ['Code:5', 'code 5'],
    ['#', 'word #'],
    ['code:', 'word code:'],
    // What was said.
    ['shut up', 'word shut; word up'],
    ['"shut up"', 'phrase shut up'],
    ['"shut u', 'phrase shut u'],
    ['he said "shut up" twice', 'word he; word said; phrase shut up; word twice'],
    // Ranges.
    ['7d', 'now-7d to now'],
    ['24h refund', 'word refund; now-24h to now'],
    ['today', 'now/d to now'],
    ['Yesterday', 'now-1d/d to now-1d/d'],
    ['2026-11-01', '2026-11-01 to 2026-11-01'],
    ['2026-11-01..2026-11-07', '2026-11-01 to 2026-11-07'],
    ['2026-11-01..', '2026-11-01 to now'],
    ['2026-02-30', 'number 20260230'],
    ['0d', 'word 0d'],
    // All together.
    ['+44 7700 900123 #refund 30d', 'number 447700900123; tag refund; now-30d to now'],
    ['@Marlow code:500 today', 'agent Marlow; code 500; now/d to now'],
    ['447700900123 2026-11-01..2026-11-07', 'number 447700900123; 2026-11-01 to 2026-11-07'],
    // Of a whole line, the number that is in it.
    ['Hi, the customer at +44 7700 900123 says that it hung up on her', 'number 447700900123'],
  ];
  for (const [text, expected] of cases) {
    it(`${JSON.stringify(text)} is ${expected || 'nothing'}`, () => assert.equal(told(readLookup(text)), expected));
  }
});

describe('session ids in a log', () => {
  it('are found where they stand, and within no longer word', () => {
    const text = `a ${id}, ${other}x\n"${other}"`;
    assert.deepEqual(sessionIdsIn(text), [
      { id, offset: 2 },
      { id: other, offset: 79 },
    ]);
  });
});
