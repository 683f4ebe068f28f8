import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { WrittenClusterOptions } from '../archive/writtenCluster.ts';
import { elasticsearch8, WrittenCluster } from '../archive/writtenCluster.ts';
import { plantedNumber, query, sessions, Workplace } from './support.ts';

const file = { 'calls.insights.json': query({ connection: 'test' }) };

/** What a cluster that knows this user alone is told. */
const password = 'open sesame';
const authorization = `Basic ${Buffer.from(`writer:${password}`).toString('base64')}`;
const many = Array.from({ length: 40_000 }, (_, index) => ({
  id: `m${index}`,
  session_start_time: new Date(Date.UTC(2026, 10, 19) + index * 2000).toISOString().slice(0, 19),
  source: plantedNumber,
}));

describe('archive', () => {
  let place: Workplace;
  let cluster: WrittenCluster;
  before(async () => {
    place = await Workplace.withService({
      ...file,
      'orders.insights.json': query({
        connection: 'test',
        filter_by: { must: [{ term: { 'agent_information.name': 'Orders' } }] },
      }),
    });
  });
  beforeEach(() => {
    for (const name of left(place)) place.remove(name);
  });
  after(() => place.end());

  async function archiving(args: readonly string[], options: WrittenClusterOptions = {}, env: NodeJS.ProcessEnv = {}) {
    cluster = await WrittenCluster.start(options);
    try {
      return await place.run(['archive', '--into-url', cluster.url, ...args], env);
    } finally {
      cluster.close();
    }
  }

  it('writes whole sessions into the index of their month, masked, and leaves nothing beside', async () => {
    const { code, out, err } = await archiving(['calls.insights.json']);
    assert.equal(code, 0, err);
    assert.equal(out, '');
    assert.equal(err, '3 sessions were archived to "archive". The archive has 3 of this range.\n');
    assert.ok(cluster.hasTemplate('insights-sessions-*'));
    const written = [...cluster.documents.values()];
    assert.deepEqual(written.map(({ id, index }) => [id, index]).sort(), [
      ['s1', 'insights-sessions-2026.11'],
      ['s2', 'insights-sessions-2026.11'],
      ['s3', 'insights-sessions-2026.11'],
    ]);
    const text = JSON.stringify(written);
    assert.doesNotMatch(text, new RegExp(plantedNumber));
    assert.match(text, /CALLER-1/);
    assert.match(text, /look-up/);
    assert.deepEqual(left(place), []);
  });

  it('writes them as they are where that is asked for, and signs in with the password of the environment', async () => {
    const args = ['--unmasked', '--user', 'writer', '--index', 'calls-*', 'calls.insights.json'];
    const env = { INSIGHTS_API_KEY_ARCHIVE: password };
    const { code, err } = await archiving(args, { authorization }, env);
    assert.equal(code, 0, err);
    const { json, index } = cluster.documents.get('s2') ?? {};
    assert.equal(index, 'calls-2026.11');
    const { archive: _, ...session } = JSON.parse(json ?? '{}');
    assert.deepEqual(session, JSON.parse(JSON.stringify(sessions[1])));
  });

  it('tells of sessions that were not asked for, and archives them', async () => {
    place.setFaults({ rules: [{ fault: { kind: 'unheeded', parameters: ['from_date'] } }] });
    await place.write({
      'dates.insights.json': query({ connection: 'test', from_date: '2026-11-20', to_date: '2026-11-21' }),
    });
    const { code, err } = await archiving(['dates.insights.json']);
    place.setFaults(undefined);
    place.remove('dates.insights.json');
    assert.match(
      err,
      /^3 sessions were archived to "archive"\. Outside of the range that was asked for: 3\. The service may not heed the dates\. /,
    );
    assert.equal(code, 3);
    assert.equal(cluster.documents.size, 3);
  });

  it('tells of sessions that the filter leaves out', async () => {
    place.setFaults({ rules: [{ fault: { kind: 'unheeded', parameters: ['filter_by'] } }] });
    const { code, err } = await archiving(['orders.insights.json']);
    place.setFaults(undefined);
    assert.match(
      err,
      /^3 sessions were archived .* Some sessions don’t match the filter: the service may not heed all of it\. /,
    );
    assert.equal(code, 3);
  });

  it('goes to an archive of the settings, with its own key', async () => {
    cluster = await WrittenCluster.start({ authorization: 'ApiKey c2VjcmV0' });
    const settings = JSON.parse(await place.read('.vscode/settings.json'));
    const store = { archive: cluster.url, index: 'calls-*', signIn: 'apiKey' };
    const connections = { ...settings['insights.connections'], 'the store': store };
    await place.write({
      '.vscode/settings.json': JSON.stringify({ ...settings, 'insights.connections': connections }),
    });
    const args = ['archive', '--into', 'the store', 'calls.insights.json', 'orders.insights.json'];
    const { code, err } = await place.run(args, { INSIGHTS_API_KEY_THE_STORE: 'c2VjcmV0' });
    assert.equal(code, 0, err);
    assert.match(err, /^3 sessions were archived to "the store".*\n1 session was archived to "the store"/);
    const unsigned = await place.run(args);
    assert.equal(unsigned.code, 2);
    assert.match(unsigned.err, /no key or password for "the store": set INSIGHTS_API_KEY_THE_STORE/);
    const itself = ['archive', '--into', 'the store', '--connection', 'the store', 'calls.insights.json'];
    const key = { INSIGHTS_API_KEY_THE_STORE: 'c2VjcmV0' };
    const masked = await place.run(itself, key);
    assert.equal(masked.code, 2);
    assert.match(masked.err, /from the very archive .* With --unmasked they are written again as they are/);
    const same = await place.run([...itself, '--unmasked'], key);
    cluster.close();
    assert.doesNotMatch(same.err, /very archive/);
  });

  it('writes to an Elasticsearch 8, with its media types, warnings and product header', async () => {
    const { code, err } = await archiving(['calls.insights.json'], elasticsearch8);
    assert.equal(code, 0, err);
    assert.equal(cluster.documents.size, 3);
  });

  it('has an archive count by itself what aggregations ask, and reads nothing', async () => {
    const buckets = [{ key: 'Orders', doc_count: 1204 }];
    cluster = await WrittenCluster.start({
      aggregations: { by_agent: { doc_count_error_upper_bound: 0, sum_other_doc_count: 0, buckets } },
    });
    const own = await Workplace.make({
      'aggs.insights.json': query({ aggs: { by_agent: { terms: { field: 'agent_information.name' } } } }),
      '.vscode/settings.json': JSON.stringify({
        'insights.connections': { store: { archive: cluster.url, index: 'calls-*' } },
      }),
    });
    const { code, out, err } = await own.run(['aggregate', '--connection', 'store', 'aggs.insights.json']);
    cluster.close();
    await own.end();
    assert.equal(code, 0, err);
    assert.match(out, /Orders +1204/);
  });

  it('keeps what is refused in a file, masked, with the reason, and ends with 3', async () => {
    const reason = { type: 'mapper_parsing_exception', reason: 'odd' };
    const { code, err } = await archiving(['calls.insights.json'], {
      item: ({ id }) => (id === 's2' ? { status: 400, error: reason } : undefined),
    });
    assert.equal(code, 3);
    assert.match(err, /^2 sessions were archived to "archive"\. Refused by the cluster: 1\./);
    assert.match(err, /^What was refused is in calls\.refused\.ndjson, with the reasons\.$/m);
    const [line = '', ...others] = (await place.read('calls.refused.ndjson')).trim().split('\n');
    assert.deepEqual(others, []);
    const refused = JSON.parse(line);
    assert.equal(refused.reason, 'mapper_parsing_exception: odd');
    assert.equal(refused.session.id, 's2');
    assert.doesNotMatch(line, new RegExp(plantedNumber));
    // The next one has a name of its own.
    await archiving(['calls.insights.json'], { item: () => ({ status: 400, error: reason }) });
    assert.deepEqual(left(place), ['calls-2.refused.ndjson', 'calls.refused.ndjson']);
  });

  it('says so when the archive has fewer than were written', async () => {
    const { code, err } = await archiving(['calls.insights.json'], { forgets: ({ id }) => id === 's1' });
    assert.equal(code, 3);
    assert.match(err, /The archive has 2 of this range\. Those are fewer than were written/);
  });

  it('ends with 3 where nobody may sign in, and there is nothing to go on with', async () => {
    const { code, err } = await archiving(['calls.insights.json'], { authorization });
    assert.equal(code, 3);
    assert.match(err, /^session-insights: The cluster requires signing in, and this connection doesn’t/);
    assert.deepEqual(left(place), []);
  });

  for (const masked of [false, true])
    it(`goes on after Ctrl+C ${masked ? 'from the beginning when it masks' : 'from where it stopped'}`, async (test) => {
      const slow = await Workplace.withService(file, { sessions: many });
      const taking = await WrittenCluster.start();
      test.after(async () => {
        taking.close();
        await slow.end();
      });
      taking.holds = true;
      const flags = masked ? [] : ['--unmasked'];
      const child = slow.spawn(['archive', '--into-url', taking.url, ...flags, 'calls.insights.json']);
      let err = '';
      child.stderr?.setEncoding('utf8').on('data', (text: string) => {
        err += text;
      });
      const pace = setInterval(() => taking.letOne(), 100);
      // It is said how far it is every two seconds, when all that was read is written.
      await slow.eventually(() => slow.size('calls.archiving.journal') > 0);
      clearInterval(pace);
      child.kill('SIGINT');
      const [code] = await once(child, 'close');
      assert.equal(code, 130);
      assert.match(
        err,
        /^\d+ sessions were archived to "archive"\. Go on: session-insights archive --go-on calls\.archiving\n$/,
      );
      const before = new Set(taking.documents.keys());
      assert.ok(before.size > 0 && before.size < many.length);
      taking.letAll();
      taking.sent.length = 0;
      const goneOn = await slow.run(['archive', '--go-on', 'calls.archiving']);
      assert.equal(goneOn.code, 0, goneOn.err);
      assert.equal(taking.documents.size, many.length);
      const again = taking.sent.flat().filter((id) => before.has(id)).length;
      if (masked) assert.equal(again, before.size);
      else assert.ok(again < before.size, `${again} of ${before.size} were sent again`);
      assert.equal(/447700900123/u.test(JSON.stringify([...taking.documents.values()])), !masked);
      assert.deepEqual(left(slow), []);
    });

  const wrong: readonly (readonly [args: readonly string[], says: RegExp])[] = [
    [['calls.insights.json'], /Say where to: --into NAME, or --into-url URL/],
    [['--into', 'nowhere', 'calls.insights.json'], /no connection named "nowhere"/],
    [['--into', 'test', 'calls.insights.json'], /"test" is no archive/],
    [['--into', 'test', '--index', 'a-*', 'calls.insights.json'], /--index and --user go with --into-url/],
    [['--into', 'a', '--into-url', 'https://b.example', 'calls.insights.json'], /exclude each other/],
    [['--into-url', 'http://b.example', 'calls.insights.json'], /must start with https/],
    [['--into-url', 'https://b.example', '--index', 'A', 'calls.insights.json'], /the index "A" is not one/],
    [['--into-url', 'https://b.example', '--user', 'u', 'calls.insights.json'], /set INSIGHTS_API_KEY_ARCHIVE/],
    [['--into-url', 'https://b.example'], /Name a query file/],
    [['--go-on', 'nothing.archiving'], /There is nothing to go on with in nothing\.archiving/],
    [['--go-on', 'a.archiving', 'calls.insights.json'], /--go-on takes no query/],
  ];
  for (const [args, says] of wrong)
    it(`ends with 2, and says why: ${args.join(' ')}`, async () => {
      const { code, out, err } = await place.run(['archive', ...args]);
      assert.equal(code, 2, err);
      assert.equal(out, '');
      assert.match(err, says);
      assert.deepEqual(left(place), []);
    });
});

/** What archiving has left in a folder. */
function left({ folder }: Workplace): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.includes('archiving') || name.includes('refused'))
    .sort();
}
