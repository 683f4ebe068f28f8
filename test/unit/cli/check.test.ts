import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { controlCode, plantedNumber, query, sessions, Workplace } from './support.ts';

const aggs = { by_agent: { terms: { field: 'agent_information.name' } } };

/** An expectation of each kind that holds of the sessions, and one that does not. */
const kinds: Readonly<Record<string, readonly [held: object, broken: object]>> = {
  total: [{ total: { eq: 3 } }, { total: { lt: 3 } }],
  'the range before': [{ total: { over_before: { gt: 1 } } }, { total: { over_before: { lte: 1.2 } } }],
  aggregation: [
    { aggregation: { path: ['by_agent', 'Front Desk'], eq: 2 } },
    { aggregation: { path: ['by_agent', 'Orders'], gt: 1 } },
  ],
  every: [{ every: { exists: { field: 'id' } } }, { every: { term: { 'agent_information.name': 'Orders' } } }],
  no: [{ no: { term: { channel: 'sms' } } }, { no: { term: { 'flow_path.response.code': 500 } } }],
  'at least': [
    { at_least: { count: 2, of: { term: { 'agent_information.name': 'Front Desk' } } } },
    { at_least: { count: 2, of: { term: { 'agent_information.name': 'Orders' } } } },
  ],
  path: [{ path: { in_order: ['greet', 'Look up'] } }, { path: { never: ['Look up'] } }],
};

const nodes = JSON.stringify({ nodes: { greet: 'Greet', 'look-up': 'Look up' } });

