import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SessionService } from '../../../src/host/lazyClient.ts';
import { lazyClient } from '../../../src/host/lazyClient.ts';

describe('a client that is made when it is asked', () => {
  /** A service that takes one key, and clients of it that have the key of when they were made. */
  function service() {
    const state = { key: 'wrong', made: 0 };
    const client = lazyClient(async () => {
      const { key } = state;
      state.made++;
      if (key === '') throw new Error('no key');
      const search = async () => {
        if (key !== 'right') throw new Error('refused');
        return { hits: [], total: { count: 0, atLeast: false }, pageSize: 1 };
      };
      return { search } as unknown as SessionService;
    });
    return { state, search: () => client.search([]) };
  }

  it('is made once, however often it is asked', async () => {
    const { state, search } = service();
    state.key = 'right';
    await Promise.all([search(), search()]);
    await search();
    assert.equal(state.made, 1);
  });

  it('is made anew after a failure, so that trying again takes what was set meanwhile', async () => {
    const { state, search } = service();
    await assert.rejects(search(), /refused/);
    state.key = '';
    await assert.rejects(search(), /no key/);
    state.key = 'right';
    assert.equal((await search()).total.count, 0);
  });
});
