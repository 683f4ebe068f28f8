import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sortOrder } from '../../../../src/api/search/sortOrder.ts';
import type { SortKey } from '../../../../src/domain/query/request.ts';
import type { SessionDocument } from '../../../../src/domain/session/session.ts';

/** The ids of sessions in an order; `+` and `-` say its direction. */
function sorted(keys: string, sessions: readonly object[]): string {
  const order = sortOrder(
    keys.split(' ').map((key): SortKey => ({ field: key.slice(1), direction: key.startsWith('-') ? 'desc' : 'asc' })),
  );
  return sessions
    .map((session) => ({ session: session as SessionDocument, places: order.placesOf(session as SessionDocument) }))
    .sort((a, b) => order.compare(a.places, b.places))
    .map(({ session }) => session.id)
    .join('');
}

describe('the order of the service', () => {
  const cases: [what: string, keys: string, sessions: object[], found: string][] = [
    [
      'numbers, also as their text, and nothing last',
      '+channel_data.duration',
      [{ id: 'n' }, { id: 'b', channel_data: { duration: '10' } }, { id: 'a', channel_data: { duration: 9 } }],
      'abn',
    ],
    [
      'numbers from the largest, and nothing last',
      '-channel_data.duration',
      [
        { id: 'n', channel_data: { duration: 'x' } },
        { id: 'a', channel_data: { duration: 9 } },
        { id: 'b', channel_data: { duration: 10 } },
      ],
      'ban',
    ],
    [
      'times by their instant',
      '+session_start_time',
      [
        { id: 'b', session_start_time: '2026-01-01T10:00:00Z' },
        { id: 'a', session_start_time: '2026-01-01T11:00:00+02:00' },
      ],
      'ab',
    ],
    ['texts by code point', '+id', [{ id: '\u{1f600}' }, { id: '\uff5e' }], '\uff5e\u{1f600}'],
    ['a text before one that goes on', '+id', [{ id: 'ab' }, { id: 'a' }], 'aab'],
    [
      'truth values, also as their word',
      '-params_list.completed',
      [
        { id: 'n', params_list: [{ completed: 'x' }] },
        { id: 'f', params_list: [{ completed: false }] },
        { id: 't', params_list: [{ completed: 'true' }] },
      ],
      'tfn',
    ],
    [
      'what is no text last',
      '+source',
      [
        { id: 'n', source: { a: 1 } },
        { id: 'a', source: '1' },
      ],
      'an',
    ],
    [
      'the smallest of several',
      '+tags_list.tag',
      [
        { id: 'b', tags_list: [{ tag: 'b' }] },
        { id: 'a', tags_list: [{ tag: 'c' }, { tag: 'a' }] },
      ],
      'ab',
    ],
    [
      'the largest of several',
      '-tags_list.tag',
      [
        { id: 'b', tags_list: [{ tag: 'b' }] },
        { id: 'c', tags_list: [{ tag: 'a' }, { tag: 'c' }] },
      ],
      'cb',
    ],
    [
      'by the next key where one is the same',
      '-source -id',
      [
        { id: 'a', source: '1' },
        { id: 'b', source: '1' },
        { id: 'c', source: '2' },
      ],
      'cba',
    ],
  ];
  for (const [what, keys, sessions, found] of cases) {
    it(what, () => {
      assert.equal(sorted(keys, sessions), found);
      assert.equal(sorted(keys, sessions.toReversed()), found);
    });
  }

  it('has none where all is the same', () => {
    const order = sortOrder([{ field: 'source', direction: 'desc' }]);
    assert.equal(order.compare(['a'], ['a']), 0);
    assert.equal(order.compare([undefined], [undefined]), 0);
    assert.equal(order.compare([1], ['1']), 0);
  });
});
