import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { sampleSessions } from '../../src/emulator/samples/sampleSessions.ts';
import { Workplace } from '../unit/cli/support.ts';
import { clusterUrl, TestArchive } from './support/cluster.ts';

const archive = new TestArchive('command-line');
const samples = sampleSessions(new Date());
const megabyte = 'a word and another '.repeat(55_200);

describe('archiving by the command line', () => {
  let place: Workplace;
  before(async () => {
    place = await Workplace.make({
      'samples.ndjson': samples.map((session) => `${JSON.stringify(session)}\n`).join(''),
      'all.insights.json': '{ "from_date": "now-60d", "to_date": "now" }',
      'errors.insights.json':
        '{ "filter_by": { "must": [{ "term": { "channel_data.status_code": 200 } }] }, "from_date": "now-30d/d" }',
      'counted.insights.json': JSON.stringify({
        aggs: {
          by_agent: {
            terms: { field: 'agent_information.name' },
            aggs: { longest: { max: { field: 'channel_data.duration' } } },
          },
        },
      }),
      '.vscode/settings.json': JSON.stringify({
        'insights.connections': { store: { archive: clusterUrl(), index: archive.pattern } },
      }),
    });
  });
  after(async () => {
    await place.end();
    await archive.remove();
  });

  it('has all sessions of a file in the archive, and queries find the same in both', async () => {
    const written = await place.run(['archive', '--into', 'store', '--file', 'samples.ndjson', 'all.insights.json']);
    assert.equal(written.code, 0, written.err);
    assert.match(written.err, new RegExp(`^${samples.length} sessions were archived to "store"\\.`));
    const counts = async (...from: readonly string[]) =>
      (await place.run(['run', '--count', ...from, '--from', 'now-30d/d', 'errors.insights.json'])).out;
    const inArchive = await counts('--connection', 'store');
    assert.equal(inArchive, await counts('--file', 'samples.ndjson'));
    assert.match(inArchive, /^[1-9]\d*\n$/);
  });

  it('aggregates to the same text in both', async () => {
    const aggregated = async (...from: readonly string[]) =>
      (await place.run(['aggregate', ...from, '--from', 'now-30d/d', 'counted.insights.json'])).out;
    const inArchive = await aggregated('--connection', 'store');
    assert.equal(inArchive, await aggregated('--file', 'samples.ndjson'));
    assert.match(inArchive, /^[1-9]\d* sessions$/m);
  });

  it('is done again without a change', async () => {
    const before = (await archive.client.facts()).documents;
    const { code } = await place.run(['archive', '--into', 'store', '--file', 'samples.ndjson', 'all.insights.json']);
    assert.equal(code, 0);
    assert.equal((await archive.client.facts()).documents, before);
  });

  it('is written again into itself, as it is', async () => {
    const { documents } = await archive.client.facts();
    const itself = ['--into', 'store', '--connection', 'store', '--from', 'now-1y'];
    const { code, err } = await place.run(['archive', ...itself, '--unmasked', 'all.insights.json']);
    assert.equal(code, 0, err);
    assert.match(err, new RegExp(`^${samples.length} sessions were archived`));
    assert.equal((await archive.client.facts()).documents, documents);
  });

  it('names a session of 100 MB that the cluster does not take, keeps it, and writes those beside it', async () => {
    const file = await open(join(place.folder, 'large.ndjson'), 'w');
    const session = (id: string) => `{"id":"${id}","session_start_time":"2026-05-01T10:00:00"`;
    await file.write(`${session('before')}}\n${session('large')},"flow_path":[`);
    for (let step = 0; step < 100; step++) {
      await file.write(`${step > 0 ? ',' : ''}{"type":"webhook","response":{"code":200,"body":"${megabyte}"}}`);
    }
    await file.write(`]}\n${session('behind')}}\n`);
    await file.close();
    assert.ok(place.size('large.ndjson') > 100 * 1024 * 1024);
    const args = ['archive', '--into', 'store', '--unmasked', '--file', 'large.ndjson', 'all.insights.json'];
    const { code, err } = await place.run(args);
    assert.equal(code, 3, err);
    assert.match(err, /^2 sessions were archived to "store"\. Refused by the cluster: 1\./);
    for (const id of ['before', 'behind']) assert.equal((await archive.client.findSession(id)).session.id, id);
    const starts: string[] = [];
    for await (const line of createInterface({ input: createReadStream(join(place.folder, 'all.refused.ndjson')) })) {
      assert.ok(line.length > 100 * 1024 * 1024);
      starts.push(line.slice(0, 100));
    }
    assert.equal(starts.length, 1);
    assert.match(
      starts[0] ?? '',
      /^\{"reason":"413: larger than the cluster accepts in one request","session":\{"id":"large"/,
    );
  });
});
