import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createDispatcher } from '../../../src/api/client/dispatcher.ts';
import { InsightsClient } from '../../../src/api/client/insightsClient.ts';
import { startEmulator } from '../../../src/emulator/server/server.ts';
import { requestLine, retryLine } from '../../../src/host/logLines.ts';
import { quick } from '../api/search/emulated.ts';

const key = 'key-that-nobody-may-read';
const id = 'id-of-a-session';
const today = new Date('2026-01-10T00:00:00Z');
const sessions = [{ id, session_start_time: '2026-01-10T10:00:00.000001', source: '447000000001' }];

/** What the log says of one question, times made 0: every attempt, with what it was told of. */
async function linesOf(ask: (client: InsightsClient) => Promise<unknown>, status?: number): Promise<string[]> {
  const fault = { kind: 'status', status: status ?? 200, body: `{"message":"no ${key} for ${id}"}` } as const;
  const emulator = await startEmulator({ sessions, key, ...(status ? { faults: { rules: [{ fault }] } } : {}) });
  const lines: string[] = [];
  const retry = {
    ...quick.retry,
    maxRetries: 1,
    onRetry: (told: Parameters<typeof retryLine>[0]) => lines.push(retryLine(told)),
  };
  const dispatcher = createDispatcher({ ...quick, retry });
  const onAnswer = (sent: Parameters<typeof requestLine>[0]) => lines.push(requestLine(sent));
  const client = new InsightsClient({ origin: emulator.origin, key, dispatcher, onAnswer });
  await ask(client).catch(() => {});
  await dispatcher.destroy();
  await emulator.close();
  return lines.map((line) => line.replace(new URL(emulator.origin).host, 'HOST').replace(/\d+ ms/u, '0 ms'));
}

describe('the log', () => {
  const search = (client: InsightsClient) =>
    client.search([['filter_by', '{"must":[{"term":{"source":"447000000001"}}]}']]);
  const get = (client: InsightsClient) => client.getSession(id, today);
  const remove = (client: InsightsClient) => client.deleteSession(id, today);
  const cases: [
    name: string,
    ask: (client: InsightsClient) => Promise<unknown>,
    status: number | undefined,
    lines: string[],
  ][] = [
    [
      'a search that is refused, and the probe',
      search,
      undefined,
      ['GET HOST/insights/sessions 401 0 ms', 'GET HOST/insights/sessions 200 0 ms'],
    ],
    ['a session', get, undefined, ['GET HOST/insights/sessions/{id} 200 0 ms']],
    ['a delete', remove, undefined, ['DELETE HOST/insights/sessions/{id} 200 0 ms']],
    [
      'a failure, and how it was tried again',
      get,
      503,
      ['attempt 2 in 0 ms after 503', 'GET HOST/insights/sessions/{id} 503 0 ms'],
    ],
    ['a delete that fails, once', remove, 503, ['DELETE HOST/insights/sessions/{id} 503 0 ms']],
    ['a refusal that repeats the key', search, 400, ['GET HOST/insights/sessions 400 0 ms']],
  ];
  for (const [name, ask, status, expected] of cases) {
    it(`tells of ${name}, and neither key nor id nor query`, async () =>
      assert.deepEqual(await linesOf(ask, status), expected));
  }
});
