import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { excerptOf } from '../../../../src/api/client/answerExcerpt.ts';

const maskKey = (text: string) => text.replaceAll('the-key', '(key)');
const textOf = (body: string) => excerptOf({ status: 500, contentType: 'text/plain', body }, maskKey).text;

describe('the beginning of an answer', () => {
  const cases: [what: string, body: string, text: string][] = [
    ['its text, in one line', ' a\n\tb\u0000\u0007c ', 'a b c'],
    ['the message of an error', '{"code":1,"message":"No such thing"}', 'No such thing'],
    ['the first that says something', '{"message":" ","error":"Down","detail":"x"}', 'Down'],
    ['a message within', '{"error":{"reason":"Too many"}}', 'Too many'],
    ['a message within what is within', '{"detail":{"error":{"title":"Deep"}}}', 'Deep'],
    ['JSON that says nothing as it is', '{"a":1}', '{"a":1}'],
    ['JSON that is no object as it is', '["a"]', '["a"]'],
    ['null as it is', 'null', 'null'],
    [
      'the words of a page',
      '<html><style>b { c }</style><script type="x">d()</script><h1>Bad</h1>gateway<br',
      'Bad gateway',
    ],
    ['a page whose script does not end', ' <p>Bad</p><script>d()', 'Bad'],
    ['a text with a sign of HTML in it', 'a < b', 'a < b'],
    ['without the key', 'the-key is wrong', '(key) is wrong'],
    ['without the key in a message', '{"message":"the-key is wrong"}', '(key) is wrong'],
    ['without personal data', 'Call jane.doe@mail.example', 'Call EMAIL-1'],
  ];
  for (const [what, body, text] of cases) it(what, () => assert.equal(textOf(body), text));

  it('is cut behind 300 letters', () => {
    assert.equal(textOf('x '.repeat(150).trim()).length, 299);
    assert.equal(textOf(`${'x '.repeat(150)}`.trim().concat('y')), `${'x '.repeat(149)}xy`);
    assert.equal(textOf(`${'x '.repeat(150)}y`), `${'x '.repeat(150)}…`);
  });

  it('is read no further than its words stand', () => {
    const late = `{"a":"${'x '.repeat(40_000)}","message":"late"}`;
    assert.ok(textOf(late).startsWith('{"a":"x x'));
    const early = `{"a":"${'x '.repeat(30_000)}","message":"early"}`;
    assert.equal(textOf(early), 'early');
  });

  it('says the status and the type, the type without the key and short', () => {
    const { status, contentType } = excerptOf(
      { status: 404, contentType: ' text/html;\n the-key ', body: '' },
      maskKey,
    );
    assert.deepEqual([status, contentType], [404, 'text/html; (key)']);
    assert.equal(excerptOf({ status: 404, contentType: 'x'.repeat(999), body: '' }, maskKey).contentType.length, 301);
  });
});
