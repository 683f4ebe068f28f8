import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Remembered } from '../../../../../src/domain/masking/text/remembered.ts';

describe('what is remembered of texts', () => {
  it('is found by an equal text, however odd it is', () => {
    const remembered = new Remembered<number>(10);
    const texts = ['', '__proto__', 'a "quote" \\ and more', '\ud800', '\u2028', 'é\u{1F600}'];
    for (const [index, text] of texts.entries()) remembered.set(`>${text}`.slice(1), index);
    assert.deepEqual(
      texts.map((text) => remembered.get(text)),
      [0, 1, 2, 3, 4, 5],
    );
  });

  it('never grows beyond its most', () => {
    const remembered = new Remembered<true>(3);
    const texts = ['a', 'b', 'c', 'd'];
    for (const text of texts) remembered.set(text, true);
    assert.deepEqual(
      texts.map((text) => remembered.get(text)),
      [undefined, undefined, undefined, true],
    );
  });
});
