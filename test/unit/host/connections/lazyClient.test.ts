import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SessionService } from '../../../../src/host/connections/lazyClient.ts';
import { lazyClient } from '../../../../src/host/connections/lazyClient.ts';
import { ConnectionProblem } from '../../../../src/host/errors/connectionProblem.ts';

describe('a client that is made when it is asked', () => {
  /** A service that takes one key, and clients of it that have the key of when they were made. */
  function service() {
    const state = { key: 'wrong', made: 0, origin: 'here', running: new AbortController() };
    const client = lazyClient('tested', async () => {
      const { key, origin, running } = state;
      state.made++;
      if (key === '') throw new Error('no key');
      const search = async () => {
        if (key !== 'right') throw new Error('refused');
        return { hits: [], total: { count: 0, atLeast: false }, pageSize: 1 };
      };
      return { client: { search } as unknown as SessionService, origin, ended: running.signal };
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

  const changed = { name: 'ConnectionProblem', code: 'changed', connection: 'tested' };

  it('asks nobody else than it asked first, whatever its name has come to mean', async () => {
    const { state, search } = service();
    await assert.rejects(search(), /refused/);
    Object.assign(state, { key: 'right', origin: 'there' });
    await assert.rejects(search(), changed);
    await assert.rejects(search(), changed);
    state.origin = 'here';
    assert.equal((await search()).total.count, 0);
  });

  it('is made anew when whom it asked has gone, and takes nobody else for that either', async () => {
    const { state, search } = service();
    state.key = 'right';
    await search();
    state.running.abort();
    state.running = new AbortController();
    await search();
    assert.equal(state.made, 2);
    state.running.abort();
    Object.assign(state, { origin: 'there', running: new AbortController() });
    await assert.rejects(search(), changed);
  });

  it('asks nobody for permission once it was made: what goes on by itself puts no question before everything', async () => {
    const quiets: boolean[] = [];
    let origin = 'here';
    const client = lazyClient('tested', async (_, quiet) => {
      quiets.push(quiet);
      if (origin !== 'here' && quiet) throw new ConnectionProblem('notAllowed', 'tested');
      const search = () => Promise.reject(new Error('down'));
      return { client: { search } as unknown as SessionService, origin };
    });
    await assert.rejects(client.search([]), /down/);
    // While a query is followed, the workspace's settings come to name another address.
    origin = 'elsewhere';
    await assert.rejects(client.search([]), changed);
    await assert.rejects(client.search([]), changed);
    assert.deepEqual(quiets, [false, true, true]);
  });
});
