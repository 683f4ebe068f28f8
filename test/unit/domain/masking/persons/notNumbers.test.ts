import assert from 'node:assert/strict';
import { it } from 'node:test';
import {
  findNotNumbers,
  isMeasure,
  isMeasured,
  isTimeSince1970,
} from '../../../../../src/domain/masking/persons/notNumbers.ts';

it('knows the fields that measure something, however their names are written', () => {
  const last =
    'time times timestamp ts epoch iat nbf exp expires expiry expires_in expires_at date day duration elapsed latency';
  const more =
    'delay timeout ms msec msecs millis milliseconds sec secs seconds micros nanos ns length size bytes count total';
  const others = 'sum offset limit amount price balance lat lng lon latitude longitude version port ttl max_age';
  const whens = ['created', 'updated', 'modified', 'started', 'ended', 'sent'].flatMap((word) => [
    word,
    `${word}at`,
    `${word}_at`,
  ]);
  for (const name of [...`${last} ${more} ${others}`.split(' '), ...whens]) {
    const camel = `call${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    for (const written of [name, name.toUpperCase(), `call_${name}`, `call-${name}`, `call.${name}`, camel])
      assert.equal(isMeasure(written), true, written);
  }
  for (const name of [
    'caller',
    'phone',
    'ported',
    'report',
    'reports',
    'account',
    'discount',
    'counter',
    'timely',
    'candidate',
    'sunday',
  ])
    assert.equal(isMeasure(name), false, name);
  for (const name of ['count_of_caller', 'time_phone', '', 'expi', 'xms', 'sending'])
    assert.equal(isMeasure(name), false, name);
});

it('knows units behind a number', () => {
  const units =
    'ms msec msecs millisecond milliseconds s sec secs second seconds µs ns byte bytes b kb mb gb kib mib gib %'.split(
      ' ',
    );
  for (const unit of units.filter((one) => one !== 'b'))
    for (const after of [unit, ` ${unit}`, `${unit}.`, unit.toUpperCase()])
      assert.equal(isMeasured(after), true, after);
  for (const after of ['', ' ', '  ms', 'msx', ' s2', 'sold', ' meters', 'x ms', '-ms'])
    assert.equal(isMeasured(after), false, after);
});

it('knows times since 1970 by how they begin and how long they are', () => {
  for (const length of [10, 13, 16, 19]) assert.equal(isTimeSince1970('1'.padEnd(length, '7')), true, `${length}`);
  for (const length of [9, 11, 12, 14, 15, 17, 18, 20])
    assert.equal(isTimeSince1970('1'.padEnd(length, '7')), false, `${length}`);
  assert.equal(isTimeSince1970('2700000000'), false);
  assert.equal(isTimeSince1970('x1700000000'), false);
});

const others: Readonly<Record<string, readonly string[]>> = {
  'a UUID': [
    '«8ae433e8-7bc1-41a0-b0a6-012345678901»',
    '8ae433e8-7bc1-41a0-b0a6-012345678901a',
    'x8ae433e8-7bc1-41a0-b0a6-01234567890',
  ],
  'a day, year first': [
    '«2026-06-01»',
    '«2026/6/1»',
    '«2026.12.31»',
    '2026-06/01',
    '2026-13-01',
    '2026-12-32',
    '3026-06-01',
    '12026-06-01',
  ],
  'a time of a day': [
    '«2026-06-01T10:00:00»',
    '«2026-06-01 10:00:00.123»',
    '«2026-06-01T10:00:00+02:00»',
    '«2026-06-01 1000»',
  ],
  'a day without separators': [
    '«20260601»',
    '«31122026»',
    '«12312026»',
    '«20260601T1000»',
    '«20260601103059»',
    '20261301',
    '«20260601» 12',
  ],
  'a day, year last': [
    '«01-06-2026»',
    '«1/6/2026»',
    '«31.12.2026»',
    '«1 6 2026»',
    '32-06-2026',
    '1/6.2026',
    '01-06-2026-12',
  ],
  'a time': [
    '«10:59»',
    '«10:59:59»',
    '«10:59:59.5»',
    '«1000:00»',
    '10:60',
    '«10:59» +02',
    '«10:59 +02:00»',
    '110000:59'.slice(1),
  ],
  'an address of a computer': [
    '«192.168.0.1»',
    '«192.168.0.1:8080»',
    '«10.0.0.0/8»',
    '192.168.0.1.2',
    '192.168.01.1',
    '1192.168.0.1',
  ],
};
for (const [what, texts] of Object.entries(others)) {
  for (const marked of texts) {
    it(`knows what is no number of a person: ${what}: ${marked}`, () => {
      const text = marked.replaceAll(/[«»]/gu, '');
      let told = text;
      for (const { start, end } of [...findNotNumbers(text)].reverse())
        told = `${told.slice(0, start)}«${told.slice(start, end)}»${told.slice(end)}`;
      assert.equal(told, marked);
    });
  }
}
