import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { after, before, describe, it } from 'node:test';
import type { Emulator } from '../../../../src/emulator/server/server.ts';
import { startEmulator } from '../../../../src/emulator/server/server.ts';
import { session, targetOf } from '../search/support.ts';
import { fetched } from './socket.ts';

const search = targetOf({ from_date: '2026-05-01', to_date: '2026-05-31' });
const sessions = [session('one'), session('two')];

describe('server', () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator({ sessions, key: 'the right key' });
  });
  after(() => emulator.close());

  const doors: [what: string, headers: Record<string, string | undefined>, status: number][] = [
    ['the right key', {}, 200],
    ['no key', { 'X-Vgai-Key': undefined }, 401],
    ['a wrong key', { 'X-Vgai-Key': 'the wrong key' }, 401],
    ['an empty key', { 'X-Vgai-Key': '' }, 401],
    ['half of the key', { 'X-Vgai-Key': 'the right' }, 401],
    ['another host', { Host: 'insights.example.com' }, 403],
    ['a host that begins alike', { Host: '127.0.0.1.example.com' }, 403],
    ['another port', { Host: '127.0.0.1:1' }, 403],
    ['a page of a browser', { Origin: 'https://example.com' }, 403],
    ['a page without an origin', { Origin: 'null' }, 403],
  ];
  for (const [what, headers, status] of doors)
    it(`${what}: ${status}`, async () => {
      const { status: given, text, headers: sent } = await fetched(emulator, search, { headers });
      assert.equal(given, status);
      assert.match(sent['content-type'] ?? '', /^application\/json/);
      if (status !== 200) assert.match(JSON.parse(text).message, /./);
    });

  it('is known as localhost too', async () => {
    const port = new URL(emulator.origin).port;
    assert.equal((await fetched(emulator, search, { headers: { Host: `LOCALHOST:${port}` } })).status, 200);
  });

  it('answers raw braces with nothing, as they come over the wire', async () => {
    const raw = '/insights/sessions?from_date=2026-05-01&to_date=2026-05-31&filter_by={"must":[]}';
    const { status, text } = await fetched(emulator, raw);
    assert.deepEqual([status, JSON.parse(text).total], [200, 0]);
  });

  it('refuses what is too long', async () => {
    const longBody = await fetched(emulator, search, { body: 'x'.repeat(70_000) });
    assert.equal(longBody.status, 413);
    const longUrl = await fetched(emulator, `/insights/sessions?x=${'y'.repeat(200_000)}`).catch(() => ({ status: 0 }));
    assert.ok([0, 413, 431].includes(longUrl.status), String(longUrl.status));
    const fair = await fetched(emulator, `${search}&x=${'y'.repeat(60_000)}`);
    assert.equal(fair.status, 200);
  });

  it('can not be reached from another machine', async () => {
    const { port } = new URL(emulator.origin);
    const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
    for (const { address } of addresses.filter(({ internal, family }) => !internal && family === 'IPv4'))
      await assert.rejects(
        new Promise((resolve, reject) =>
          connect(Number(port), address, () => resolve(undefined)).once('error', reject),
        ),
      );
  });

  it('makes a key of its own when it is given none', async () => {
    const other = await startEmulator({ sessions });
    const another = await startEmulator({ sessions });
    assert.match(other.key, /^[0-9a-f]{32}$/);
    assert.notEqual(other.key, another.key);
    assert.equal((await fetched(other, search)).status, 200);
    assert.equal((await fetched(other, search, { headers: { 'X-Vgai-Key': another.key } })).status, 401);
    await Promise.all([other.close(), another.close()]);
  });

  it('closes at once, whatever is still open', async () => {
    const other = await startEmulator({ sessions, faults: { rules: [{ fault: { kind: 'noAnswer' } }] } });
    const waiting = fetched(other, search);
    const idle = connect(Number(new URL(other.origin).port), '127.0.0.1');
    idle.on('error', () => undefined);
    await new Promise((resolve) => idle.once('connect', resolve));
    const refused = assert.rejects(waiting);
    await other.close();
    await refused;
    await assert.rejects(fetched(other, search));
    idle.destroy();
  });

  it('closes when idle only once all is answered and a while has gone by', async () => {
    const other = await startEmulator({ sessions, faults: { rules: [{ fault: { kind: 'latency', ms: 2_500 } }] } });
    const slow = fetched(other, search);
    await new Promise((resolve) => setTimeout(resolve, 500));
    // Far shorter than the answer takes, and far longer than the next request needs on a machine with much else to do.
    other.closeWhenIdle(1_500);
    assert.equal((await slow).status, 200);
    assert.equal((await fetched(other, search)).status, 200);
    assert.equal(other.closed.aborted, false);
    await new Promise((resolve) => other.closed.addEventListener('abort', resolve));
    await assert.rejects(fetched(other, search));
  });
});