describe('check', () => {
  let place: Workplace;
  before(async () => {
    place = await Workplace.withService({ 'insights.nodes.json': nodes });
  });
  after(() => place.end());

  it('passes over no file whose expectations are not written as a list', async () => {
    await place.write({ 'odd.insights.json': query({ connection: 'test', expect: { total: { gte: 1 } } }) });
    const { code, out } = await place.run(['check', 'odd.insights.json', 'insights.nodes.json']);
    assert.equal(code, 2);
    assert.match(out, /odd\.insights\.json/);
    place.remove('odd.insights.json');
  });

  it('gives no verdict on sessions that were not asked for', async () => {
    await place.write({
      'dates.insights.json': query({
        connection: 'test',
        from_date: '2026-11-20',
        to_date: '2026-11-21',
        expect: [{ total: { gte: 1 } }],
      }),
    });
    place.setFaults({ rules: [{ fault: { kind: 'unheeded', parameters: ['from_date'] } }] });
    const { code, out } = await place.run(['check', 'dates.insights.json']);
    const count = await place.run(['run', '--all', 'dates.insights.json']);
    const exported = await place.run(['export', '-o', 'dates.ndjson', 'dates.insights.json']);
    place.setFaults(undefined);
    place.remove('dates.insights.json');
    const told = /3 sessions start outside of the range that was asked for: the service may not heed the dates\./;
    assert.deepEqual([code, count.code, exported.code], [3, 3, 3]);
    for (const text of [out, count.err, exported.err]) assert.match(text, told);
  });

  it('gives no verdict on sessions that the filter leaves out', async () => {
    await place.write({
      'filter.insights.json': query({
        connection: 'test',
        filter_by: { must: [{ term: { 'agent_information.name': 'nobody' } }] },
        expect: [{ total: { gte: 1 } }],
      }),
    });
    place.setFaults({ rules: [{ fault: { kind: 'unheeded', parameters: ['filter_by'] } }] });
    const { code, out } = await place.run(['check', 'filter.insights.json']);
    const count = await place.run(['run', '--all', 'filter.insights.json']);
    const exported = await place.run(['export', '-o', 'filter.ndjson', 'filter.insights.json']);
    place.setFaults(undefined);
    place.remove('filter.insights.json');
    assert.deepEqual([code, count.code, exported.code], [3, 3, 3]);
    for (const text of [out, count.err, exported.err])
      assert.match(text, /Some sessions don’t match the filter: the service may not heed all of it\./);
  });

  it('gives a verdict on an expectation of every kind', async () => {
    const expect = Object.values(kinds).flat();
    await place.write({ 'kinds.insights.json': query({ connection: 'test', aggs, expect }) });
    const { code, out, err } = await place.run(['check', '--report', 'json', 'kinds.insights.json']);
    assert.equal(err, '');
    assert.equal(code, 1);
    const [check] = JSON.parse(out).checks;
    assert.deepEqual(
      check.expectations.map(({ held }: { held: boolean }) => held),
      Object.values(kinds).flatMap(() => [true, false]),
    );
    assert.equal(check.sessions, 3);
    const no = check.expectations.find(({ kind, held }: { kind: string; held: boolean }) => kind === 'no' && !held);
    assert.deepEqual(
      no.brokenBy.map(({ id }: { id: string }) => id),
      ['s2'],
    );
  });

  it('says why a path broke, and warns of nodes that nobody calls so', async () => {
    await place.write({
      'paths.insights.json': query({
        connection: 'test',
        expect: [{ path: { in_order: ['Greet', 'Goodbye'] } }, { path: { never: ['Loook up'] } }],
      }),
    });
    const { code, out, err } = await place.run(['check', 'paths.insights.json']);
    assert.equal(code, 1);
    assert.match(out, /^ +s1, 2026-11-19T[\d:]+Z, step 1: "Goodbye" didn’t run after it$/m);
    assert.match(
      err,
      /warning: No node in insights\.nodes\.json is called "Goodbye", so no session comes through it\.$/m,
    );
    assert.match(err, /warning: No node in insights\.nodes\.json is called "Loook up"\. Did you mean "Look up"\?$/m);
    const linted = await place.run(['lint', 'paths.insights.json']);
    assert.match(linted.out, /"Loook up"\. Did you mean "Look up"\? \(unknownNode\)$/m);
    await place.write({
      'quiet/.vscode/settings.json': '{ "insights.lint.rules": { "unknownNode": "off" } }',
      'quiet/paths.insights.json': query({ connection: 'sample', expect: [{ path: { never: ['Loook up'] } }] }),
    });
    assert.equal((await place.run(['check', 'quiet/paths.insights.json'])).err, '');
  });

  it('ends with 0 when all holds, and says what of what', async () => {
    await place.write({
      'held.insights.json': query({ connection: 'test', expect: [{ name: 'some', total: { gt: 0 } }] }),
    });
    const { code, out } = await place.run(['check', 'held.insights.json']);
    assert.equal(code, 0);
    assert.match(out, /^held\.insights\.json \(3 sessions of test, 2026-11-19T00:00:00Z to 2026-11-19T23:59:59Z\)$/m);
    assert.match(out, /^ {2}held +some$/m);
    assert.ok(!out.includes(controlCode));
  });

  it('counts what the refinement keeps', async () => {
    const refine = { must: [{ term: { 'agent_information.name': 'Orders' } }] };
    await place.write({
      'refined.insights.json': query({ connection: 'test', refine, expect: [{ total: { eq: 1 } }] }),
    });
    assert.equal((await place.run(['check', 'refined.insights.json'])).code, 0);
  });

  it('tells every file, and ends as the worst of them', async () => {
    await place.write({
      'several/a.insights.json': query({ connection: 'test', expect: [{ total: { gt: 0 } }] }),
      'several/b.insights.json': query({ connection: 'test', expect: [{ total: {} }] }),
      'several/c.insights.json': query({ connection: 'test', expect: [{ name: 'none', total: { eq: 0 } }] }),
    });
    const { code, out } = await place.run(['check', '--report', 'junit', 'several']);
    assert.equal(code, 2);
    assert.match(out, /<testsuites name="session-insights check" tests="3" failures="1" errors="1">/);
    assert.match(out, /<failure type="total" message="Expected = 0, found 3\."\/>/);
  });

  it('says of which connection it is where the service failed, too', async () => {
    const args = ['check', '--url', 'http://127.0.0.1:9', '--report', 'json', 'held.insights.json'];
    await place.write({ 'held.insights.json': query({ expect: [{ total: { gt: 0 } }] }) });
    const { code, out } = await place.run(args, { INSIGHTS_API_KEY: 'k' });
    assert.equal(code, 3);
    const [{ connection, error }] = JSON.parse(out).checks;
    assert.equal(connection, 'url');
    assert.match(error, /^127\.0\.0\.1:9 refused the connection \(ECONNREFUSED\)/u);
  });

  it('marks the place of what is broken for GitHub', async () => {
    const text = query({ connection: 'test', expect: [{ name: '50%: a, b', total: { lt: 1 } }] });
    await place.write({ 'places.insights.json': text });
    const { out } = await place.run(['check', '--report', 'github', 'places.insights.json']);
    const line = text.slice(0, text.indexOf('"name"')).split('\n').length - 1;
    assert.equal(
      out,
      `::error file=places.insights.json,line=${line},col=5,title=50%25%3A a%2C b::Expected < 1, found 3.\n`,
    );
  });

  it('asks exported sessions whatever their day, without a key', async () => {
    const offline = await Workplace.make({
      'sessions.ndjson': sessions.map((one) => `${JSON.stringify(one)}\n`).join(''),
      'a.insights.json': JSON.stringify({ expect: [{ total: { eq: 3 } }] }),
    });
    const { code, out } = await offline.run(['check', '--file', 'sessions.ndjson', 'a.insights.json']);
    await offline.end();
    assert.equal(code, 0, out);
  });

  it('holds fixtures against it, by their paths from the query, unless a connection is named', async () => {
    const text = JSON.stringify({
      filter_by: { must: [{ term: { 'agent_information.name': 'Front Desk' } }] },
      refine: { must: [{ exists: { field: 'id' } }] },
      expect: [{ total: { eq: 2 } }, { no: { term: { 'flow_path.response.code': 500 } } }],
      fixtures: ['calls'],
    });
    const offline = await Workplace.make({ 'checks/a.insights.json': text });
    for (const one of sessions) {
      await offline.write({ [`checks/calls/${one.id}.insights-session.json`]: JSON.stringify(one) });
    }
    const { code, out } = await offline.run(['check', 'checks/a.insights.json']);
    const named = await offline.run(['check', '--connection', 'sample', 'checks/a.insights.json']);
    await offline.write({ 'checks/calls/s1.insights-session.json': '[1]' });
    const odd = await offline.run(['check', 'checks/a.insights.json']);
    await offline.end();
    assert.equal(code, 1);
    assert.match(out, /^checks\/a\.insights\.json \(2 sessions of calls\)$/m);
    assert.match(out, /^ {10}s2, 2026-11-19T10:01:00Z, step 2$/m);
    assert.match(named.out, /of sample, /);
    assert.equal(odd.code, 2);
    assert.match(odd.out, /calls\/s1\.insights-session\.json isn’t a session/);
  });

  it('does not call it checked when nothing is expected', async () => {
    await place.write({ 'nothing.insights.json': query({ connection: 'test' }) });
    const { code, err } = await place.run(['check', 'nothing.insights.json']);
    assert.equal(code, 2);
    assert.match(err, /no query has an "expect"/);
  });

  for (const report of ['text', 'json', 'junit', 'github'])
    it(`masks what a query says of persons in a report as ${report}`, async () => {
      const expect = [{ no: { term: { source: plantedNumber } } }];
      await place.write({ 'masked.insights.json': query({ connection: 'test', expect }) });
      const { code, out } = await place.run(['check', '--report', report, 'masked.insights.json']);
      assert.equal(code, 1);
      assert.doesNotMatch(out, new RegExp(plantedNumber));
    });

  it('fails as the service, not as a verdict, when that fails', async () => {
    const failing = await Workplace.withService(
      { 'a.insights.json': query({ connection: 'test', expect: [{ total: { eq: 0 } }] }) },
      { sessions, faults: { rules: [{ fault: { kind: 'halfBody' } }] } },
    );
    const { code, out } = await failing.run(['check', 'a.insights.json']);
    await failing.end();
    assert.equal(code, 3, out);
  });
});
