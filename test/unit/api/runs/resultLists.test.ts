import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { InsightsClient } from '../../../../src/api/client/insightsClient.ts';
import type { Neighbour } from '../../../../src/api/runs/resultLists.ts';
import { ResultLists } from '../../../../src/api/runs/resultLists.ts';
import type { Run } from '../../../../src/api/runs/run.ts';
import { Runs } from '../../../../src/api/runs/runs.ts';
import type { SearchRequest } from '../../../../src/domain/query/request.ts';
import { withEmulator } from '../search/emulated.ts';

const sessions = Array.from({ length: 7 }, (_, at) => ({
  id: `s${at}`,
  session_start_time: `2026-05-0${7 - at}T10:00:00.000001`,
  source: '447000000001',
}));

const request: SearchRequest = {
  range: { from: new Date('2026-05-01T00:00:00Z'), to: new Date('2026-05-31T23:59:59Z') },
  sortBy: [{ field: 'session_start_time', direction: 'desc' }],
  pageSize: 3,
  pageNumber: 0,
};

type Client = Pick<InsightsClient, 'search'>;

/** Runs of queries over seven sessions, three a page, and the lists that they make. */
function listsOver(client: Client) {
  const gone = new Set<string>();
  const times = [1, 2, 3, 4].map((day) => new Date(Date.UTC(2026, 5, day)));
  const runs = new Runs(() => times.shift() ?? new Date());
  const lists = new ResultLists({
    runs,
    isDeleted: (connection, { id }) => connection === 'c' && gone.has(id ?? ''),
    canOpen: ({ session_start_time }) => session_start_time !== undefined,
  });
  const run = (queryUri: string, change: Partial<SearchRequest> = {}) =>
    runs.start({
      queryUri,
      queryName: queryUri.toUpperCase(),
      connection: 'c',
      request: { ...request, ...change },
      client,
    });
  const at = (id: string) => ({ connection: 'c', id });
  const place = (id: string) => {
    const found = lists.placeOf(at(id));
    return found && `${found.index + 1} of ${found.total.count} in ${found.queryName}`;
  };
  return { gone, runs, lists, run, at, place };
}

const said = (found: Neighbour): string => (found.type === 'session' ? found.session.id : found.type);

/** Resolves when the page that is on its way is there. */
async function settled(run: Run): Promise<void> {
  while (run.state === 'running') {
    await new Promise<void>((resolve) => {
      const listening = run.onDidChange(() => {
        listening.dispose();
        resolve();
      });
    });
  }
}

