import assert from 'node:assert/strict';
import { once } from 'node:events';
import { symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { after, before, describe, it } from 'node:test';
import { controlCode, plantedNumber, query, sessions, Workplace } from './support.ts';

describe('run', () => {
  let place: Workplace;
  before(async () => {
    place = await Workplace.withService({
      'all.insights.json': query({ connection: 'test' }),
      'none.insights.json': query({ connection: 'test', filter_by: { must: [{ term: { id: 'nobody' } }] } }),
      'page.insights.json': query({ connection: 'test', page_size: 2, sort_by: ['session_start_time:asc'] }),
      'input.insights.json': query({
        connection: 'test',
        inputs: [{ id: 'agent', type: 'promptString' }],
        filter_by: { must: [{ term: { 'agent_information.name': '${input:agent}' } }] },
      }),
      'refined.insights.json': query({ connection: 'test', refine: { must: [{ prefix: { id: 's' } }] } }),
    });
  });
  after(() => place.end());

  it('prints a table, the newest first', async () => {
    const { code, out, err } = await place.run(['run', 'all.insights.json']);
    assert.equal(code, 0);
    assert.equal(err, '');
    const [head, ...rows] = out.trimEnd().split('\n');
    assert.match(head ?? '', /^START \(UTC\) +AGENT +CHANNEL +CALLER +DURATION +OUTCOME +ID$/);
    assert.deepEqual(
      rows.map((row) => row.split(/\s+/).at(-1)),
      ['s3', 's2', 's1'],
    );
  });

  it('prints NDJSON, JSON and CSV', async () => {
    const printed = async (format: string) =>
      (await place.run(['run', '--unmasked', '--format', format, 'all.insights.json'])).out;
    const ids = ['s3', 's2', 's1'];
    const lines = (await printed('ndjson')).trimEnd().split('\n');
    assert.deepEqual(
      lines.map((line) => JSON.parse(line).id),
      ids,
    );
    assert.deepEqual(
      JSON.parse(await printed('json')).map(({ id }: { id: string }) => id),
      ids,
    );
    const [head, ...rows] = (await printed('csv')).trimEnd().split('\r\n');
    assert.match(head ?? '', /^\uFEFFid,session_start_time/);
    assert.deepEqual(
      rows.map((row) => row.split(',')[0]),
      ids,
    );
  });

  it('prints whole sessions', async () => {
    const { out } = await place.run(['run', '--whole', '--unmasked', '--format', 'json', 'all.insights.json']);
    assert.deepEqual(JSON.parse(out), [...sessions].reverse());
  });

  it("says what the query's page leaves out, and prints all on demand", async () => {
    const page = await place.run(['run', 'page.insights.json']);
    assert.match(page.out, /s1\n.*s2\n$/);
    assert.match(page.err, /^2 of 3 sessions\. --all prints all\.$/m);
    const all = await place.run(['run', '--all', 'page.insights.json']);
    assert.match(all.out, /s1\n.*s2\n.*s3\n$/);
    assert.equal(all.err, '');
  });

  it('says in words why a file of sessions cannot be read', async () => {
    symlinkSync('circle.ndjson', join(place.folder, 'circle.ndjson'));
    for (const [name, why] of [
      ['missing.ndjson', 'there is no such file or folder'],
      ['circle.ndjson', 'its links lead in a circle'],
      [`${'x'.repeat(300)}.ndjson`, 'its name is too long'],
    ] as const) {
      const { code, err } = await place.run(['run', '--file', name, 'page.insights.json']);
      assert.deepEqual([code, err.endsWith(`${name} cannot be read or written: ${why}.\n`)], [2, true], err);
    }
    place.remove('circle.ndjson');
  });

  it('says how many sessions of a file no range has, and takes the last of those with one id', async () => {
    const one = (id: string, start: unknown) => JSON.stringify({ id, session_start_time: start });
    const lines = [
      one('a', '2026-11-19T10:00:00Z'),
      one('a', 1795082400000),
      one('b', 'yesterday'),
      one('c', undefined),
    ];
    await place.write({ 'calls.ndjson': lines.join('\n') });
    const { code, out, err } = await place.run(['run', '--all', '--file', 'calls.ndjson', 'page.insights.json']);
    assert.equal(code, 0);
    assert.match(out, /^2026-11-19 10:00:00 .* a$/m);
    assert.equal(
      err,
      [
        '2 of 4 sessions of the file are in no range: no session_start_time that can be read.',
        '1 of 4 sessions of the file has the id of a later one, which counts.\n',
      ].join('\n'),
    );
  });

  it('counts', async () => {
    assert.equal((await place.run(['run', '--count', 'all.insights.json'])).out, '3\n');
    assert.equal((await place.run(['run', '--count', 'refined.insights.json'])).out, '3\n');
    assert.equal((await place.run(['run', '--count', 'all.insights.json', '--to', '2026-11-18'])).code, 2);
    const { out } = await place.run(['run', '--count', 'all.insights.json', 'none.insights.json']);
    assert.match(out, /^ +3 {2}all\.insights\.json\n +0 {2}none\.insights\.json$/m);
  });

  for (const [format, out] of [
    ['table', ''],
    ['ndjson', ''],
    ['json', '[\n]\n'],
  ] as const)
    it(`finds nothing as ${format}`, async () => {
      const found = await place.run(['run', '--format', format, 'none.insights.json']);
      assert.deepEqual(found, { code: 0, out, err: 'No sessions.\n' });
    });

  it('fills in inputs, and names the one that is missing', async () => {
    const found = await place.run(['run', '--count', '--input', 'agent=Orders', 'input.insights.json']);
    assert.equal(found.out, '1\n');
    const missing = await place.run(['run', 'input.insights.json']);
    assert.equal(missing.code, 2);
    assert.match(missing.err, /needs --input agent=VALUE/);
  });

  for (const format of ['table', 'ndjson', 'json', 'csv'])
    it(`masks as ${format}, and obeys nothing in a session`, async () => {
      const { out } = await place.run(['run', '--whole', '--format', format, 'all.insights.json']);
      assert.match(out, /s1/);
      assert.doesNotMatch(out, new RegExp(plantedNumber));
      assert.ok(!out.includes(controlCode));
    });

  it('says that the key is wrong, or missing', async () => {
    const wrong = await place.run(['run', 'all.insights.json'], { INSIGHTS_API_KEY_TEST: 'bad' });
    assert.equal(wrong.code, 3);
    assert.match(wrong.err, /refused the API key/);
    assert.doesNotMatch(wrong.err, /bad/);
    const missing = await place.run(['run', 'all.insights.json'], { INSIGHTS_API_KEY: '' });
    assert.equal(missing.code, 2);
    assert.match(missing.err, /set INSIGHTS_API_KEY_TEST or INSIGHTS_API_KEY /);
  });

  it('says that nobody is there', async () => {
    const { code, err } = await place.run(['run', '--url', 'http://127.0.0.1:9', 'all.insights.json']);
    assert.equal(code, 3);
    assert.match(err, /127\.0\.0\.1:9 refused the connection \(ECONNREFUSED\)\./);
  });

  it('sends the key of all connections to no address that a repository chose', async () => {
    const settings = { 'insights.connections': { theirs: { baseUrl: 'https://insights.example' } } };
    const other = await Workplace.make({
      '.vscode/settings.json': JSON.stringify(settings),
      'a.insights.json': query({ connection: 'theirs' }),
    });
    const { code, err } = await other.run(['run', 'a.insights.json'], { INSIGHTS_API_KEY: 'mine' });
    await other.end();
    assert.equal(code, 2);
    assert.match(err, /not sent to https:\/\/insights\.example.*set INSIGHTS_API_KEY_THEIRS/);
  });

  it('ends without a word when nobody reads on', async () => {
    const child = place.spawn([
      'run',
      '--all',
      '--whole',
      '--format',
      'ndjson',
      '--connection',
      'sample',
      '--from',
      'now-300d',
      'all.insights.json',
      '--to',
      'now',
    ]);
    let err = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    await once(child.stdout as Readable, 'data');
    child.stdout?.destroy();
    const [code] = await once(child, 'close');
    assert.equal(code, 141);
    assert.equal(err, '');
  });

  it('ends at once by Ctrl+C', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const asked = once(silent, 'request');
    const child = place.spawn(['run', '--url', `http://127.0.0.1:${port}`, 'all.insights.json']);
    let err = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    await asked;
    child.kill('SIGINT');
    const [code] = await once(child, 'close');
    silent.closeAllConnections();
    silent.close();
    assert.equal(code, 130);
    assert.equal(err, '');
  });
});
