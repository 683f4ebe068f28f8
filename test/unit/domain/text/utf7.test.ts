import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unreadEncoding } from '../../../../src/domain/text/decodeText.ts';
import { isUtf7 } from '../../../../src/domain/text/utf7.ts';

describe('UTF-7', () => {
  const written: readonly string[] = [
    '{"a":"caf+AOk-"}',
    '{"a":"1 +- 1, 5 +IKw-"}',
    '+/v8-{"a":1}',
    '+AHsAIgBhACIAOgAxAH0-',
    '{"a":"+ZeVnLIqe-","b":"+ZeVnLIqe-","c":"+ZeVnLIqe-"}',
  ];
  for (const text of written) it(`is ${text}`, () => assert.ok(isUtf7(text)));

  const others: readonly string[] = [
    '{}',
    '{"a":"café +AOk-"}',
    '{"source":"+447911123456"}',
    '{"source":"+14363085024","a":"+14363085024","b":"+14363085024"}',
    '{"order":"hot+Dog"}',
    '{"a":"x+Bcc=","b":"x+Bcc=","c":"x+Bcc="}',
    '{"at":"2026-06-01T10:00:00+01:00"}',
    '{"a":"a+b+c, C++, 1 + 1"}',
    '{"a":"eyJ+abc/def+AAA="}',
    '{"a":"+ZeVnLIqe-"}',
    '{"a":"caf+AOk-","source":"+447911123456"}',
  ];
  for (const text of others) it(`is not ${text}`, () => assert.ok(!isUtf7(text)));

  it('is told of a file by its beginning', () => {
    assert.equal(unreadEncoding(Buffer.from('{"a":"caf+AOk-"}')), 'UTF-7');
    assert.equal(unreadEncoding(Buffer.from(`{"a":"${' '.repeat(65_530)}caf+AOk-"}`)), undefined);
    // Where what is looked at ends within one.
    assert.equal(unreadEncoding(Buffer.from(`{"b":"+AOk-","a":"${' '.repeat(65_510)}+AOkA6QDpAOkA6QDp-"}`)), 'UTF-7');
  });
});
