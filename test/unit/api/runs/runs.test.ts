import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { InsightsClient } from '../../../../src/api/client/insightsClient.ts';
import { Cancelled, Refused } from '../../../../src/api/client/insightsErrors.ts';
import type { RangeQuestion } from '../../../../src/api/client/rangeService.ts';
import { Runs } from '../../../../src/api/runs/runs.ts';
import { explainEmpty } from '../../../../src/api/search/explainEmpty.ts';
import { readRefinement } from '../../../../src/domain/analysis/refinement.ts';
import type { SearchRequest } from '../../../../src/domain/query/request.ts';
import { toSearchRequest } from '../../../../src/domain/query/request.ts';
import { withEmulator } from '../search/emulated.ts';

const sessions = Array.from({ length: 120 }, (_, at) => ({
  id: `s${String(at).padStart(3, '0')}`,
  session_start_time: `2026-05-${String(1 + (at % 28)).padStart(2, '0')}T10:00:00.000001`,
  source: at === 7 ? '=HYPERLINK("x")' : '447000000001',
  agent_information: { name: 'Orders' },
  transcription: [{ user: 'hello there' }],
}));

const request = (filterBy?: SearchRequest['filterBy']): SearchRequest => ({
  range: { from: new Date('2026-05-01T00:00:00Z'), to: new Date('2026-05-31T23:59:59Z') },
  sortBy: [{ field: 'session_start_time', direction: 'desc' }],
  pageSize: 50,
  pageNumber: 0,
  ...(filterBy ? { filterBy } : {}),
});

const startWith = (runs: Runs, client: Pick<InsightsClient, 'search'>) =>
  runs.start({ queryUri: 'q', queryName: 'Q', connection: 'c', request: request(), client });

