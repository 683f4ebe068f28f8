import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compareSessions } from '../../../../src/domain/comparison/compareSessions.ts';
import { comparisonText } from '../../../../src/domain/comparison/comparisonText.ts';
import { normalisedPayload, normalisedText } from '../../../../src/domain/comparison/normalisedText.ts';

describe('normalised text', () => {
  const cases: [what: string, text: string, value: unknown][] = [
    ['keys in order', '{"b":1,"a":{"d":1,"c":2}}', { a: { c: 2, d: 1 }, b: 1 }],
    ['JSON within strings', '{"payload":"{\\"b\\":1,\\"a\\":\\"[2]\\"}"}', { payload: { a: [2], b: 1 } }],
    ['strings that are no JSON', '{"a":"{broken","b":"12"}', { a: '{broken', b: '12' }],
    ['strings of JSON that are numbers', '{"a":"12.50"}', { a: '12.50' }],
    ['keys of Object', '{"__proto__":{"b":1}}', JSON.parse('{"__proto__":{"b":1}}')],
  ];
  for (const [what, text, value] of cases) {
    it(what, () => assert.equal(normalisedText(text), `${JSON.stringify(value, null, 2)}\n`));
  }

  const kept: [what: string, text: string, lines: readonly string[]][] = [
    ['a number beyond a double', '{"id":1234567890123456789}', ['"id": 1234567890123456789']],
    ['a number with a zero at its end', '{"body":"{\\"total\\":12.50}"}', ['"total": 12.50']],
    ['a number without end', '[1e400]', ['1e400']],
    ['a repeated key', '{"b":true,"a":0,"b":false}', ['"a": 0,', '"b": true,', '"b": false']],
  ];
  for (const [what, text, lines] of kept) {
    it(`keeps ${what}`, () => {
      const found = normalisedText(text)
        .split('\n')
        .map((line) => line.trim());
      assert.deepEqual(
        found.filter((line) => lines.includes(line)),
        lines,
      );
    });
  }

  it('is the same whatever the order of keys, and is its own normalised text', () => {
    const shuffled = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shuffled);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, inner]) => [key, shuffled(inner)]),
      );
    };
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = normalisedText(JSON.stringify(value));
        assert.equal(normalisedText(JSON.stringify(shuffled(value))), text);
        assert.equal(normalisedText(text), text);
      }),
    );
  });

  it('is the text itself where there is nothing to normalise, and what is nested deep as it is', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const hidden = JSON.stringify({ payload: '['.repeat(500) + ']'.repeat(500) });
    assert.equal(normalisedText('{"a'), '{"a');
    assert.equal(normalisedText(deep).replaceAll(/\s/g, ''), deep);
    assert.deepEqual(JSON.parse(normalisedText(hidden)), { payload: JSON.parse(JSON.parse(hidden).payload) });
  });

  it('of a payload tells whether it is JSON', () => {
    assert.deepEqual(normalisedPayload('{"b":1,"a":2}'), { text: '{\n  "a": 2,\n  "b": 1\n}\n', json: true });
    assert.deepEqual(normalisedPayload('<html>'), { text: '<html>', json: false });
    assert.deepEqual(normalisedPayload({ a: 1 }), { text: '{\n  "a": 1\n}\n', json: true });
    assert.deepEqual(normalisedPayload(null), { text: '', json: false });
  });
});

describe('a comparison as text', () => {
  it('says where both are, until where they are the same, and each row', () => {
    const session = (id: string, ...nodes: string[]) => ({
      id,
      flow_path: nodes.map((node_id) => ({ node_id, type: 'speak', response: { code: 201 }, execution_time: 5 })),
    });
    const comparison = compareSessions(session('session-1', 'a', 'b'), session('session-2', 'a', 'c'));
    const text = comparisonText(comparison, { left: 'insights:/1', right: 'insights:/2' });
    const { left, right, sameUntil, rows } = JSON.parse(text);
    assert.deepEqual([left.uri, left.id, right.uri, right.steps], ['insights:/1', 'session-1', 'insights:/2', 2]);
    const step = (number: number, node: string) => ({ step: number, type: 'speak', node, code: 201, executionMs: 5 });
    assert.deepEqual(sameUntil, { type: 'onlyLeft', left: step(2, 'b') });
    assert.deepEqual(rows, [
      { type: 'same', left: step(1, 'a'), right: step(1, 'a'), differs: [], timeMs: 0 },
      { type: 'onlyLeft', left: step(2, 'b') },
      { type: 'onlyRight', right: step(2, 'c') },
    ]);
  });
});
