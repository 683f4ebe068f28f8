import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FollowedQueries } from '../../../../src/api/follow/followedQueries.ts';

describe('followed queries', () => {
  it('tell what is new of each, once for each change', () => {
    const followed = new FollowedQueries();
    const told: string[] = [];
    followed.onDidChange((uri) => told.push(`${uri} ${followed.unseenOf(uri)}`));
    followed.tell('one', undefined);
    followed.tell('one', 0);
    followed.tell('one', 0);
    followed.tell('other', 2);
    followed.tell('one', 3);
    followed.tell('one', undefined);
    assert.deepEqual(told, ['one 0', 'other 2', 'one 3', 'one undefined']);
    assert.equal(followed.unseenOf('other'), 2);
  });
});