describe('runs', () => {
  it('load more until there is no more, each session once', () =>
    withEmulator({ sessions }, async ({ client }) => {
      const run = startWith(new Runs(), client);
      const seen: string[] = [];
      for (await run.finished; ; await run.loadMore()) {
        seen.push(`${run.state} ${run.sessions.length} of ${run.total.count}${run.hasMore ? ', more' : ''}`);
        if (!run.hasMore) break;
      }
      assert.deepEqual(seen, ['done 50 of 120, more', 'done 100 of 120, more', 'done 120 of 120']);
      assert.equal(new Set(run.sessions.map(({ id }) => id)).size, 120);
    }));

  it('keep what the refinement wants, page by page, and count the rest', () =>
    withEmulator({ sessions }, async ({ client }) => {
      const query = {
        from_date: '2026-05-01',
        to_date: '2026-05-31',
        page_size: 50,
        refine: { must_not: [{ prefix: { id: 's00' } }] },
      };
      const refined = toSearchRequest(query, new Date('2026-06-01T00:00:00Z'));
      const run = new Runs().start({ queryUri: 'q', queryName: 'Q', connection: 'c', request: refined, client });
      for (await run.finished; run.hasMore; ) await run.loadMore();
      assert.equal(run.sessions.length, 110);
      assert.equal(run.leftOut, 10);
      assert.equal(run.total.count, 120);
      assert.ok(run.sessions.every(({ id }) => !String(id).startsWith('s00')));
    }));

  /** All of a run whose service answers as `changed` has it. */
  const runAll = async (
    client: Pick<InsightsClient, 'search'>,
    changed: (ask: InsightsClient['search']) => InsightsClient['search'],
  ) => {
    const run = startWith(new Runs(), { search: changed((...question) => client.search(...question)) });
    await run.finished;
    await run.loadAll();
    return run;
  };

  it('say nothing of missing sessions where all came', () =>
    withEmulator({ sessions }, async ({ client }) => {
      const run = await runAll(client, (ask) => ask);
      assert.deepEqual([run.sessions.length, run.shortfall], [120, undefined]);
    }));

  it('say that the service counts more than it gave', () =>
    withEmulator({ sessions }, async ({ client }) => {
      const run = await runAll(client, (ask) => async (...question) => {
        const answer = await ask(...question);
        return { ...answer, hits: answer.hits.filter(({ id }) => id !== 's005') };
      });
      assert.deepEqual([run.sessions.length, run.shortfall], [119, 'notGiven']);
    }));

  it('say that sessions may be missing where the service does not sort by id', () =>
    withEmulator({ sessions }, async ({ client }) => {
      const run = await runAll(client, (ask) => async (parameters, signal) => {
        if (parameters.some(([name, value]) => name === 'sort_by' && /\bid:/.test(value))) {
          throw new Refused(
            { status: 400, contentType: '', text: 'Fielddata access on the _id field is disallowed' },
            'search',
          );
        }
        return ask(parameters, signal);
      });
      assert.equal(run.shortfall, 'noTiebreaker');
    }));

  it('say that more start in one second than the service gives', async () => {
    // It counts to 10, and pages no further.
    const crowd = Array.from({ length: 10 }, (_, at) => ({
      id: `s${at}`,
      session_start_time: '2026-05-10T10:00:00.5',
    }));
    const search: InsightsClient['search'] = async (parameters) => {
      const { from_date = '', to_date = '', page_number } = Object.fromEntries(parameters);
      const isThere = from_date <= '2026-05-10T10:00:00' && to_date >= '2026-05-10T10:00:00';
      if (!isThere) return { hits: [], total: { count: 0, atLeast: false }, pageSize: undefined };
      return { hits: page_number === '0' ? crowd : [], total: { count: 10_000, atLeast: true }, pageSize: undefined };
    };
    const crowded = { ...request(), pageSize: 10_000 };
    const run = new Runs().start({
      queryUri: 'q',
      queryName: 'Q',
      connection: 'c',
      request: crowded,
      client: { search },
    });
    await run.finished;
    await run.loadAll();
    assert.equal(run.shortfall, 'crowdedSecond');
    assert.deepEqual([run.sessions.length, run.total.atLeast], [10, true]);
  });

  it('follow their file, while they run and after, and so do those in a folder', () =>
    withEmulator({ sessions }, async ({ client }) => {
      const runs = new Runs();
      const told: string[] = [];
      runs.onDidChange((uri) => told.push(uri));
      const start = (queryUri: string) =>
        runs.start({ queryUri, queryName: 'Q', connection: 'c', request: request(), client });
      const [file, inFolder, beside] = [start('a/old.json'), start('a/old/b.json'), start('a/older.json')];
      runs.move('a/old.json', 'a/new.json');
      runs.move('a/old', 'c');
      await Promise.all([file.finished, inFolder.finished, beside.finished]);
      assert.equal(runs.current('a/new.json'), file);
      assert.equal(runs.current('c/b.json'), inFolder);
      assert.equal(runs.current('a/older.json'), beside);
      assert.equal(runs.current('a/old.json'), undefined);
      assert.equal(file.identity.queryUri, 'a/new.json');
      assert.ok(told.includes('a/old.json') && told.includes('a/new.json'));
      runs.move('a/new.json', 'd.json');
      assert.deepEqual(runs.history.map(({ queryUri }) => queryUri).sort(), ['a/older.json', 'c/b.json', 'd.json']);
      runs.cancel('d.json');
      runs.forget('d.json');
      assert.equal(runs.all.length, 2);
    }));

  it('keep the last good rows as old ones when a later run fails, and forget them when one succeeds', () =>
    withEmulator({ sessions }, async ({ client, emulator }) => {
      const runs = new Runs();
      const good = startWith(runs, client);
      await good.finished;
      assert.equal(runs.stale('q'), undefined);
      emulator.setFaults({ rules: [{ fault: { kind: 'status', status: 400 } }] });
      const bad = startWith(runs, client);
      await bad.finished;
      assert.deepEqual([bad.state, bad.sessions.length, runs.stale('q') === good], ['failed', 0, true]);
      emulator.setFaults(undefined);
      await startWith(runs, client).finished;
      assert.equal(runs.stale('q'), undefined);
      assert.deepEqual(
        runs.history.map(({ state, shown, errorCode }) => `${state} ${shown} ${errorCode ?? ''}`.trim()),
        ['done 50', 'failed 0 refused', 'done 50'],
      );
      assert.doesNotMatch(JSON.stringify(runs.history), /447000|hello/);
    }));

  it('are cancelled at once, and by the next of the same query', () =>
    withEmulator({ sessions, faults: { rules: [{ fault: { kind: 'noAnswer' } }] } }, async ({ client }) => {
      const runs = new Runs();
      const [first, second] = [startWith(runs, client), startWith(runs, client)];
      assert.deepEqual([first.state, second.state], ['cancelled', 'running']);
      runs.cancel('q');
      await Promise.all([first.finished, second.finished]);
      assert.equal(second.state, 'cancelled');
    }));

  it('send nothing any more once they are cancelled, however many windows wait in line', async () => {
    let asked = 0;
    const client = {
      search: (_parameters: unknown, signal?: AbortSignal) => {
        asked++;
        return new Promise<never>((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(new Cancelled()));
        });
      },
    };
    const range = { from: new Date('2024-01-01T00:00:00Z'), to: new Date('2026-05-31T23:59:59Z') };
    const whole = { queryUri: 'q', queryName: 'Q', connection: 'c', request: { ...request(), range }, client };
    const run = new Runs().start(whole);
    await new Promise((resolve) => setImmediate(resolve));
    const before = asked;
    run.cancel();
    await run.finished;
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual([run.state, run.requests, asked], ['cancelled', before, before]);
  });

  it('keep their rows when loading more is cancelled, and go on from there', () =>
    withEmulator({ sessions }, async ({ client, emulator, asked }) => {
      const runs = new Runs();
      const run = startWith(runs, client);
      await run.finished;
      emulator.setFaults({ rules: [{ fault: { kind: 'noAnswer' } }] });
      const before = asked().length;
      const loading = run.loadMore();
      assert.deepEqual([run.state, run.canLoadMore], ['running', false]);
      while (asked().length === before) await new Promise((resolve) => setTimeout(resolve, 1));
      runs.cancel('q');
      assert.deepEqual([run.state, run.sessions.length, run.canLoadMore], ['cancelled', 50, true]);
      assert.equal(runs.stale('q'), undefined);
      emulator.setFaults(undefined);
      // At once: what was cancelled has not come to its end yet.
      await run.loadMore();
      await loading;
      assert.deepEqual([run.state, run.sessions.length], ['done', 100]);
      await run.loadMore();
      assert.equal(new Set(run.sessions.map(({ id }) => id)).size, 120);
    }));

  it('that never had a first page have to be run again', () =>
    withEmulator({ sessions, faults: { rules: [{ fault: { kind: 'status', status: 400 } }] } }, async ({ client }) => {
      const run = startWith(new Runs(), client);
      await run.finished;
      assert.deepEqual([run.state, run.canLoadMore], ['failed', false]);
    }));
});

