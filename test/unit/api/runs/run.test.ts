import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Run } from '../../../../src/api/runs/run.ts';
import type { RunOptions } from '../../../../src/api/runs/runOptions.ts';
import type { SessionStream } from '../../../../src/api/search/sessionStream.ts';
import type { SessionDocument } from '../../../../src/domain/session/session.ts';

const sessions = Array.from({ length: 7 }, (_, at) => ({ id: `s${at}` }) as SessionDocument);

/** Gives the sessions one by one; `before` is asked before each, and may wait or throw. */
function streamOf(
  before: (at: number) => void | Promise<void>,
  facts: Partial<SessionStream> = {},
): SessionStream & { readonly interrupted: () => number } {
  let interrupted = 0;
  let at = 0;
  const next = async (): Promise<IteratorResult<SessionDocument>> => {
    await before(at);
    const value = sessions[at];
    if (!value) return { done: true, value: undefined };
    at += 1;
    return { done: false, value };
  };
  const stream = {
    total: { count: sessions.length, atLeast: false },
    ...{ windows: { answered: 1, all: 1 }, requests: 0, sent: [], counted: Promise.resolve() },
    ...{
      incomplete: false,
      missing: 0,
      moved: 0,
      unchecked: false,
      outside: 0,
      filterUnheeded: false,
      tiebreakerRefused: false,
    },
    interrupt: () => {
      interrupted += 1;
    },
    interrupted: () => interrupted,
    [Symbol.asyncIterator]: () => ({ next }),
    ...facts,
  };
  return stream as unknown as SessionStream & { readonly interrupted: () => number };
}

function runOf(stream: SessionStream, options: Partial<RunOptions> = {}): Run {
  return new Run({
    identity: {
      ...{ queryUri: 'a.json', queryName: 'A', connection: 'c', startedAt: new Date(0) },
      range: { from: new Date(0), to: new Date(1) },
    },
    ...{ pageSize: 3, skipped: 0, fields: [], isByStart: true, now: () => 0 },
    search: () => stream,
    searchFields: () => stream,
    collect: () => Promise.reject(new Error('not asked for here')),
    ...options,
  });
}

const idsOf = (run: Run): string => run.sessions.map(({ id }) => id).join(' ');

