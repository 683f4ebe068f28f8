import assert from 'node:assert/strict';
import { it } from 'node:test';
import { endOfString, endOfValue } from '../../../../../src/domain/query/pasted/endOfValue.ts';

/** The value ends at «. */
const texts = [
  '/sessions?a=1&b=2«',
  '/sessions?a=1« and more',
  '/sessions?a=1«"',
  "/sessions?a=1«' -H",
  '/sessions?a=1«`',
  '/sessions?a=1«<br>',
  '/sessions?a=1«>',
  '/sessions?a=1«\n',
  '/sessions?a=1«|jq .',
  '/sessions?a=1«||exit',
  '/sessions?a=1«;exit',
  '/sessions?a=2026-11-01||-1d&b=now||/d«|jq',
  '/sessions?f={"a": "b|c;d"}«|jq',
  '/sessions?a=\\"b« c',
  '/sessions?f={"a": "b c"}&b=2« x',
  '/sessions?f={"a": "b } c", "d": ["e", {}]}« x',
  '/sessions?f={"a": "say \\"}\\" now"}«, x',
  '/sessions?f={"a": 1}^&b=2«',
  '/sessions?f={"a": 1}\\u0026b=2«',
  '/sessions?f={"a": 1}\\&b=2«',
  '/sessions?f={"a": 1}%5D«',
  '/sessions?f=[1, 2]«]',
  '/sessions?f={"a": "b«',
  '«',
];
for (const marked of texts)
  it(`ends where the address does: ${JSON.stringify(marked)}`, () =>
    assert.equal(endOfValue(marked.replace('«', '')), marked.indexOf('«')));

it('a string ends at the quote that nothing is in front of', () => {
  assert.deepEqual(
    [endOfString('"a"', 0), endOfString('x"a\\"b" "', 1), endOfString('"a', 0), endOfString('"\\', 0)],
    [2, 6, 2, 2],
  );
});
