import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { plantedNumber, query, sessions, Workplace } from './support.ts';

const file = { 'a.insights.json': query({ connection: 'test', sort_by: ['session_start_time:desc'] }) };

describe('export', () => {
  let place: Workplace;
  before(async () => {
    place = await Workplace.withService(file);
  });
  after(() => place.end());

  it("writes the query's fields, masked, in its order, and leaves nothing beside it", async () => {
    const { code, out, err } = await place.run(['export', '-o', 'calls.ndjson', 'a.insights.json']);
    assert.equal(code, 0, err);
    assert.equal(out, '');
    assert.match(err, /^calls\.ndjson: 3 sessions\.$/m);
    const rows = (await place.read('calls.ndjson'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      rows.map(({ id }) => id),
      ['s3', 's2', 's1'],
    );
    assert.doesNotMatch(JSON.stringify(rows), new RegExp(plantedNumber));
    assert.deepEqual(
      readdirSync(place.folder).filter((name) => name.includes('calls')),
      ['calls.ndjson'],
    );
  });

  it('says of how many it holds so many only where the service said it', async () => {
    place.setFaults({ rules: [{ fault: { kind: 'status', status: 403 } }] });
    const { code, err } = await place.run(['export', '-o', 'none.ndjson', 'a.insights.json']);
    place.setFaults(undefined);
    assert.equal(code, 3);
    assert.match(err, /^none\.partial\.ndjson holds 0 sessions\. Go on: /m);
    await place.run(['export', '--go-on', 'none.ndjson']);
    assert.equal((await place.read('none.ndjson')).split('\n').length, 4);
  });

  it('writes whole sessions as they are, in the format of the name', async () => {
    await place.run(['export', '--whole', '--unmasked', '-o', 'calls.json', 'a.insights.json']);
    assert.deepEqual(
      JSON.parse(await place.read('calls.json')),
      [...sessions].reverse().map((session) => JSON.parse(JSON.stringify(session))),
    );
    await place.run(['export', '-o', 'calls.csv', 'a.insights.json']);
    assert.match(await place.read('calls.csv'), /^\uFEFFid,session_start_time,/);
  });

  for (const long of [`${'x'.repeat(248)}.ndjson`, `${'é'.repeat(124)}.ndjson`, `${'x'.repeat(240)}.json`])
    it(`writes to a name of ${Buffer.byteLength(long)} bytes, and goes on with it`, async () => {
      place.setFaults({ rules: [{ fault: { kind: 'status', status: 403 } }] });
      assert.equal((await place.run(['export', '-o', long, 'a.insights.json'])).code, 3);
      place.setFaults(undefined);
      const { code, err } = await place.run(['export', '--go-on', long]);
      assert.equal(code, 0, err);
      assert.match(await place.read(long), /"s3"/);
      assert.deepEqual(
        readdirSync(place.folder).filter((name) => /partial|\.export$/.test(name)),
        [],
      );
      rmSync(join(place.folder, long));
    });

  it('goes on with what stopped, from where it stopped', async (test) => {
    const many = Array.from({ length: 20_000 }, (_, index) => ({
      id: `m${index}`,
      session_start_time: new Date(Date.UTC(2026, 10, 19) + index * 4000).toISOString().slice(0, 19),
    }));
    // Several parts are on their way at once: the first of them are answered, and those after them never.
    const unanswered = Array.from({ length: 500 }, (_, index) => index + 13);
    const slow = await Workplace.withService(file, {
      sessions: many,
      faults: { rules: [{ requests: unanswered, fault: { kind: 'noAnswer' } }] },
    });
    test.after(() => slow.end());
    const child = slow.spawn(['export', '--unmasked', '-o', 'calls.ndjson', 'a.insights.json']);
    await slow.eventually(() => slow.size('calls.partial.ndjson') > 0);
    child.kill('SIGINT');
    const [code] = await once(child, 'close');
    assert.equal(code, 130);
    const left = slow.size('calls.partial.ndjson');
    slow.setFaults(undefined);
    const goneOn = await slow.run(['export', '--go-on', 'calls.ndjson']);
    assert.equal(goneOn.code, 0, goneOn.err);
    const lines = (await slow.read('calls.ndjson')).trim().split('\n');
    assert.equal(lines.length, many.length);
    assert.equal(new Set(lines.map((line) => JSON.parse(line).id)).size, many.length);
    assert.ok(left > 0);
    const again = await slow.run(['export', '--go-on', 'calls.ndjson']);
    assert.equal(again.code, 2);
    assert.match(again.err, /There is no unfinished export/);
  });

  for (const [why, args] of [
    ['no place is named', ['a.insights.json']],
    ['the place is no folder', ['-o', '/dev/null/calls.ndjson', 'a.insights.json']],
    ['nobody knows the format', ['--format', 'xlsx', '-o', 'b.xlsx', 'a.insights.json']],
    ['there are several queries', ['-o', 'b.json', 'a.insights.json', 'a.insights.json']],
    ['there is nothing to go on with', ['--go-on', 'nothing.ndjson']],
  ] as const)
    it(`ends with 2 when ${why}`, async () => {
      const { code, err } = await place.run(['export', ...args]);
      assert.equal(code, 2, err);
      assert.notEqual(err, '');
    });
});
