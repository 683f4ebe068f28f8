import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseDateExpression } from '../../../../src/domain/time/parseDate.ts';

const add = (amount: number, unit: string) => ({ kind: 'add', amount, unit });
const round = (unit: string) => ({ kind: 'round', unit });

describe('a date expression', () => {
  const operations: Readonly<Record<string, readonly object[]>> = {
    now: [],
    ' now ': [],
    'now-7d': [add(-7, 'd')],
    'now+d': [add(1, 'd')],
    'now-0d': [add(-0, 'd')],
    'now-1H/d+2m': [add(-1, 'h'), round('d'), add(2, 'm')],
    'now/M': [round('M')],
    'now+1y-2M+3w-4d+5h-6m+7s': [
      ...[add(1, 'y'), add(-2, 'M'), add(3, 'w'), add(-4, 'd'), add(5, 'h')],
      ...[add(-6, 'm'), add(7, 's')],
    ],
  };
  for (const [text, expected] of Object.entries(operations))
    it(`reads ${JSON.stringify(text)}`, () =>
      assert.deepEqual(parseDateExpression(text), { anchor: 'now', operations: expected }));

  it('does to a day what stands behind the bars, and nothing where there are none', () => {
    const done = (text: string): unknown => {
      const read = parseDateExpression(text);
      return 'code' in read ? read : [typeof read.anchor, read.operations];
    };
    assert.deepEqual(done('2026-06-01||-1d/d'), ['object', [add(-1, 'd'), round('d')]]);
    assert.deepEqual(done('2026-06-01'), ['object', []]);
    assert.deepEqual(done('2026-06-01||'), ['object', []]);
  });

  it('says what was meant, with what is done with it, and where it cannot be read', () => {
    const wrong = (text: string): unknown => {
      const { code, nearest, offset } = parseDateExpression(text) as {
        code?: string;
        nearest?: string;
        offset?: number;
      };
      return [code, nearest ?? offset];
    };
    assert.deepEqual(wrong('2026-02-30||+1d/d'), ['impossibleDate', '2026-02-28||+1d/d']);
    assert.deepEqual(wrong('2026-02-30'), ['impossibleDate', '2026-02-28']);
    assert.deepEqual(wrong('now-7x'), ['badDate', 3]);
    assert.deepEqual(wrong('now-7d?'), ['badDate', 6]);
    assert.deepEqual(wrong('2026-06-01||x'), ['badDate', 12]);
  });
});
