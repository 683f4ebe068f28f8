import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Runs } from '../../../../src/api/runs/runs.ts';
import type { SearchRequest } from '../../../../src/domain/query/request.ts';
import type { SessionDocument } from '../../../../src/domain/session/session.ts';
import { LastRuns } from '../../../../src/explorer/runs/lastRuns.ts';

const request: SearchRequest = {
  range: { from: new Date('2026-05-01T00:00:00Z'), to: new Date('2026-05-02T00:00:00Z') },
  sortBy: [{ field: 'session_start_time', direction: 'desc' }],
  pageSize: 2,
  pageNumber: 0,
};

function kept() {
  const state = new Map<string, unknown>();
  return {
    get: (key: string) => state.get(key),
    update: async (key: string, value: unknown) => void state.set(key, JSON.parse(JSON.stringify(value))),
    text: () => JSON.stringify([...state]),
  };
}

const answer = (count: number) => ({
  search: async () => ({
    hits: [{ id: 'a', session_start_time: '2026-05-01T10:00:00', source: '447700900123' }] as SessionDocument[],
    total: { count, atLeast: false },
    pageSize: 2,
  }),
});
const fails = { search: () => Promise.reject(new Error('away')) };

describe('what a query found last', () => {
  const start = (runs: Runs, client: Parameters<Runs['start']>[0]['client']) =>
    runs.start({ queryUri: 'file:///q', queryName: 'Q', connection: 'live', request, client }).finished;

  it('is there again after a reload, without a word of a session', async () => {
    const state = kept();
    const runs = new Runs(() => new Date('2026-05-02T17:19:00Z'));
    const last = new LastRuns(state, runs);
    await start(runs, answer(1));
    const expected = {
      queryUri: 'file:///q',
      connection: 'live',
      at: new Date('2026-05-02T17:19:00Z'),
      count: 1,
      atLeast: false,
    };
    assert.deepEqual(last.of('file:///q'), expected);
    assert.deepEqual(new LastRuns(state, new Runs()).of('file:///q'), expected);
    assert.doesNotMatch(state.text(), /4477/u);
  });

  it('is that of the last run which came to its end', async () => {
    const runs = new Runs();
    const last = new LastRuns(kept(), runs);
    await start(runs, answer(1));
    await start(runs, fails);
    assert.equal(last.of('file:///q')?.count, 1);
  });

  it('is read from whatever was kept', () => {
    const state = kept();
    void state.update('insights.lastRuns', [1, {}, { queryUri: 'q', connection: 'c', at: 'never', count: 1 }]);
    assert.equal(new LastRuns(state, new Runs()).of('q'), undefined);
  });
});
