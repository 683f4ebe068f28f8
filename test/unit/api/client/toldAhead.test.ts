import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createDispatcher } from '../../../../src/api/client/dispatcher.ts';
import { InsightsClient } from '../../../../src/api/client/insightsClient.ts';
import { quick } from '../search/emulated.ts';
import { emptyPage, startBare, startProxy } from './wire.ts';

const answer = `HTTP/1.1 200 OK\r\nContent-Length: ${emptyPage.length}\r\n\r\n${emptyPage}`;
const ahead = (status: string) => `HTTP/1.1 ${status}\r\n\r\n`;

/** How often three requests, one of them a deletion, come to a service that says this ahead of each answer. */
async function askThrice(told: string, proxied: boolean): Promise<number> {
  let requests = 0;
  const service = await startBare((socket) => {
    socket.on('data', () => {
      requests += 1;
      socket.write(told);
      // Together, and apart.
      if (requests % 2 === 0) setTimeout(() => socket.write(answer), 5);
      else socket.write(answer);
    });
  });
  const proxy = await startProxy();
  const dispatcher = createDispatcher({ ...quick, ...(proxied ? { proxy: { url: proxy.url } } : {}) });
  try {
    const client = new InsightsClient({ origin: `http://127.0.0.1:${service.port}`, key: 'k', dispatcher });
    assert.equal((await client.search([])).total.count, 0);
    await client.verify();
    await client.deleteSession('a', new Date(0)).catch((error: unknown) => assert.match(String(error), /200/));
    return requests;
  } finally {
    await dispatcher.destroy();
    proxy.close();
    service.close();
  }
}

describe('what is told ahead of an answer', () => {
  const told = [
    ...['100 Continue', '102 Processing', '103 Early Hints\r\nLink: </a>; rel=preload', '104 Upload', '199 Odd'].map(
      ahead,
    ),
    ahead('100 Continue') + ahead('103 Early Hints') + ahead('100 Continue'),
  ];
  for (const text of told) {
    it(`is passed over: ${JSON.stringify(text.slice(9, 40))}`, async () => {
      assert.equal(await askThrice(text, false), 3);
      assert.equal(await askThrice(text, true), 3);
    });
  }
});
