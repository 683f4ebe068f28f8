import assert from 'node:assert/strict';
import { it } from 'node:test';
import { keepsAsWritten } from '../../../../src/domain/json/keepsAsWritten.ts';

const keeps = (text: string): boolean => keepsAsWritten(text, JSON.parse(text));

const kept = [
  ...[
    '{}',
    '[]',
    'null',
    '"1.0"',
    '0',
    '7',
    '-7',
    '12.5',
    '-0.5',
    '123456789012345',
    '9007199254740991',
    '1e+21',
    '0.1',
  ],
  ...[
    '{"a":1,"b":{"c":[2,{"d":null}]}}',
    '{"a":"x: y","b":":"}',
    '{"a":"\\"1.0: ","b":2}',
    '[{"a":1},{"a":2}]',
    '{"a": [[{"b": 1}]]}',
  ],
  ...['{"01":1,"1a":2,"-1":3,"1.5":4}', '["1","2"]', '{"a":"10"}', '{"99999999999999":1}'],
];
for (const text of kept) it(`JSON.parse keeps ${text}`, () => assert.equal(keeps(text), true));

const lost = [
  ...[
    '1.0',
    '12.50',
    '-0',
    '-0.0',
    '1E3',
    '1e3',
    '1e400',
    '12345678901234567890',
    '9007199254740993',
    '-9007199254740993',
    '0.12345678901234567890',
  ],
  ...['[1,2.0]', '{"a":{"b":[1.0]}}', '{"a":1,"a":2}', '{"a":{"b":1,"b":1}}', '[{"a":1,"a":1}]'],
  ...['{"b":1,"0":2}', '{"10":1}', '{"1" : 2}', '{"a":{"7":1}}', '{"4294967294":1}'],
];
for (const text of lost) it(`JSON.parse loses some of ${text}`, () => assert.equal(keeps(text), false));
