import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readSessionLink, sessionLinkTarget } from '../../../../src/viewer/links/sessionLink.ts';

describe('a link to a session', () => {
  it('comes back as it was, whatever is in its names', () => {
    for (const session of [
      { connection: 'production', day: '2026-11-20', id: '8ae433e8-7bc1-41a0-b0a6-0cccc30cbc36' },
      { connection: 'a & b = c #1', day: '2026-02-28', id: '../?x=1&y[]= é' },
    ]) {
      assert.deepEqual(readSessionLink(sessionLinkTarget(session)), session);
    }
  });

  const good = 'connection=live&day=2026-11-20&id=a';
  const cases: [what: string, path: string, query: string][] = [
    ['another path', '/sessions', good],
    ['an address', '/session', `${good}&baseUrl=https%3A%2F%2Fevil.example`],
    ['a key', '/session', `${good}&key=secret`],
    ['a name that comes twice', '/session', `${good}&id=b`],
    ['no connection', '/session', 'connection=&day=2026-11-20&id=a'],
    ['no id', '/session', 'connection=live&day=2026-11-20'],
    ['no day', '/session', 'connection=live&day=yesterday&id=a'],
    ['a day that is none', '/session', 'connection=live&day=2026-13-45&id=a'],
    ['an endless id', '/session', `connection=live&day=2026-11-20&id=${'a'.repeat(201)}`],
  ];
  for (const [what, path, query] of cases) {
    it(`is none with ${what}`, () => assert.equal(readSessionLink({ path, query }), undefined));
  }
});
