import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readLiteral } from '../../../../../src/domain/masking/headers/headerLiteral.ts';

const [a, b] = [
  ['a', '1'],
  ['b', '2'],
];
const deep = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

describe('a literal of a programming language', () => {
  const whole: [text: string, value: object][] = [
    ['{a: 1, "b": \'2\'}', [a, b]],
    ['{"a":"1",}', [a]],
    ['{a=1, b=2}', [a, b]],
    ['map[a:1 b:2]', [a, b]],
    [
      'map[a:[1] b:[2 3]]',
      [
        ['a', ['1']],
        ['b', ['2 3']],
      ],
    ],
    ['http.Header{"a": []string{"1", "2"}}', [['a', ['1', '2']]]],
    ['new Headers({a: 1})', { a: '1' }],
    ['Headers([("a","1"),("b","2")])', [a, b]],
    ['[["a","1"],["b","2"]]', [a, b]],
    ["{'a': b'1', 'b': None}", [a, ['b', null]]],
    [
      '{a: undefined, b: nil}',
      [
        ['a', null],
        ['b', null],
      ],
    ],
    ['{a: nothing}', [['a', 'nothing']]],
    ['a:1:{s:1:"a";s:1:"1";}', ['a', '1']],
    ['{:a "1", :b "2"}', [a, b]],
    ['%{"a" => "1"}', [a]],
    ['{"a" -> "1"}', [a]],
    ['array(1) { ["a"]=> string(1) "1" }', [a]],
    ['[AnyHashable("a"): "1"]', [a]],
    ['Object [AxiosHeaders] { a: "1" }', [a]],
    [
      '{a: 1, 2, b: 3}',
      [
        ['a', '1, 2'],
        ['b', '3'],
      ],
    ],
    [
      "{'a': 'it\\'s', 'b': '\\\\'}",
      [
        ['a', "it's"],
        ['b', '\\'],
      ],
    ],
    ['{a: `1`, b: u"2"}', [a, b]],
    ['{}', []],
    ['[]', []],
    ['{a}', ['a']],
    ['[a, b]', ['a', 'b']],
    ['[name: a, value: 1]', { name: 'a', value: '1' }],
    ['[{name: "a", value: "1"}]', { name: 'a', value: '1' }],
    [
      '{name: "a", city: "1"}',
      [
        ['name', 'a'],
        ['city', '1'],
      ],
    ],
    [
      '[{key: a, values: 1}, {key: b, values: 2}]',
      [
        { key: 'a', values: '1' },
        { key: 'b', values: '2' },
      ],
    ],
    ['{a: {b: 1}}', [['a', { b: '1' }]]],
    [' {a: 1}) ; ', [a]],
  ];
  for (const [text, value] of whole) {
    it(`is read: ${text}`, () =>
      assert.deepEqual(JSON.parse(JSON.stringify(readLiteral(text))), { value, complete: true }));
  }

  for (const text of ['{a: 1', '{a: 1]', '{a: 1} and more', deep(10)])
    it(`is read in part: ${text}`, () => assert.equal(readLiteral(text)?.complete, false));
  it('is read as deep as headers may be', () => assert.equal(readLiteral(deep(9))?.complete, true));

  for (const text of ['', 'text', 'a: 1', '<<{a: 1}>>', 'x'])
    it(`is none: ${JSON.stringify(text)}`, () => assert.equal(readLiteral(text), undefined));
});
