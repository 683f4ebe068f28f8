import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { authorizationOf } from '../../../src/archive/client/credentials.ts';
import { answering, read, withCluster } from './standInCluster.ts';

const path = '/calls-*/_search?allow_partial_search_results=false';

describe('the address of a cluster', () => {
  for (const [given, prefix] of [
    ['', ''],
    ['/', ''],
    ['/search', '/search'],
    ['/search/', '/search'],
    ['/search//', '/search'],
    ['/a/b.c/', '/a/b.c'],
  ] as const) {
    it(`is kept with its path: "${given}"`, async () => {
      const asked: string[] = [];
      const answer = answering([[/\/$/u, 200, { version: { number: '8.17.0' } }]]);
      await withCluster(
        (incoming, response) => {
          asked.push(String(incoming.url));
          answer(incoming, response);
        },
        async (client) => {
          await read(client);
          await client.verify();
        },
        { path: given },
      );
      assert.ok(asked.includes(`${prefix}${path}`), asked.join(' '));
      assert.ok(asked.includes(`${prefix}/`), asked.join(' '));
    });
  }

  it('may be one of IPv6', async (t) => {
    const hosts: (string | undefined)[] = [];
    const answer = answering([]);
    const server = createServer((incoming, response) => {
      hosts.push(incoming.headers.host);
      answer(incoming, response);
    });
    const listens = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false)).listen(0, '::1', () => resolve(true));
    });
    if (!listens) return t.skip('this machine has no IPv6');
    const { port } = server.address() as AddressInfo;
    try {
      await withCluster(1, (client) => client.verify(), { address: `http://[::1]:${port}` });
      assert.equal(hosts[0], `[::1]:${port}`);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});

describe('an API key', () => {
  const sent = 'ApiKey aWQ6a2V5';
  for (const secret of ['id:key', 'aWQ6a2V5', 'ApiKey aWQ6a2V5', ' apikey  id:key\n'])
    it(`is sent as engines take it, given as ${JSON.stringify(secret)}`, () =>
      assert.deepEqual(authorizationOf({ kind: 'apiKey', secret }), { authorization: sent }));
});