describe('a run', () => {
  it('has a page at first, and one more each time', async () => {
    const run = runOf(streamOf(() => {}));
    assert.deepEqual([run.state, run.canLoadMore, run.isLoadingMore], ['running', false, false]);
    await run.finished;
    assert.deepEqual([run.state, idsOf(run), run.hasMore, run.canLoadMore], ['done', 's0 s1 s2', true, true]);
    const more = run.loadMore();
    assert.deepEqual([run.state, run.isLoadingMore, run.canLoadMore], ['running', true, false]);
    // One is on its way already.
    await run.loadMore();
    await more;
    assert.equal(idsOf(run), 's0 s1 s2 s3 s4 s5');
    await run.loadMore();
    assert.deepEqual([run.sessions.length, run.hasMore, run.canLoadMore], [7, false, false]);
    await run.loadMore();
    assert.equal(run.sessions.length, 7);
  });

  it('learns whether more come where its page is as long as the count', async () => {
    const counted = { count: 3, atLeast: false };
    const countingPages: typeof counted = { ...counted };
    const run = runOf(
      streamOf(
        (at) => {
          if (at >= 3) Object.assign(countingPages, { count: at + 1, atLeast: true });
        },
        { total: countingPages },
      ),
    );
    await run.finished;
    assert.deepEqual([run.state, idsOf(run), run.canLoadMore], ['done', 's0 s1 s2', true]);
    await run.loadMore();
    assert.equal(idsOf(run), 's0 s1 s2 s3 s4 s5');

    const failing = streamOf(
      (at) => {
        if (at === 3) throw new Error('down');
      },
      { total: counted },
    );
    const whole = runOf(failing);
    await whole.finished;
    assert.deepEqual([whole.state, idsOf(whole), whole.canLoadMore], ['done', 's0 s1 s2', false]);
  });

  it('tells of its first row, and of the first of each page', async () => {
    const run = runOf(streamOf(() => {}));
    const told: number[] = [];
    run.onDidChange(({ sessions: rows, state }) => state === 'running' && told.push(rows.length));
    await run.finished;
    assert.deepEqual(told, [1]);
    await run.loadMore();
    assert.deepEqual(told, [1, 3, 4]);
  });

  it('loads all, page after page', async () => {
    const run = runOf(streamOf(() => {}));
    await run.finished;
    await run.loadAll();
    assert.deepEqual([run.sessions.length, run.state], [7, 'done']);
  });

  it('that is cancelled while it loads all asks for no other page, and keeps what came', async () => {
    const stream = streamOf((at) => {
      if (at === 5) run.cancel();
    });
    const run = runOf(stream);
    await run.finished;
    await run.loadAll();
    assert.deepEqual([run.state, stream.interrupted()], ['cancelled', 1]);
    assert.equal(idsOf(run), 's0 s1 s2 s3 s4 s5');
    run.cancel();
    assert.equal(stream.interrupted(), 1);
    await run.loadMore();
    assert.deepEqual([run.state, run.sessions.length], ['done', 7]);
  });

  it('that failed keeps its rows and goes on where it stopped', async () => {
    let fails = true;
    const run = runOf(
      streamOf((at) => {
        if (at === 4 && fails) throw new Error('down');
      }),
    );
    await run.finished;
    await run.loadAll();
    assert.deepEqual([run.state, idsOf(run), String(run.error)], ['failed', 's0 s1 s2 s3', 'Error: down']);
    assert.ok(run.canLoadMore);
    fails = false;
    await run.loadMore();
    assert.deepEqual([run.state, idsOf(run), run.error], ['done', 's0 s1 s2 s3 s4 s5 s6', undefined]);
  });

  it('that never had a page cannot be gone on with', async () => {
    const run = runOf(
      streamOf(() => {
        throw new Error('down');
      }),
    );
    await run.finished;
    assert.deepEqual([run.state, run.hasMore, run.canLoadMore], ['failed', true, false]);
  });

  it('counts what was not wanted, and fills its page with what is', async () => {
    const run = runOf(
      streamOf(() => {}),
      { keeps: ({ id }) => Number(id?.slice(1)) % 2 === 1 },
    );
    assert.equal(run.leftOut, 0);
    await run.finished;
    assert.deepEqual([idsOf(run), run.leftOut, run.hasMore], ['s1 s3 s5', 3, true]);
    await run.loadAll();
    assert.deepEqual([idsOf(run), run.leftOut, run.hasMore], ['s1 s3 s5', 4, false]);
    const whole = runOf(streamOf(() => {}));
    await whole.finished;
    assert.equal(whole.leftOut, undefined);
  });

  it('knows of a later page what stands before it', async () => {
    const run = runOf(
      streamOf(() => {}, { total: { count: 10, atLeast: false } }),
      { skipped: 3, pageSize: 7 },
    );
    await run.finished;
    assert.deepEqual([run.skipped, run.hasMore], [3, false]);
  });

  const shortfalls: [what: string, facts: Partial<SessionStream>, shortfall: string | undefined][] = [
    ['nothing', {}, undefined],
    ['a second that holds too many', { incomplete: true, missing: 2, moved: 1 }, 'crowdedSecond'],
    ['what was counted and not given', { missing: 2, moved: 1 }, 'notGiven'],
    ['rows that moved', { moved: 1, tiebreakerRefused: true }, 'moved'],
    ['a range that was not heeded', { outside: 2, unchecked: true }, 'outsideRange'],
    ['a filter that was not heeded', { filterUnheeded: true, unchecked: true }, 'filterUnheeded'],
    ['rows that may have moved', { unchecked: true, tiebreakerRefused: true }, 'unchecked'],
    ['pages that may overlap', { tiebreakerRefused: true }, 'noTiebreaker'],
  ];
  for (const [what, facts, shortfall] of shortfalls) {
    it(`is short of ${what}`, async () => {
      const run = runOf(streamOf(() => {}, facts));
      assert.equal(run.shortfall, undefined);
      await run.finished;
      await run.loadAll();
      assert.equal(run.shortfall, shortfall);
    });
  }

  it('of one page has no pages that overlap', async () => {
    const run = runOf(streamOf(() => {}, { tiebreakerRefused: true }));
    await run.finished;
    assert.equal(run.shortfall, undefined);
  });

  it('goes where its query’s file goes', () => {
    const run = runOf(streamOf(() => {}));
    run.move('b.json');
    assert.deepEqual([run.identity.queryUri, run.identity.queryName], ['b.json', 'A']);
  });
});
