import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decode, partOf, wholeText } from '../../../../../src/domain/masking/text/decodedText.ts';
import { entities, jsonString, percent } from '../../../../../src/domain/masking/text/encodings.ts';

describe('a text that was decoded', () => {
  it('is told only where something in it was encoded', () => {
    for (const raw of ['', 'plain', '100 %', '%ff']) assert.equal(decode(raw, percent, wholeText), undefined, raw);
    assert.equal(decode('a%20b', percent, wholeText)?.text, 'a b');
  });

  it('knows where each of its letters stands', () => {
    const raw = 'a%20b%C3%A9%ffc%20';
    const read = decode(raw, percent, wholeText);
    assert.equal(read?.text, 'a bé%ffc ');
    // Behind the last letter is the end of the whole.
    const places = [0, 1, 4, 5, 11, 12, 13, 14, 15, 18];
    assert.deepEqual(
      places.map((_, offset) => read.place.at(offset)),
      places,
    );
  });

  it('knows it of a part, and of what is decoded within what was decoded', () => {
    const whole = 'x=a%2520b&y';
    const outer = decode('a%2520b', percent, partOf(wholeText, 2), 0);
    const inner = outer && decode(outer.text, percent, outer.place);
    assert.deepEqual([outer?.text, inner?.text], ['a%20b', 'a b']);
    assert.deepEqual(
      [0, 1, 2, 3].map((offset) => whole.slice(inner?.place.at(offset))),
      ['a%2520b&y', '%2520b&y', 'b&y', '&y'],
    );
    assert.deepEqual([wholeText.depth, outer?.place.depth, inner?.place.depth], [0, 1, 2]);
    const later = decode('%2520b', percent, wholeText, 3);
    assert.equal(later?.place.at(0), 3);
  });

  it('knows how a quote is written there', () => {
    const once = decode('&amp;', entities, wholeText);
    const twice = once && decode('\\n', jsonString, once.place);
    assert.deepEqual([once?.place.quote, twice?.place.quote], ['&quot;', '&quot;']);
    const other = decode('\\n', jsonString, wholeText);
    assert.deepEqual([other?.place.quote, partOf(other?.place ?? wholeText, 1).quote], ['\\"', '\\"']);
  });

  it('is the same from its beginning on', () => assert.equal(partOf(wholeText, 0), wholeText));
});
