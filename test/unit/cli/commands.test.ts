import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { controlCode, plantedNumber, query, sessions, Workplace } from './support.ts';

describe('the command line', () => {
  let place: Workplace;
  before(async () => {
    const aggs = {
      by_agent: {
        terms: { field: 'agent_information.name' },
        aggs: { most: { max: { field: 'channel_data.duration' } } },
      },
      callers: { terms: { field: 'source' } },
    };
    place = await Workplace.withService({
      'aggs.insights.json': query({ connection: 'test', aggs }),
      'one.insights-session.json': JSON.stringify(sessions[1]),
      'broken/syntax.insights.json': '{ "from_date": }',
      'broken/wrong.insights.json': query({ sort_by: ['transcription:asc'], pagesize: 3 }),
      'good/fine.insights.json': query(),
      'warned/key.insights.json': query({ pagesize: 3 }),
    });
  });
  after(() => place.end());

  const commands = ['run', 'check', 'lint', 'aggregate', 'archive', 'find', 'show', 'emulator'];
  for (const name of commands)
    it(`explains ${name}, with examples`, async () => {
      const { code, out, err } = await place.run([name, '--help']);
      assert.equal(code, 0);
      assert.equal(err, '');
      assert.match(out, new RegExp(`^Usage: session-insights ${name} \\[options\\]`));
      assert.match(out, new RegExp(`Examples:\n  session-insights ${name} `));
    });

  it('names all commands, and its version', async () => {
    const { out } = await place.run(['--help']);
    for (const name of commands) assert.match(out, new RegExp(`^  ${name} `, 'm'));
    assert.match((await place.run(['--version'])).out, /^\d+\.\d+\.\d+\n$/);
  });

  const wrong: readonly (readonly [args: readonly string[], says: RegExp])[] = [
    [[], /Name a command/],
    [['chek'], /There is no command "chek"\. Did you mean "check"\?/],
    [['run', '--fromat', 'x'], /Unknown option '--fromat'\. Did you mean --format\?/],
    [['run'], /Name a query file/],
    [['run', 'missing.insights.json'], /missing\.insights\.json: there is no such file/],
    [['run', '--format', 'xml', 'good'], /--format is one of table, ndjson, json, csv, not "xml"/],
    [['run', '--connection', 'tset', 'good'], /no connection named "tset".*Did you mean "test"\?/],
    [['run', '--url', 'http://a.example', 'good'], /must start with https/],
    [['run', '--region', 'eu', '--url', 'https://a.example', 'good'], /exclude each other/],
    [['run', '--from', 'tomorrow-ish', 'good'], /"tomorrow-ish" isn’t a date/],
    [['run', '--input', 'x', 'good'], /write it as ID=VALUE/],
    [['run', 'broken/syntax.insights.json'], /syntax\.insights\.json:1:16: This isn’t valid JSON: value expected/],
    [['aggregate', 'good/fine.insights.json'], /has no "aggs"/],
    [['show', '--file', 'nothing.ndjson', 'abc'], /nothing\.ndjson/],
  ];
  for (const [args, says] of wrong)
    it(`ends with 2, and says why: ${args.join(' ') || 'nothing'}`, async () => {
      const { code, out, err } = await place.run(args);
      assert.equal(code, 2, err);
      assert.equal(out, '');
      assert.match(err, says);
    });

  it('lints by places, and ends by severity', async () => {
    const broken = await place.run(['lint', 'broken']);
    assert.equal(broken.code, 1);
    assert.match(
      broken.out,
      /^broken\/syntax\.insights\.json:1:16: error: This isn’t valid JSON: value expected\. \(syntax\)$/m,
    );
    assert.match(
      broken.out,
      /^broken\/wrong\.insights\.json:\d+:\d+: error: Sessions can’t be sorted by "transcription"/m,
    );
    assert.equal((await place.run(['lint', 'good'])).code, 0);
    assert.equal((await place.run(['lint', 'warned'])).code, 0);
    assert.equal((await place.run(['lint', '--strict', 'warned'])).code, 1);
  });

  it('reports what it lints to machines', async () => {
    const report = async (format: string) => (await place.run(['lint', '--report', format, 'broken'])).out;
    const sarif = JSON.parse(await report('sarif'));
    assert.equal(sarif.version, '2.1.0');
    const [run] = sarif.runs;
    for (const { ruleId, ruleIndex, locations } of run.results) {
      assert.equal(run.tool.driver.rules[ruleIndex].id, ruleId);
      assert.match(locations[0].physicalLocation.artifactLocation.uri, /^broken\/\w+\.insights\.json$/);
    }
    assert.equal(JSON.parse(await report('json')).files.length, 2);
    assert.match(await report('github'), /^::error file=broken\/syntax\.insights\.json,line=1,col=16,title=syntax::/);
    assert.match(await report('junit'), /<failure type="error" message="1:16: This isn’t valid JSON/);
  });

  it('counts and measures', async () => {
    const text = await place.run(['aggregate', 'aggs.insights.json']);
    assert.equal(text.code, 0);
    assert.match(text.out, /^3 sessions$/m);
    assert.match(text.out, /^ {2}Front Desk +2 {2}most 2000 ms$/m);
    const json = JSON.parse((await place.run(['aggregate', '--format', 'json', 'aggs.insights.json'])).out);
    assert.equal(json.aggregations.by_agent.buckets[0].doc_count, 2);
    assert.doesNotMatch(text.out + JSON.stringify(json), new RegExp(plantedNumber));
  });

  it('finds by ID and by number, and ends with 1 when there is none', async () => {
    const range = ['--connection', 'test', '--from', '2026-11-01', '--to', '2026-11-30'];
    assert.match((await place.run(['find', 's2', ...range])).out, / s2\n$/);
    const calls = await place.run(['find', '+44 7700 900123', '--format', 'ndjson', ...range]);
    assert.equal(calls.out.trimEnd().split('\n').length, 3);
    assert.doesNotMatch(calls.out, new RegExp(plantedNumber));
    const none = await place.run(['find', 'nobody', ...range]);
    assert.equal(none.code, 1);
    assert.match(none.err, /There is no session "nobody"/);
  });

  it('shows a session as text, of the service and of a file', async () => {
    for (const args of [['s2', '--connection', 'test'], ['one.insights-session.json']]) {
      const { code, out } = await place.run(['show', ...args]);
      assert.equal(code, 0);
      assert.match(out, /^Outcome: +error$/m);
      assert.match(out, /^ {2}caller {3}Call me at /m);
      assert.match(out, /^ {2}step 2: webhook {2}look-up {2}https:\/\/example\.com\/a {2}answered 500$/m);
      assert.ok(!out.includes(plantedNumber) && !out.includes(controlCode));
    }
    const json = await place.run(['show', '--unmasked', '--format', 'json', 'one.insights-session.json']);
    assert.deepEqual(JSON.parse(json.out), sessions[1]);
    assert.equal((await place.run(['show', 'nobody', '--connection', 'test'])).code, 1);
  });

  it('shows the session of a file in any shape and encoding, and says why it cannot', async () => {
    const [one, two] = sessions.map((session) => JSON.stringify(session));
    await place.write({
      'answer.json': `{"total":1,"hits":[${one}]}`,
      'document.ndjson': '{"_id":"s7","_source":{"flow_path":[]}}\n',
      'two.ndjson': `${one}\n${two}\n`,
      'none.json': '[]',
      'other.txt': '{"name":"x"}',
    });
    await writeFile(join(place.folder, 'wide.json'), Buffer.from(`\uFEFF${one}`, 'utf16le'));
    const shown = async (name: string) => {
      const { code, out, err } = await place.run(['show', name, '--format', 'json']);
      return code === 0 ? JSON.parse(out).id : err.trim();
    };
    assert.equal(await shown('answer.json'), 's1');
    assert.equal(await shown('wide.json'), 's1');
    assert.equal(await shown('document.ndjson'), 's7');
    assert.match(
      await shown('two.ndjson'),
      /two\.ndjson holds 2 sessions\. Name one by its ID, with --file two\.ndjson\.$/,
    );
    assert.match(await shown('none.json'), /none\.json holds no session\.$/);
    assert.match(await shown('other.txt'), /other\.txt.*no session/);
  });
});
