import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createDispatcher } from '../../../../src/api/client/dispatcher.ts';
import { InsightsClient } from '../../../../src/api/client/insightsClient.ts';
import type { InsightsErrorCode } from '../../../../src/api/client/insightsErrors.ts';
import { InsightsError } from '../../../../src/api/client/insightsErrors.ts';
import type { Fault, FaultRule } from '../../../../src/emulator/faults/faults.ts';
import type { Emulator } from '../../../../src/emulator/server/server.ts';
import { startEmulator } from '../../../../src/emulator/server/server.ts';
import { session } from '../search/support.ts';

const dates: [string, string][] = [
  ['from_date', '2026-05-01'],
  ['to_date', '2026-05-31'],
];
const noon = new Date('2026-05-10T12:00:00Z');
const odd = 'id/with {braces} & spaces+ü';

describe("the extension's client against the emulator", () => {
  let emulator: Emulator;
  let client: InsightsClient;
  const dispatcher = createDispatcher({
    proxy: 'none',
    strictTls: true,
    connectTimeoutMs: 2000,
    retry: { maxRetries: 1, firstPauseMs: 1, longestPauseMs: 50, random: () => 0.5 },
  });
  const clientWith = (key: string, timeoutMs = 20_000) =>
    new InsightsClient({ origin: emulator.origin, key, dispatcher, timeoutMs, now: () => noon });
  before(async () => {
    emulator = await startEmulator({
      sessions: [session('one', { source: '{447}' }), session('two'), session('gone'), session(odd)],
    });
    client = clientWith(emulator.key);
  });
  after(async () => {
    await dispatcher.close();
    await emulator.close();
  });

  it('searches, with everything in the URL encoded', async () => {
    const filter = JSON.stringify({ must: [{ term: { source: '{447}' } }] });
    const answer = await client.search([
      ...dates,
      ['filter_by', filter],
      ['sort_by', 'id:asc'],
      ['project_fields', '["id"]'],
    ]);
    assert.deepEqual(JSON.parse(JSON.stringify(answer)).hits, [{ id: 'one' }]);
  });

  for (const id of ['one', odd]) {
    it(`gets ${id}`, async () => assert.equal((await client.getSession(id, noon)).session.id, id));
    it(`finds ${id}`, async () => assert.equal((await client.findSession(id)).session.id, id));
  }

  it('gets a session whose day is wrong by looking everywhere', async () => {
    assert.equal((await client.getSession('one', new Date('2026-01-01'))).session.id, 'one');
  });

  it('deletes', async () => {
    await assert.rejects(client.deleteSession('gone', new Date('2026-05-11')), isError('notFound'));
    await client.deleteSession('gone', noon);
    await assert.rejects(client.findSession('gone'), isError('notFound'));
  });

  const refused: [what: string, ask: () => Promise<unknown>, part: string][] = [
    ['a wrong key', () => clientWith('wrong').search(dates), 'key'],
    ['a wrong query', () => client.search([...dates, ['filter_by', '{"filter":[]}']]), 'query'],
  ];
  for (const [what, ask, part] of refused)
    it(`tells ${what}`, async () => {
      await assert.rejects(
        ask(),
        (error) => isError('unauthorized')(error) && (error as { refused?: string }).refused === part,
      );
    });

  const failures: [fault: Fault, code: InsightsErrorCode][] = [
    [{ kind: 'rateLimit' }, 'rateLimited'],
    [{ kind: 'rateLimit', retryAfter: 0 }, 'rateLimited'],
    [{ kind: 'status', status: 500 }, 'serverError'],
    [{ kind: 'status', status: 503, body: '' }, 'serverError'],
    [{ kind: 'resetBeforeAnswer' }, 'unreachable'],
    [{ kind: 'resetInBody' }, 'unreachable'],
    [{ kind: 'halfBody' }, 'malformedAnswer'],
    [{ kind: 'html' }, 'notJson'],
    [{ kind: 'wrongJson' }, 'malformedAnswer'],
    [{ kind: 'emptyBody' }, 'notJson'],
    [{ kind: 'redirect' }, 'redirected'],
  ];
  const search = (rule: FaultRule) => {
    emulator.setFaults({ rules: [rule] });
    return client.search(dates).finally(() => emulator.setFaults(undefined));
  };
  for (const [fault, code] of failures)
    it(`${JSON.stringify(fault)} is ${code}`, () => assert.rejects(search({ fault }), isError(code)));

  it('gives up when nothing comes', async () => {
    emulator.setFaults({ rules: [{ fault: { kind: 'noAnswer' } }] });
    await assert.rejects(clientWith(emulator.key, 200).search(dates), isError('timedOut'));
    emulator.setFaults(undefined);
  });

  const survived: Fault[] = [
    { kind: 'latency', ms: 20, jitterMs: 20 },
    { kind: 'slowBody', ms: 5 },
    { kind: 'wrongContentType' },
    { kind: 'cappedTotal', most: 2 },
  ];
  for (const fault of survived)
    it(`survives ${JSON.stringify(fault)}`, async () => assert.ok((await search({ fault })).hits.length > 0));

  for (const fault of [{ kind: 'status', status: 503 }, { kind: 'resetBeforeAnswer' }] as const)
    it(`reads again after one ${fault.kind}`, async () => assert.ok(await search({ fault, times: 1 })));
});

function isError(code: InsightsErrorCode): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof InsightsError, String(error));
    assert.equal(error.code, code);
    return true;
  };
}
