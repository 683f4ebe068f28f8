import assert from 'node:assert/strict';
import { it } from 'node:test';
import { isJsonNumber, readNumber, WrittenNumber } from '../../../../src/domain/json/writtenNumber.ts';

it('knows a number as JSON writes it', () => {
  for (const text of ['0', '-0', '7', '-12', '10', '1.5', '0.25', '-1.50', '1e5', '1E5', '1e+5', '1.5e-10'])
    assert.equal(isJsonNumber(text), true, text);
  for (const text of [
    '',
    '-',
    '01',
    '+1',
    '.5',
    '1.',
    '1e',
    '1e+',
    '--1',
    '1.5.2',
    '1 ',
    ' 1',
    'x1',
    '1x',
    '1,5',
    '0x1',
    'e5',
    'NaN',
  ])
    assert.equal(isJsonNumber(text), false, text);
});

it('keeps how a number was written where a double would be another', () => {
  assert.equal(readNumber('12.5'), 12.5);
  const [written, other] = [readNumber('12.50'), readNumber('1234567890123456789')];
  assert.ok(written instanceof WrittenNumber && other instanceof WrittenNumber);
  assert.deepEqual([written.valueOf(), String(written), JSON.stringify(written)], [12.5, '12.50', '12.5']);
  assert.equal(String(other), '1234567890123456789');
});