describe('why nothing was found', () => {
  const must = (...clauses: object[]) => ({ must: clauses }) as NonNullable<SearchRequest['filterBy']>;
  const orders = { term: { 'agent_information.name': 'Orders' } };
  const table: [name: string, filter: SearchRequest['filterBy'], causes: readonly string[]][] = [
    [
      'letter case',
      must({ term: { 'agent_information.name': 'orders' } }),
      ['clause must 0: 120', 'letterCase must 0: 120'],
    ],
    ['one clause of two', must(orders, { term: { source: '1' } }), ['clause must 1: 120']],
    [
      'the wrong operator',
      must({ term: { 'transcription.user': 'hello there' } }),
      ['clause must 0: 120', 'operator must 0: 120'],
    ],
    ['an exclusion', { must_not: [orders] } as SearchRequest['filterBy'], ['clause must_not 0: 120']],
    ['something after all', must(orders), ['notEmptyAnyMore : 120']],
  ];
  for (const [name, filter, expected] of table) {
    it(name, () =>
      withEmulator({ sessions }, async ({ client }) => {
        const { causes, complete } = await explainEmpty({ request: request(filter), client, now: new Date() });
        const words = causes.map(
          (cause) =>
            `${cause.code} ${'place' in cause ? `${cause.place.occur} ${cause.place.index}` : ''}: ${cause.count}`,
        );
        assert.deepEqual([words, complete], [expected, true]);
      }),
    );
  }

  const spellings: [
    name: string,
    filter: SearchRequest['filterBy'],
    seen: readonly string[],
    use: readonly string[],
  ][] = [
    ['seen', must({ term: { 'agent_information.name': 'Ordres' } }), ['Refunds', 'Orders'], ['spelling Orders']],
    [
      'seen in another letter case',
      must({ term: { 'agent_information.name': 'oRders' } }),
      ['Orders'],
      ['letterCase Orders'],
    ],
    ['seen, and not there any more', must({ term: { 'agent_information.name': 'Refund' } }), ['Refunds'], []],
    ['that is the documentation’s', must({ term: { status: 'endet' } }), [], ['spelling ended']],
  ];
  for (const [name, filter, seen, use] of spellings) {
    it(`a value nearly as one that was ${name}`, () =>
      withEmulator({ sessions: sessions.map((session) => ({ ...session, status: 'ended' })) }, async ({ client }) => {
        const seenValues = (field: string) => (field === 'agent_information.name' ? seen : []);
        const { causes } = await explainEmpty({ request: request(filter), client, seenValues, now: new Date() });
        const found = causes.flatMap((cause) => ('value' in cause ? [`${cause.code} ${cause.value}`] : []));
        assert.deepEqual(found, use);
      }));
  }
  for (const ranges of [false, true])
    it(`the refinement, of ${ranges ? 'an archive, which counts with it' : 'the service, which does not know it'}`, () =>
      withEmulator({ sessions }, async ({ client }) => {
        const refinement = readRefinement({ must: [{ prefix: { id: 'nobody' } }] }, new Date());
        const archive = {
          ...client,
          search: client.search.bind(client),
          ranges: {
            readRange: async ({ request: asked }: RangeQuestion) => {
              const count = asked.refinement ? 0 : sessions.length;
              return { rows: [], total: { count, atLeast: false }, next: undefined };
            },
            endRange: async () => {},
            aggregate: () => Promise.reject(new Error('nobody asks')),
            count: () => Promise.reject(new Error('nobody asks')),
            countFacets: () => Promise.reject(new Error('nobody asks')),
          },
        };
        const asked = { ...request(must(orders)), refinement };
        const { causes } = await explainEmpty({ request: asked, client: ranges ? archive : client, now: new Date() });
        assert.deepEqual(causes, [{ code: 'refinement', count: 120 }]);
      }));

  it('a field of the documentation, where the service has what its model has', () =>
    withEmulator({ sessions }, async ({ client }) => {
      const literal: Pick<InsightsClient, 'search'> = {
        search: async (parameters, signal) => {
          const answer = await client.search(parameters, signal);
          const asksClient = parameters.some(([, value]) => value.includes('transcription.client'));
          return asksClient ? { ...answer, hits: [], total: { count: 0, atLeast: false } } : answer;
        },
      };
      const filter = must({ match: { 'transcription.client': 'hello' } });
      const { causes } = await explainEmpty({ request: request(filter), client: literal, now: new Date() });
      assert.deepEqual(
        causes.map(({ code, count }) => [code, count]),
        [
          ['clause', 120],
          ['field', 120],
        ],
      );
    }));

  it('names the region that has such sessions, past one that fails', () =>
    withEmulator({ sessions }, async ({ client }) => {
      const empty = { search: async () => ({ hits: [], total: { count: 0, atLeast: false }, pageSize: 1 }) };
      const broken = { search: () => Promise.reject(new Error('no key')) };
      const others = [
        { connection: 'broken', client: broken },
        { connection: 'us', client },
      ];
      const { causes, complete } = await explainEmpty({ request: request(), client: empty, others, now: new Date() });
      assert.deepEqual([causes, complete], [[{ code: 'region', connection: 'us', count: sessions.length }], true]);
    }));

  it('the range', () =>
    withEmulator({ sessions }, async ({ client }) => {
      const range = { from: new Date('2026-06-10T00:00:00Z'), to: new Date('2026-06-20T00:00:00Z') };
      const { causes } = await explainEmpty({
        request: { ...request(), range },
        client,
        now: new Date('2026-06-20T00:00:00Z'),
      });
      assert.deepEqual(
        causes.map(({ code }) => code),
        ['dateRange'],
      );
    }));
});
