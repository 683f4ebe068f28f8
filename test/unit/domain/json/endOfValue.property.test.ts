import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { endOfValue } from '../../../../src/domain/json/endOfValue.ts';

const numRuns = Number(process.env.PROPERTY_RUNS ?? 1000);

/** What `JSON.parse` says of a text that begins with a value. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const isWhole = (text: string): boolean => {
  const bytes = new TextEncoder().encode(text);
  return endOfValue(bytes, 0) === bytes.length;
};

const json = fc
  .json()
  .chain((text) => fc.constantFrom(text, JSON.stringify(JSON.parse(text), null, 2), JSON.stringify(text)));
const pieces = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '\\',
  'u00e9',
  '0',
  '-',
  '.',
  'e',
  '+',
  'true',
  'nul',
  ' ',
  '\n',
  '😀',
  '\t',
];

describe('the end of a JSON value among bytes', () => {
  it('is found behind whatever JSON.parse reads', () =>
    fc.assert(
      fc.property(json, fc.constantFrom('', ' ', ',', '}', ']]', '"'), (text, after) => {
        const trimmed = text.trim();
        // A digit more would be another number.
        const bytes = new TextEncoder().encode(`${trimmed}${after}`);
        assert.equal(endOfValue(bytes, 0), new TextEncoder().encode(trimmed).length);
      }),
      { numRuns },
    ));

  it('is found in no text that JSON.parse refuses', () =>
    fc.assert(
      fc.property(json, fc.nat(), fc.nat(3), fc.constantFrom('', ...pieces), (text, place, gone, piece) => {
        const trimmed = text.trim();
        const at = place % (trimmed.length + 1);
        const changed = trimmed.slice(0, at) + piece + trimmed.slice(at + gone);
        // Blanks around a value are no part of it.
        if (changed !== changed.trim()) return;
        assert.equal(isWhole(changed), isJson(changed), changed);
      }),
      { numRuns },
    ));

  it('is found in texts made of odd pieces as JSON.parse finds it', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 8 }), (parts) => {
        const text = parts.join('').trim();
        assert.equal(isWhole(text), isJson(text), text);
      }),
      { numRuns: numRuns * 5 },
    ));

  it('is found behind an escape of four hexadecimal digits of either case, and of nothing else', () => {
    for (let code = 0x21; code < 0x7f; code++) {
      const text = `"\\u00${String.fromCharCode(code)}f"`;
      assert.equal(isWhole(text), isJson(text), text);
    }
  });

  it('is found however deep it is nested', () => {
    assert.ok(isWhole('['.repeat(100_000) + ']'.repeat(100_000)));
    assert.ok(!isWhole('['.repeat(100_000) + ']'.repeat(99_999)));
  });

  it('knows at any depth whether an object or a list is open', () => {
    for (let depth = 1; depth <= 100; depth++) {
      // Objects and lists by turns, from the outside in.
      const levels = Array.from({ length: depth }, (_, at) => ((at * 7) % 5 < 3 ? ['{"a":', '}'] : ['[', ']']));
      const open = levels.map(([opening]) => opening).join('');
      const closings = levels.map(([, closing]) => closing).reverse();
      assert.ok(isWhole(`${open}1${closings.join('')}`), `${depth} deep`);
      for (const [at, closing] of closings.entries()) {
        const wrong = closings.with(at, closing === '}' ? ']' : '}').join('');
        assert.ok(!isWhole(`${open}1${wrong}`), `${depth} deep, wrong at ${at}`);
      }
    }
  });
});
