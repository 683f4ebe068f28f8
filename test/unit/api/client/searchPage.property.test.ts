import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readSearchAnswer, readSession } from '../../../../src/api/client/answerShapes.ts';
import { readSearchPage } from '../../../../src/api/client/searchPage.ts';

const numRuns = Number(process.env.PROPERTY_RUNS ?? 500);
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const names = fc.constantFrom('id', 'session_start_time', 'source', 'agent', 'ïd', 'a"b', '');
const session = fc.dictionary(names, fc.jsonValue({ maxDepth: 2 }));
const answer = fc.record(
  {
    hits: fc.oneof(fc.array(session), fc.array(fc.jsonValue({ maxDepth: 1 })), fc.jsonValue({ maxDepth: 1 })),
    total: fc.oneof(
      fc.nat(),
      fc.nat().map(String),
      fc.record({ value: fc.nat(), relation: fc.constant('gte') }),
      fc.jsonValue(),
    ),
    page_size: fc.oneof(fc.nat(), fc.nat().map(String)),
    more: fc.jsonValue(),
  },
  { requiredKeys: [] },
);

describe('an answer that is split into sessions', () => {
  it('says what one that is read whole says, and holds each session as it was written', () =>
    fc.assert(
      fc.property(answer, fc.constantFrom(0, 2), fc.constantFrom('', '\uFEFF', ' '), (value, indent, before) => {
        const page = readSearchPage(encode(before + JSON.stringify(value, null, indent)), ['id', 'agent', 'a"b', 'ïd']);
        const whole = readSearchAnswer(JSON.parse(JSON.stringify(value)));
        assert.equal(page === undefined, whole === undefined);
        if (!page || !whole) return;
        assert.deepEqual([page.total, page.pageSize], [whole.total, whole.pageSize]);
        const texts = page.rows.map(({ bytes }) => new TextDecoder().decode(bytes));
        assert.deepEqual(
          texts.map((text) => readSession(JSON.parse(text))),
          whole.hits,
        );
        assert.ok(texts.every((text) => !text.includes('\n')));
        for (const [at, { members }] of page.rows.entries()) {
          const kept: [string, unknown][] = Object.entries(JSON.parse(texts[at] ?? '')).filter(([name]) =>
            ['id', 'agent', 'a"b', 'ïd'].includes(name),
          );
          assert.deepEqual({ ...members }, Object.fromEntries(kept));
        }
      }),
      { numRuns },
    ));

  it('keeps numbers and escapes as they are written', () => {
    const text = '{"id":"\\u00e9\\/","n":1.50e+03,"big":12345678901234567890}';
    const page = readSearchPage(encode(`{"total":1,"hits":[ ${text} ]}`), ['id']);
    assert.deepEqual(
      page?.rows.map(({ bytes, members }) => [new TextDecoder().decode(bytes), members.id]),
      [[text, 'é/']],
    );
  });

  it('reads a name that is written with escapes, and of a repeated one the last', () => {
    const page = readSearchPage(encode('{"hits":[{"\\u0069d":"a"},{"id":"b","id":"c"}],"total":2}'), ['id']);
    assert.deepEqual(
      page?.rows.map(({ members }) => members.id),
      ['a', 'c'],
    );
  });

  it('is refused where it was cut, and where something stands behind it', () => {
    const text = JSON.stringify({ total: 2, hits: [{ id: 'a' }, { id: 'b', list: [1, { x: null }] }] });
    for (let length = 0; length < text.length; length++)
      assert.throws(() => readSearchPage(encode(text.slice(0, length)), ['id']), SyntaxError);
    assert.throws(() => readSearchPage(encode(`${text}x`), ['id']), SyntaxError);
    assert.throws(() => readSearchPage(encode('<html>'), ['id']), SyntaxError);
    assert.equal(readSearchPage(encode('[1, 2]'), ['id']), undefined);
  });
});
