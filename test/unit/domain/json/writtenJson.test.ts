import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatJson } from '../../../../src/domain/json/formatJson.ts';
import { parseJson } from '../../../../src/domain/json/parseJson.ts';
import { parseWritten } from '../../../../src/domain/json/parseWritten.ts';
import { writeJson, writeReadably } from '../../../../src/domain/json/writeJson.ts';
import { entriesOf, recordOf } from '../../../../src/domain/json/writtenEntries.ts';
import { WrittenNumber } from '../../../../src/domain/json/writtenNumber.ts';

const written = [
  '{"order_id":1234567890123456789}',
  '{"source":9720014044002503,"params_list":[{"value":6304000000000000123}]}',
  '{"total":12.50,"tax":0.10,"rate":1.0,"share":100.000}',
  '{"amount":1e400,"least":1e-400,"count":1E3,"sum":1.5e+3}',
  '{"zero":-0,"small":-0.0,"tiny":1e-7}',
  '{"exact":0.1234567890123456789}',
  '[9007199254740993,-9007199254740993,9007199254740992]',
  '{"value":false,"value":true}',
  '{"a":{"b":1,"b":{"b":2,"b":2}},"a":[]}',
  '{"10":"ten","2":"two","name":"x","1":"one"}',
  '{"z":1,"0":2}',
  '{"__proto__":1,"constructor":2,"toString":3}',
  '{"__proto__":{"a":1.0},"__proto__":2}',
  '{"":1,"":2}',
  '"text"',
  '12.50',
  '[]',
  'null',
];

for (const text of written) {
  test(`${text} is written again as it was read`, () => assert.equal(writeJson(parseJson(text)), text));
}

test('what JSON.parse keeps is read as it reads it', () => {
  const text = '{"id":"1","n":[1,-2,0.5,123456789012345,true,null],"o":{"b":1,"a":"2020-10-08T17:09:27.758980"}}';
  assert.deepEqual(parseJson(text), JSON.parse(text));
});

test('numbers that are written otherwise than JavaScript would are kept as text, all others are numbers', () => {
  assert.deepEqual(parseJson('[12.50,12.5,1e400,1e21,1e+21,-0,0,-1]'), [
    new WrittenNumber('12.50'),
    12.5,
    new WrittenNumber('1e400'),
    new WrittenNumber('1e21'),
    1e21,
    new WrittenNumber('-0'),
    0,
    -1,
  ]);
});

test('of a repeated key an object holds the last value, and its entries all', () => {
  const record = parseJson('{"a":1,"b":2,"a":3}') as Record<string, unknown>;
  assert.equal(record.a, 3);
  assert.deepEqual(entriesOf(record), [
    ['a', 1],
    ['b', 2],
    ['a', 3],
  ]);
});

test('objects made of entries keep them', () => {
  const entries = [
    ['2', 'two'],
    ['1', 'one'],
    ['a', 1],
    ['a', 2],
  ] as const;
  assert.equal(writeJson(recordOf(entries)), '{"2":"two","1":"one","a":1,"a":2}');
  assert.deepEqual(recordOf([['a', 1]]), { a: 1 });
});

test('what is no JSON is refused as JSON.parse refuses it', () => {
  for (const text of ['', '{', '{"a":01}', '[1,]', '{"a" 1}', "{'a':1}", '1 2', '"\n"']) {
    assert.throws(() => parseJson(text), SyntaxError, text);
  }
});

test('who writes a kept number without writeJson still writes a number', () => {
  assert.equal(
    JSON.stringify([new WrittenNumber('12.50'), new WrittenNumber('9007199254740993')]),
    '[12.5,9007199254740992]',
  );
});

test('a hundred thousand levels are read and written', () => {
  for (const [open, close, levels] of [
    ['[', ']', 100_000],
    ['{"a":', '}', 100_000],
    ['[1.0,{"a":', '}]', 50_000],
  ] as const) {
    const text = `${open.repeat(levels)}1.50${close.repeat(levels)}`;
    const value = parseJson(text);
    assert.equal(writeJson(value), text);
    assert.equal(writeReadably(value).replaceAll(/\s/g, ''), text);
    assert.ok(writeReadably(value).length < 2 * text.length);
  }
});

test('formatted, a text has a line for each value and the same letters otherwise', () => {
  assert.equal(
    formatJson('{"b":12.50,"b":[ ],"2":{},\n"1":[1e400, {"x":"a\\/b \\u00e9 \\" \\u202e"}],"s":"{[,:]} "}'),
    [
      '{',
      '  "b": 12.50,',
      '  "b": [],',
      '  "2": {},',
      '  "1": [',
      '    1e400,',
      '    {',
      '      "x": "a/b é \\" \u202e"',
      '    }',
      '  ],',
      '  "s": "{[,:]} "',
      '}',
    ].join('\n'),
  );
});

test('a long list is written', () => {
  const text = `[${'1.0,'.repeat(300_000)}1]`;
  assert.equal(writeJson(parseJson(text)), text);
});

test('below a hundred levels a formatted text goes on in one line', () => {
  const lines = formatJson(`${'['.repeat(200)}1, 2${']'.repeat(200)}`).split('\n');
  assert.equal(lines.length, 201);
  assert.equal(lines[100]?.trim(), `${'['.repeat(100)}1,2${']'.repeat(100)}`);
});

test('a property: any JSON is read, written and formatted as JavaScript does it', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(undefined, 1, '\t'), (compact, indent) => {
      const value = JSON.parse(compact);
      const text = JSON.stringify(value, null, indent);
      assert.equal(writeJson(parseJson(text)), JSON.stringify(value));
      assert.equal(writeJson(parseWritten(text)), JSON.stringify(value));
      assert.equal(formatJson(text), JSON.stringify(value, null, 2));
      assert.equal(writeReadably(parseWritten(text)), JSON.stringify(value, null, 2));
    }),
  );
});

const digits = fc.stringMatching(/^-?(?:0|[1-9]\d{0,25})(?:\.\d{1,25})?(?:[eE][+-]?\d{1,3})?$/);
const key = fc.oneof(fc.constantFrom('a', 'b', '1', '2', '0', '__proto__'), fc.string());
const { text: anyText } = fc.letrec<{ text: string; list: string; object: string }>((tie) => ({
  text: fc.oneof(
    { depthSize: 'small' },
    digits,
    fc.string().map((text) => JSON.stringify(text)),
    tie('list'),
    tie('object'),
  ),
  list: fc.array(tie('text')).map((items) => `[${items.join(',')}]`),
  object: fc
    .array(fc.tuple(key, tie('text')))
    .map((entries) => `{${entries.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`),
}));

test('a property: whatever numbers and keys a text has, it is written again letter by letter', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      assert.equal(writeJson(parseJson(text)), text);
      assert.deepEqual(JSON.parse(formatJson(text)), JSON.parse(text));
    }),
  );
});