describe('the list that a session came from', () => {
  it('leads on over the end of a page, and ends where there is no more', () =>
    withEmulator({ sessions }, async ({ client }) => {
      const { lists, run, at, place } = listsOver(client);
      const found = run('q');
      await found.finished;
      const loads: string[] = [];
      const walked: string[] = [];
      for (let id = 's1'; ; ) {
        const next = await lists.beside(at(id), 1, {
          loading: ({ identity }) => loads.push(`${identity.queryName} after ${id}`),
        });
        walked.push(said(next));
        if (next.type !== 'session') break;
        id = next.session.id;
      }
      assert.deepEqual(walked, ['s2', 's3', 's4', 's5', 's6', 'end']);
      assert.deepEqual([loads[0], found.requests], ['Q after s2', 3]);
      assert.equal(place('s6'), '7 of 7 in Q');
      assert.deepEqual([said(await lists.beside(at('s1'), -1)), said(await lists.beside(at('s0'), -1))], ['s0', 'end']);
    }));

  it('passes over what was deleted, also from a session that was', () =>
    withEmulator({ sessions }, async ({ client }) => {
      const { lists, run, at, place, gone } = listsOver(client);
      await run('q').finished;
      gone.add('s1').add('s3');
      assert.deepEqual(
        [
          said(await lists.beside(at('s0'), 1)),
          said(await lists.beside(at('s1'), 1)),
          said(await lists.beside(at('s2'), -1)),
        ],
        ['s2', 's2', 's0'],
      );
      assert.equal(said(await lists.beside(at('s2'), 1)), 's4');
      assert.deepEqual([place('s2'), place('s1')], ['2 of 5 in Q', undefined]);
    }));

  it('is the one it was chosen from, else the newest that holds it', () =>
    withEmulator({ sessions }, async ({ client }) => {
      const { lists, run, at, place } = listsOver(client);
      await run('q').finished;
      await run('backwards', { sortBy: [{ field: 'session_start_time', direction: 'asc' }], pageSize: 7 }).finished;
      assert.equal(place('s1'), '6 of 7 in BACKWARDS');
      lists.chosen(at('s1'), 'q');
      assert.equal(place('s1'), '2 of 7 in Q');
      // Where a walk leads is in the same list.
      assert.equal(said(await lists.beside(at('s1'), 1)), 's2');
      assert.equal(place('s2'), '3 of 7 in Q');
      assert.deepEqual(
        [said(await lists.beside({ connection: 'other', id: 's1' }, 1)), place('x')],
        ['unlisted', undefined],
      );
    }));

  it('counts from the page that the query asked for', () =>
    withEmulator({ sessions }, async ({ client }) => {
      const { run, place } = listsOver(client);
      await run('q', { pageNumber: 1 }).finished;
      assert.equal(place('s3'), '4 of 7 in Q');
    }));

  it('says when the next page does not come, and waits for one that is on its way', () =>
    withEmulator({ sessions }, async ({ client, emulator }) => {
      const { lists, run, at } = listsOver(client);
      const slow = run('q');
      await slow.finished;
      const [first, second] = await Promise.all([lists.beside(at('s2'), 1), lists.beside(at('s2'), 1)]);
      assert.deepEqual([said(first), said(second)], ['s3', 's3']);
      await settled(slow);
      emulator.setFaults({ rules: [{ fault: { kind: 'status', status: 400 } }] });
      assert.equal(said(await lists.beside(at('s5'), 1)), 'stopped');
      assert.equal(slow.state, 'failed');
      // What is there can still be walked through.
      assert.equal(said(await lists.beside(at('s5'), -1)), 's4');
    }));

  it('is still there as an old one when the query is run again in vain', () =>
    withEmulator({ sessions }, async ({ client, emulator }) => {
      const { lists, run, at, runs } = listsOver(client);
      await run('q').finished;
      emulator.setFaults({ rules: [{ fault: { kind: 'status', status: 400 } }] });
      await run('q').finished;
      assert.ok(runs.stale('q'));
      assert.deepEqual([said(await lists.beside(at('s1'), 1)), said(await lists.beside(at('s2'), 1))], ['s2', 'end']);
    }));

  it('tells of each session that was walked to', () =>
    withEmulator({ sessions }, async ({ client }) => {
      const { lists, run, at } = listsOver(client);
      await run('q').finished;
      const moves: string[] = [];
      lists.onDidMove(({ id, queryUri }) => moves.push(`${id} in ${queryUri}`));
      await lists.beside(at('s0'), 1);
      await lists.beside(at('s0'), -1);
      assert.deepEqual(moves, ['s1 in q']);
    }));
});

describe('a list as a table shows it', () => {
  const arranged = async (client: Client) => {
    const { run, lists, at, place, gone } = listsOver(client);
    const found = run('q');
    await found.finished;
    await found.loadAll();
    const open = (id: string, ...rows: number[]) =>
      lists.chosen(at(id), 'q', { run: found, rows: Uint32Array.from(rows) });
    const beside = async (id: string, direction: 1 | -1) => {
      const neighbour = await lists.beside(at(id), direction);
      return neighbour.type === 'session' ? neighbour.session.id : neighbour.type;
    };
    return { found, lists, at, place, gone, open, beside };
  };

  it('is walked in its order, and ends where it ends', () =>
    withEmulator({ sessions }, async ({ client }) => {
      const { open, beside, place } = await arranged(client);
      open('s4', 4, 0, 2);
      assert.equal(place('s4'), '1 of 3 in Q');
      assert.deepEqual(
        [
          await beside('s4', 1),
          await beside('s0', 1),
          await beside('s2', 1),
          await beside('s0', -1),
          await beside('s4', -1),
        ],
        ['s0', 's2', 'end', 's4', 'end'],
      );
      assert.equal(place('s2'), '3 of 3 in Q');
    }));

  it('passes over what was deleted', () =>
    withEmulator({ sessions }, async ({ client }) => {
      const { open, beside, place, gone } = await arranged(client);
      open('s4', 4, 0, 2);
      gone.add('s0');
      assert.equal(await beside('s4', 1), 's2');
      assert.equal(place('s2'), '2 of 2 in Q');
    }));

  it('gives way to the run’s own order when a session is chosen there, or is not in it', () =>
    withEmulator({ sessions }, async ({ client }) => {
      const { open, beside, lists, at } = await arranged(client);
      open('s4', 4, 0, 2);
      assert.equal(await beside('s5', 1), 's6');
      lists.chosen(at('s4'), 'q');
      assert.equal(await beside('s4', 1), 's5');
    }));
});
