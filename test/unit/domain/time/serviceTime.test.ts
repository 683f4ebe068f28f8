import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { WrittenNumber } from '../../../../src/domain/json/writtenNumber.ts';
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
    [1602176967, '2020-10-08T17:09:27.000Z'],
    [1602176967.758, '2020-10-08T17:09:27.758Z'],
    [1602176967758983, '2020-10-08T17:09:27.758Z'],
    [new WrittenNumber('1602176967758983123'), '2020-10-08T17:09:27.758Z'],
    [new WrittenNumber('1602176967.50'), '2020-10-08T17:09:27.500Z'],
    [new WrittenNumber('1.602176967e9'), '2020-10-08T17:09:27.000Z'],
    [20201008, '2020-10-08T00:00:00.000Z'],
    [0, undefined],
    [2020, undefined],
    ['9999-12-31T23:59:59-18:00', undefined],
    ['0000-01-01T00:00+01:00', undefined],
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
    '20261110T100000Z',
    '20261110T1000',
    '20261110',
    '20261110100000',
    '2026-W46-2',
    '2026W462T100000Z',
    '2026-314',
    '2026314',
    'Tue, 10 Nov 2026 10:00:00 +0000',
    '10 Nov 2026 12:00 +0200',
    'Tue Nov 10 2026 12:00:00 GMT+0200 (Eastern European Standard Time)',
    'Tue Nov 10 10:00:00 2026',
    '2026-11-10T08:00:00\u221202:00',
    '2026-11-10T10:00:00 GMT',
    '2016-12-31T23:59:60Z',
    '1794304800',
    '1794304800.123',
    '1794304800123',
    '1794304800123456',
    '1794304800123456789',
    '0000-01-01',
    '9999-12-31T23:59:59',
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

  const refused = [
    ...['2021-02-30T08:09:43', '2026-11-10T24:01', '2026-11-10T10:00:00+19', '20210230', '2026-366', '2021-W53-1'],
    ...['Mon, 10 Nov 2026 10:00:00 +0000', '10 Nov 26 10:00', '2026-W46', '2026-11-10T10:00:60', '99999', '12345'],
    ...['10000-01-01', '+010000-01-01T00:00:00Z', '-000001-01-01', '2026-11-10T10:00:00[Europe/Berlin]', '1e12'],
    ...['11/10/2026', '10.11.2026', '\u0662\u0660\u0662\u0666-11-10', '9999999999999999999999'],
  ];
  for (const text of refused)
    it(`none of them takes ${text}`, () => {
      assert.equal(parseServiceTime(text), undefined);
      assert.ok('code' in resolveRange({ from: text }, new Date()));
      const dates = new URLSearchParams({ from_date: text, to_date: text });
      assert.equal(answer(new SessionIndex([]), { method: 'GET', target: `/insights/sessions?${dates}` }).status, 401);
    });
});
