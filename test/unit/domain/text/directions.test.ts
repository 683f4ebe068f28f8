import assert from 'node:assert/strict';
import { it } from 'node:test';
import { nameDirections, nameOverrides, withDirectionsEscaped } from '../../../../src/domain/text/directions.ts';

it('what turns the writing direction is named, or escaped', () => {
  const overrides = '\u202D\u202E';
  const others = '\u202A\u202B\u202C\u2066\u2067\u2068\u2069';
  assert.equal(nameOverrides(`a${overrides}${others}`), `a[U+202D][U+202E]${others}`);
  assert.equal(nameDirections(`a${overrides}\u2066\u2069`), 'a[U+202D][U+202E][U+2066][U+2069]');
  // Those beside them do not.
  const beside = '\u2029\u202F\u2065\u206A';
  assert.equal(nameDirections(beside), beside);
  const json = JSON.stringify(overrides + others);
  assert.equal(JSON.parse(withDirectionsEscaped(json)), overrides + others);
  assert.match(withDirectionsEscaped(json), /^"(?:\\u[0-9a-f]{4}){9}"$/u);
});
