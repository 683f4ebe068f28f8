import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { comparedHeaders } from '../../../../src/domain/comparison/comparedHeaders.ts';
import { compareSessions } from '../../../../src/domain/comparison/compareSessions.ts';

describe('headers that are compared', () => {
  it('have one name in any letter case, and all values of it', () => {
    const [left, right] = comparedHeaders(
      [
        { name: 'Content-Type', value: 'text/xml' },
        { name: 'x-a', value: '1' },
        { name: 'X-A', value: '2' },
      ],
      [
        { name: 'content-type', value: 'text/xml' },
        { name: 'X-B', value: '3' },
      ],
    );
    assert.deepEqual(left, { 'Content-Type': 'text/xml', 'x-a': '1, 2' });
    assert.deepEqual(right, { 'Content-Type': 'text/xml', 'X-B': '3' });
  });

  const requests: [what: string, left: unknown, right: unknown, differ: boolean][] = [
    ['names in another letter case', '{"Content-Type":"text/xml"}', '{"content-type":"text/xml"}', false],
    ['another order', '{"A":"1","B":"2"}', '{"b":"2","a":"1"}', false],
    ['another notation', '{"A":"1"}', [{ name: 'a', value: '1' }], false],
    ['lines', 'A: 1\r\nB: 2', '{"a":"1","b":"2"}', false],
    ['another value', '{"A":"1"}', '{"a":"2"}', true],
    ['one more', '{"A":"1"}', '{"a":"1","B":"2"}', true],
    ['one more of a name', '{"A":"1"}', '[["a","1"],["A","2"]]', true],
    ['what cannot be read', '{"A":"1"}', '???', true],
    ['none', '{"A":"1"}', undefined, true],
  ];
  for (const [what, left, right, differ] of requests) {
    it(`${differ ? 'differ by' : 'are the same in'} ${what}`, () => {
      const session = (headers: unknown) => ({
        id: 'a',
        flow_path: [{ type: 'webhook', node_id: 'n', request: { headers }, response: { code: 200 } }],
      });
      const { paths } = compareSessions(session(left), session(right));
      assert.equal(paths.differences.length, differ ? 1 : 0);
    });
  }
});
