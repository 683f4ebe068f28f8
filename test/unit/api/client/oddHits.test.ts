import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createDispatcher } from '../../../../src/api/client/dispatcher.ts';
import { InsightsClient } from '../../../../src/api/client/insightsClient.ts';
import { quick } from '../search/emulated.ts';
import { startService } from './wire.ts';

/** A client of a service that answers everything like this. */
async function answering(body: string, use: (client: InsightsClient) => Promise<void>): Promise<void> {
  const { port, close } = await startService((_request, response) => response.end(body));
  const dispatcher = createDispatcher(quick);
  try {
    await use(new InsightsClient({ origin: `http://127.0.0.1:${port}`, key: 'some-key', dispatcher }));
  } finally {
    await dispatcher.destroy();
    close();
  }
}

const start = '"session_start_time":"2026-11-10T10:00:00"';

describe('hits that are not as documented', () => {
  it('leave the sessions beside them, and are counted', () =>
    answering(`{"total":4,"hits":[null,{"id":"a",${start}},"b",{"id":"c",${start}}]}`, async (client) => {
      const { hits, total } = await client.search([]);
      assert.deepEqual([hits.map(({ id }) => id), total], [['a', 'c'], { count: 4, atLeast: false }]);
      const page = await client.searchPage([], ['id']);
      assert.deepEqual([page.rows.map(({ members }) => members.id), page.total], [['a', 'c'], total]);
    }));

  it('are no answer where none is a session', () =>
    answering('{"total":2,"hits":[null,7]}', async (client) => {
      await assert.rejects(client.search([]), { code: 'malformedAnswer', problem: 'shape' });
      await assert.rejects(client.searchPage([], ['id']), { code: 'malformedAnswer', problem: 'shape' });
    }));

  it('have their ids as texts, with every digit', () =>
    answering(`{"total":2,"hits":[{"id":18446744073709551615,${start}},{"id":null,${start}}]}`, async (client) => {
      const { hits } = await client.search([]);
      assert.deepEqual(
        hits.map(({ id }) => id),
        ['18446744073709551615', null],
      );
      const { session } = await client.findSession('18446744073709551615');
      assert.equal(session.id, '18446744073709551615');
    }));

  for (const total of ['1e21', '"99999999999999999999"', '-1', '1.5', 'true'])
    it(`say nothing of how many there are by a total of ${total}`, () =>
      answering(`{"total":${total},"hits":[{"id":"a",${start}}]}`, async (client) => {
        assert.deepEqual((await client.search([])).total, { count: 1, atLeast: true });
      }));
});
