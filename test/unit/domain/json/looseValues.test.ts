import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { asBoolean, asList, asNumber, asRecord, asText, isRecord } from '../../../../src/domain/json/looseValues.ts';
import { WrittenNumber } from '../../../../src/domain/json/writtenNumber.ts';

const written = new WrittenNumber('12.50');

describe('a value that may be anything', () => {
  it('is an object, or an empty one', () => {
    const record = { a: 1 };
    assert.equal(asRecord(record), record);
    assert.equal(isRecord(record), true);
    for (const other of [undefined, null, [], [record], 'a', 1, true, written]) {
      assert.equal(isRecord(other), false, String(other));
      assert.deepEqual(asRecord(other), {}, String(other));
    }
  });

  it('is a list, or an empty one', () => {
    const list = [1];
    assert.equal(asList(list), list);
    for (const other of [undefined, null, {}, 'ab', 1]) assert.deepEqual(asList(other), [], String(other));
  });

  const texts: [value: unknown, text: string | undefined][] = [
    [undefined, undefined],
    [null, undefined],
    ['', undefined],
    [' ', ' '],
    ['a', 'a'],
    [0, '0'],
    [false, 'false'],
    [written, '12.50'],
    [{ a: written }, '{"a":12.50}'],
    [['a', null], '["a",null]'],
  ];
  for (const [value, text] of texts) it(`as text: ${JSON.stringify(value)}`, () => assert.equal(asText(value), text));

  const numbers: [value: unknown, number: number | undefined][] = [
    [1.5, 1.5],
    [0, 0],
    ['1.5', 1.5],
    [' 7 ', 7],
    [written, 12.5],
    ['', undefined],
    [' ', undefined],
    ['x', undefined],
    [Number.NaN, undefined],
    [Number.POSITIVE_INFINITY, undefined],
    [new WrittenNumber('1e400'), undefined],
    [true, undefined],
    [null, undefined],
    [undefined, undefined],
    [[1], undefined],
  ];
  for (const [value, number] of numbers)
    it(`as a number: ${typeof value} ${String(value)}`, () => assert.equal(asNumber(value), number));

  const booleans: [value: unknown, boolean: boolean | undefined][] = [
    [true, true],
    [false, false],
    ['true', true],
    [' False ', false],
    ['yes', undefined],
    ['', undefined],
    [1, undefined],
    [null, undefined],
  ];
  for (const [value, boolean] of booleans)
    it(`as a truth value: ${typeof value} ${String(value)}`, () => assert.equal(asBoolean(value), boolean));
});
