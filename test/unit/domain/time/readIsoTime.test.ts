import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { TimePart } from '../../../../src/domain/time/readIsoTime.ts';
import { isWholeDays, namesDay, readIsoTime } from '../../../../src/domain/time/readIsoTime.ts';

function spanOf(text: string): readonly string[] {
  const span = readIsoTime(text);
  assert.ok(!('code' in span), `${text} is ${JSON.stringify(span)}`);
  return [new Date(span.first).toISOString(), new Date(span.last).toISOString(), span.precision];
}

describe('readIsoTime', () => {
  const spans: [text: string, first: string, last: string, precision: TimePart][] = [
    ['2024', '2024-01-01T00:00:00.000Z', '2024-12-31T23:59:59.999Z', 'year'],
    ['2026', '2026-01-01T00:00:00.000Z', '2026-12-31T23:59:59.999Z', 'year'],
    ['2024-02', '2024-02-01T00:00:00.000Z', '2024-02-29T23:59:59.999Z', 'month'],
    ['2026-12', '2026-12-01T00:00:00.000Z', '2026-12-31T23:59:59.999Z', 'month'],
    ['0001-01-01', '0001-01-01T00:00:00.000Z', '0001-01-01T23:59:59.999Z', 'day'],
    ['2026-01-15', '2026-01-15T00:00:00.000Z', '2026-01-15T23:59:59.999Z', 'day'],
    ['2026-01-15Z', '2026-01-15T00:00:00.000Z', '2026-01-15T23:59:59.999Z', 'day'],
    ['2026-01-15+02:00', '2026-01-14T22:00:00.000Z', '2026-01-15T21:59:59.999Z', 'day'],
    ['2026-01-15T08', '2026-01-15T08:00:00.000Z', '2026-01-15T08:59:59.999Z', 'hour'],
    ['2026-01-15T08:09', '2026-01-15T08:09:00.000Z', '2026-01-15T08:09:59.999Z', 'minute'],
    ['2026-01-15T08:09:43', '2026-01-15T08:09:43.000Z', '2026-01-15T08:09:43.999Z', 'second'],
    ['2026-01-15T08:09:43.377776', '2026-01-15T08:09:43.377Z', '2026-01-15T08:09:43.377Z', 'fraction'],
    ['2026-01-15T08:09:43,5', '2026-01-15T08:09:43.500Z', '2026-01-15T08:09:43.500Z', 'fraction'],
    ['2026-01-15T08:09:43.377776123456', '2026-01-15T08:09:43.377Z', '2026-01-15T08:09:43.377Z', 'fraction'],
    ['2026-01-15 08:09:43.377776', '2026-01-15T08:09:43.377Z', '2026-01-15T08:09:43.377Z', 'fraction'],
    ['2026-01-15t08:09:43z', '2026-01-15T08:09:43.000Z', '2026-01-15T08:09:43.999Z', 'second'],
    ['  2026-01-15T08:09:43Z\n', '2026-01-15T08:09:43.000Z', '2026-01-15T08:09:43.999Z', 'second'],
    ['2026-01-15T08:09:43+00', '2026-01-15T08:09:43.000Z', '2026-01-15T08:09:43.999Z', 'second'],
    ['2026-01-15T08:09:43-05', '2026-01-15T13:09:43.000Z', '2026-01-15T13:09:43.999Z', 'second'],
    ['2026-01-15T08:09:43+0530', '2026-01-15T02:39:43.000Z', '2026-01-15T02:39:43.999Z', 'second'],
    ['2026-01-15T08:09:43+05:30', '2026-01-15T02:39:43.000Z', '2026-01-15T02:39:43.999Z', 'second'],
    ['2026-01-15T08:09+18:00', '2026-01-14T14:09:00.000Z', '2026-01-14T14:09:59.999Z', 'minute'],
    ['2026-01-15 08:09:43 +0200', '2026-01-15T06:09:43.000Z', '2026-01-15T06:09:43.999Z', 'second'],
    ['2026-01-15 08:09:43 UTC', '2026-01-15T08:09:43.000Z', '2026-01-15T08:09:43.999Z', 'second'],
    ['2026-01-15 08:09:43 UTC+02:00', '2026-01-15T06:09:43.000Z', '2026-01-15T06:09:43.999Z', 'second'],
    ['2026-01-15T24:00', '2026-01-16T00:00:00.000Z', '2026-01-16T00:00:59.999Z', 'minute'],
    ['2024-02-29T24:00:00.000', '2024-03-01T00:00:00.000Z', '2024-03-01T00:00:00.000Z', 'fraction'],
    ['2016-12-31T23:59:60', '2016-12-31T23:59:59.999Z', '2016-12-31T23:59:59.999Z', 'fraction'],
    ['2015-07-01T05:29:60.25+05:30', '2015-06-30T23:59:59.999Z', '2015-06-30T23:59:59.999Z', 'fraction'],
    ['2026-12-31T24:00:00+01:00', '2026-12-31T23:00:00.000Z', '2026-12-31T23:00:00.999Z', 'second'],
  ];
  for (const [text, ...expected] of spans) it(JSON.stringify(text), () => assert.deepEqual(spanOf(text), expected));

  const refused: [text: string, code: string, offset: number, nearest?: string][] = [
    ['', 'badDate', 0],
    ['soon', 'badDate', 0],
    ['2026-1-5', 'badDate', 0],
    ['15.01.2026', 'badDate', 0],
    ['20260115', 'badDate', 0],
    ['2026-01-15T', 'badDate', 0],
    ['2026-01-15T08:09:43.', 'badDate', 0],
    ['2026-01-15T08:09:43 CET', 'badDate', 0],
    ['1602176967758', 'badDate', 0],
    ['2026-00-10', 'impossibleDate', 5],
    ['2026-13-10', 'impossibleDate', 5],
    ['2021-02-30T08:09:43', 'impossibleDate', 8, '2021-02-28T08:09:43'],
    ['2025-02-29', 'impossibleDate', 8, '2025-02-28'],
    [' 2026-04-31', 'impossibleDate', 9, ' 2026-04-30'],
    ['2026-04-00', 'impossibleDate', 8, '2026-04-01'],
    ['2026-01-15T25:00', 'impossibleDate', 11],
    ['2026-01-15T24:00:00.001', 'impossibleDate', 11],
    ['2026-01-15T24:01', 'impossibleDate', 11],
    ['2026-01-15T08:60', 'impossibleDate', 14],
    ['2026-01-15T08:09:60', 'impossibleDate', 17],
    ['2026-01-15T23:59:60', 'impossibleDate', 17],
    ['2016-12-31T23:59:60+01:00', 'impossibleDate', 17],
    ['2026-01-15T08:09:43+19:00', 'impossibleDate', 19],
    ['2026-01-15T08:09:43+18:01', 'impossibleDate', 19],
    ['2026-01-15T08:09:43+02:60 ', 'impossibleDate', 19],
  ];
  for (const [text, code, offset, nearest] of refused)
    it(`refuses ${JSON.stringify(text)}`, () =>
      assert.deepEqual(readIsoTime(text), { code, offset, ...(nearest ? { nearest } : {}) }));

  it('reads back what a date writes, at any instant of four-digit years', () => {
    const instant = fc.date({
      min: new Date('0000-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    });
    fc.assert(fc.property(instant, (date) => assert.equal(spanOf(date.toISOString())[0], date.toISOString())));
  });

  it('says whether a zone, a day and whole days are given', () => {
    const facts = ['2026', '2026-01-15', '2026-01-15T08:09', '2026-01-15T08:09+00'].map((text) => {
      const span = readIsoTime(text);
      assert.ok(!('code' in span));
      return [span.zoned, namesDay(span), isWholeDays(span)];
    });
    assert.deepEqual(facts, [
      [false, false, true],
      [false, true, true],
      [false, true, false],
      [true, true, false],
    ]);
  });
});
