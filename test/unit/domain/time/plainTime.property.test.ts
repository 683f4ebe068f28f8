import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { instantOf, plainTime } from '../../../../src/domain/time/plainTime.ts';
import { readIsoTime } from '../../../../src/domain/time/readIsoTime.ts';

describe('a time in the form of the service', () => {
  const cases: [text: string, ms: number | undefined][] = [
    ['2026-11-16T09:30:05.123456', Date.UTC(2026, 10, 16, 9, 30, 5, 123)],
    ['2026-11-16T09:30:05', Date.UTC(2026, 10, 16, 9, 30, 5)],
    ['2024-02-29T00:00:00.999', Date.UTC(2024, 1, 29, 0, 0, 0, 999)],
    // The first and the last of each part, and what lies beyond.
    ['1000-01-01T00:00:00.000', Date.UTC(1000, 0, 1)],
    ['9999-12-31T23:59:59.999', Date.UTC(9999, 11, 31, 23, 59, 59, 999)],
    ['0999-12-31T23:59:59.999', undefined],
    ['2026-00-16T09:30:05', undefined],
    ['2026-11-00T09:30:05', undefined],
    ['2026-11-30T09:30:05', Date.UTC(2026, 10, 30, 9, 30, 5)],
    ['2026-11-31T09:30:05', undefined],
    ['2026-11-16T09:60:05', undefined],
    ['2026-11-16T09:30:60', undefined],
    ['2026-11-16T09:30:05.123456789', Date.UTC(2026, 10, 16, 9, 30, 5, 123)],
    ['2026-11-16T09:30:05.1234567890', undefined],
    ['2026-11-16T09:30:05.12', undefined],
    ['2026-11-16T09:30:05,123', undefined],
    ['2026-11-16T09:30:05.12x', undefined],
    ['2026/11-16T09:30:05', undefined],
    ['2026-11/16T09:30:05', undefined],
    ['2026-11-16T09.30:05', undefined],
    ['2026-11-16T09:30.05', undefined],
    ['202x-11-16T09:30:05', undefined],
    ['2026-1:-16T09:30:05', undefined],
    ['2026-11-1/T09:30:05', undefined],
    ['2026-11-16Tx9:30:05', undefined],
    ['2026-11-16T09:x0:05', undefined],
    ['2026-11-16T09:30:x5', undefined],
    ['2026-02-29T00:00:00.999', undefined],
    ['2026-11-16T24:00:00', undefined],
    ['2026-11-16T09:30:05Z', undefined],
    ['2026-11-16T09:30:05.1', undefined],
    ['2026-11-16T09:30:05.12345x', undefined],
    ['2026-11-16 09:30:05', undefined],
    ['2026-13-16T09:30:05', undefined],
    ['0026-11-16T09:30:05', undefined],
    ['2026-11-16', undefined],
    ['', undefined],
  ];
  for (const [text, ms] of cases) it(JSON.stringify(text), () => assert.equal(plainTime(text), ms));

  it('leaves other forms to who reads all, and what is no time to nobody', () => {
    assert.equal(instantOf('2026-11-16T09:30:05.123456'), Date.UTC(2026, 10, 16, 9, 30, 5, 123));
    assert.equal(instantOf('2026-11-16'), Date.UTC(2026, 10, 16));
    assert.equal(instantOf(1_602_176_967), 1_602_176_967_000);
    for (const value of ['soon', null, {}]) assert.equal(instantOf(value), undefined);
  });

  it('is what every time is read as, or left to who reads all forms', () => {
    const digits = (length: number, most: number) =>
      fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(length, '0'));
    const forms = fc
      .tuple(
        fc.constantFrom('2026', '2024', '1999', '0999', '9999'),
        digits(2, 14),
        digits(2, 33),
        digits(2, 25),
        digits(2, 61),
        digits(2, 61),
        fc.constantFrom('', '.1', '.12', '.123', '.123456', '.123456789', 'Z', '.123Z', '+02:00', ',123', ' '),
      )
      .map(
        ([year, month, day, hour, minute, second, rest]) =>
          `${year}-${month}-${day}T${hour}:${minute}:${second}${rest}`,
      );
    fc.assert(
      fc.property(forms, (text) => {
        const plain = plainTime(text);
        if (plain === undefined) return;
        const span = readIsoTime(text);
        assert.ok('first' in span, text);
        assert.equal(plain, span.first);
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 2_000) },
    );
  });
});
