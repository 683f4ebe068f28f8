import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ZoneClock } from '../../../../src/domain/time/calendar.ts';
import { readDateFormat } from '../../../../src/domain/time/dateFormat.ts';

const instant = Date.parse('2026-03-05T23:07:09.040Z');
const berlin = new ZoneClock('Europe/Berlin');

describe('a format of dates', () => {
  for (const [format, text] of [
    ['yyyy-MM-dd', '2026-03-06'],
    ['uuuu/M/d H:mm', '2026/3/6 0:07'],
    ["dd.MM.yyyy 'at' HH:mm:ss.SSS", '06.03.2026 at 00:07:09.040'],
    ["HH 'o''clock'", "00 o'clock"],
    ["yyyy-MM-dd'T'HH:mmXXX", '2026-03-06T00:07+01:00'],
    ['strict_date||epoch_millis', '2026-03-06'],
    ['strict_date_optional_time', '2026-03-06T00:07:09.040+01:00'],
    ['epoch_millis', '1772752029040'],
    ['epoch_second', '1772752029'],
  ] as const)
    it(`${format} writes ${text}`, () => assert.equal(readDateFormat(format)?.(instant, berlin), text));

  for (const format of ['', 'MMM', 'yyyyy', 'EEE', 'hh:mm a', "yyyy 'T", 'YYYY-MM-dd', 'constructor', 'DDD'])
    it(`${JSON.stringify(format)} is not understood`, () => assert.equal(readDateFormat(format), undefined));
});
