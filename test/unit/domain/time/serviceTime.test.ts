import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { resolveRange } from '../../../../src/domain/time/dates.ts';
import { parseServiceTime } from '../../../../src/domain/time/serviceTime.ts';
import { SessionIndex } from '../../../../src/emulator/search/sessionIndex.ts';
import { answer } from '../../../../src/emulator/service/routes.ts';

describe('parseServiceTime', () => {
  const cases: [value: unknown, expected: string | undefined][] = [
    ['2020-10-08T17:09:27.758983', '2020-10-08T17:09:27.758Z'],
    ['2020-10-08 17:09:27', '2020-10-08T17:09:27.000Z'],
    ['2021-01-15T08:09:43.377776+00', '2021-01-15T08:09:43.377Z'],
    ['2020-10-08T17:09:27.5+0200', '2020-10-08T15:09:27.500Z'],
    ['2020-10-08T24:00:00', '2020-10-09T00:00:00.000Z'],
    ['2020-10', '2020-10-01T00:00:00.000Z'],
    ['2021-02-30T08:09:43', undefined],
    ['2020-13-08T17:09:27', undefined],
    ['yesterday', undefined],
    ['', undefined],
    [1602176967758, '2020-10-08T17:09:27.758Z'],
    ['1602176967758', '2020-10-08T17:09:27.758Z'],
    [1602176967758.9, '2020-10-08T17:09:27.758Z'],
    [1e300, undefined],
    [Number.NaN, undefined],
    [true, undefined],
    [null, undefined],
    [{}, undefined],
  ];
  for (const [value, expected] of cases)
    it(`${JSON.stringify(value)} is ${expected}`, () => assert.equal(parseServiceTime(value)?.toISOString(), expected));
});

describe('page, emulator and query read one time', () => {
  const texts = [
    '2026-11-10T10:00:00.123456',
    '2026-11-10 10:00:00.123456',
    '2026-11-10T10:00:00+00',
    '2026-11-10 12:00:00+0200',
    '2026-11-10T10:00:00z',
    '2026-11-10T10:00',
    '2026-11-10T10',
    '2026-11-09T24:00:00',
    '2026-11-10',
  ];
  for (const text of texts)
    it(text, () => {
      const start = parseServiceTime(text);
      const range = resolveRange({ from: text, to: text }, new Date('2026-11-29T00:00:00Z'));
      assert.ok(start && !('code' in range));
      assert.deepEqual(range.from, start);
      const index = new SessionIndex([{ id: 'a', session_start_time: text }]);
      const dates = new URLSearchParams({ from_date: text, to_date: text });
      const found = answer(index, { method: 'GET', target: `/insights/sessions?${dates}` });
      assert.equal(Reflect.get(Object(found.body), 'total'), 1);
      const day = start.toISOString().slice(0, 10);
      const got = answer(index, { method: 'GET', target: `/insights/sessions/a?session_start_time=${day}` });
      assert.equal(got.status, 200);
    });

  for (const text of ['2021-02-30T08:09:43', '2026-11-10T24:01', '2026-11-10T10:00:00+19'])
    it(`none of them takes ${text}`, () => {
      assert.equal(parseServiceTime(text), undefined);
      assert.ok('code' in resolveRange({ from: text }, new Date()));
      const dates = new URLSearchParams({ from_date: text, to_date: text });
      assert.equal(answer(new SessionIndex([]), { method: 'GET', target: `/insights/sessions?${dates}` }).status, 401);
    });
});
