import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Runs } from '../../../../src/api/runs/runs.ts';
import type { SearchRequest } from '../../../../src/domain/query/request.ts';
import { withEmulator } from '../search/emulated.ts';

const sessions = Array.from({ length: 5 }, (_, at) => ({
  id: `s${at}`,
  session_start_time: `2026-05-0${5 - at}T10:00:00.000001`,
  source: '447000000001',
  language: 'en',
  flow_path: [{ type: 'webhook', node_id: `n${at}`, response: { code: 500 } }],
}));

const request: SearchRequest = {
  range: { from: new Date('2026-05-01T00:00:00Z'), to: new Date('2026-05-31T23:59:59Z') },
  sortBy: [{ field: 'session_start_time', direction: 'desc' }],
  projectFields: ['language', 'flow_path.type'],
  pageSize: 3,
  pageNumber: 0,
};

const begin = { queryUri: 'q', queryName: 'Q', connection: 'c', request };

describe('fields that a run is asked for later', () => {
  it('come beside those of every row, which are asked for with the query’s own', () =>
    withEmulator({ sessions }, async ({ client }) => {
      const run = new Runs().start({ ...begin, client });
      await run.finished;
      assert.deepEqual(run.sessions[0], {
        id: 's0',
        session_start_time: sessions[0]?.session_start_time,
        source: '447000000001',
        language: 'en',
        flow_path: [{ type: 'webhook' }],
      });
      const had = ['source', 'channel_data.status_code', 'language', 'flow_path.type', 'flow_path.node_id'];
      assert.deepEqual(
        had.map((path) => run.more.have(path)),
        [3, 3, 3, 3, 0],
      );
    }));

  it('are asked for once, and lie in the sessions that are there', () =>
    withEmulator({ sessions }, async ({ client }) => {
      const run = new Runs().start({ ...begin, client });
      await run.finished;
      await run.more.ask(['flow_path.node_id']);
      assert.deepEqual(run.sessions[1]?.flow_path, [{ type: 'webhook', node_id: 'n1' }]);
      assert.equal(run.sessions[1]?.language, 'en');
      assert.deepEqual([run.more.have('flow_path.node_id'), run.more.asking, run.more.error], [3, [], undefined]);
      const before = run.sessions[1];
      await run.more.ask(['flow_path.node_id', 'language']);
      assert.equal(run.sessions[1], before);
    }));

  it('are asked for again for the rows that came since', () =>
    withEmulator({ sessions }, async ({ client }) => {
      const run = new Runs().start({ ...begin, client });
      await run.finished;
      await run.more.ask(['flow_path.node_id']);
      await run.loadAll();
      assert.equal(run.sessions.length, 5);
      assert.equal(run.more.have('flow_path.node_id'), 3);
      await run.more.ask(['flow_path.node_id']);
      assert.equal(run.more.have('flow_path.node_id'), 5);
      assert.deepEqual(run.sessions[4]?.flow_path, [{ type: 'webhook', node_id: 'n4' }]);
    }));

  it('that cannot be had leave everything as it is, and say why', () =>
    withEmulator({ sessions }, async ({ client }) => {
      let fails = false;
      const search: typeof client.search = async (...args) => {
        if (fails) throw new Error('no');
        return client.search(...args);
      };
      const run = new Runs().start({ ...begin, client: { search } });
      await run.finished;
      fails = true;
      const before = [...run.sessions];
      await run.more.ask(['flow_path.node_id']);
      assert.deepEqual(run.sessions, before);
      assert.equal(run.more.have('flow_path.node_id'), 0);
      assert.match(String(run.more.error), /no/);
      fails = false;
      await run.more.ask(['flow_path.node_id']);
      assert.equal(run.more.error, undefined);
      assert.equal(run.more.have('flow_path.node_id'), 3);
    }));
});
