import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FaultRule } from '../../../../src/emulator/faults/faults.ts';
import { deleteEach } from '../../../../src/explorer/deletion/deleteEach.ts';
import { mayBeDone } from '../../../../src/explorer/deletion/mayBeDone.ts';
import { ConnectionProblem } from '../../../../src/host/errors/connectionProblem.ts';
import { withEmulator } from '../../api/search/emulated.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const start = new Date('2026-01-10T00:00:00Z');
const sessions = ids.map((id) => ({ id, session_start_time: '2026-01-10T10:00:00.000001' }));
const on = (connection: string) => (id: string) => ({ id, connection });

/** What came of each, by name: gone, kept, perhaps gone, or not sent; and what the service holds afterwards. */
interface Told {
  readonly gone: string;
  readonly kept: string;
  readonly perhaps: string;
  readonly unsent: string;
  readonly held: string;
  readonly sent: number;
}

/** Deletes all six over real sockets, of a service that fails as the rules say. */
async function deleting(
  rules: readonly FaultRule[],
  { cancelAfter = ids.length, wrongKey = false } = {},
): Promise<Told> {
  let told: Told | undefined;
  const ofDelete = rules.map((rule) => ({ routes: ['delete' as const], ...rule }));
  await withEmulator({ sessions, faults: { rules: ofDelete }, timeoutMs: 1500, wrongKey }, async (emulated) => {
    const { emulator, asked } = emulated;
    const client = rules.some(({ fault }) => fault.kind === 'noAnswer') ? emulated.client : emulated.patient;
    const cancelled = new AbortController();
    const all = ids.map(on('here'));
    const outcomes = await deleteEach(all, {
      send: ({ id }) => client.deleteSession(id, start),
      signal: cancelled.signal,
      onSend: (sent) => sent + 1 === cancelAfter && cancelAfter < ids.length && cancelled.abort(),
    });
    const sent = asked().filter((method) => method === 'DELETE').length;
    const of = (wanted: (outcome: (typeof outcomes)[number]) => boolean): string =>
      outcomes
        .filter(wanted)
        .map(({ session: { id } }) => id)
        .join('');
    emulator.setFaults(undefined);
    const { hits } = wrongKey
      ? { hits: [] }
      : await emulated.patient.search([
          ['from_date', '2026-01-10T00:00:00'],
          ['to_date', '2026-01-10T23:59:59'],
          ['page_number', '0'],
          ['page_size', '10'],
        ]);
    told = {
      gone: of((outcome) => !('error' in outcome)),
      kept: of((outcome) => 'error' in outcome && !mayBeDone(outcome.error)),
      perhaps: of((outcome) => 'error' in outcome && mayBeDone(outcome.error)),
      unsent: ids.filter((id) => !outcomes.some(({ session }) => session.id === id)).join(''),
      held: hits
        .map(({ id }) => id)
        .sort()
        .join(''),
      sent,
    };
  });
  assert.ok(told);
  return told;
}

describe('deleting several, over the wire', () => {
  const cases: [what: string, rules: FaultRule[], told: Omit<Told, 'held'>, held?: string][] = [
    ['all go', [], { gone: 'abcdef', kept: '', perhaps: '', unsent: '', sent: 6 }],
    [
      'one that is gone already keeps nothing else from going',
      [{ fault: { kind: 'status', status: 404 }, requests: [2] }],
      { gone: 'acdef', kept: 'b', perhaps: '', unsent: '', sent: 6 },
    ],
    [
      'one error of the service is of that session',
      [{ fault: { kind: 'status', status: 500 }, requests: [3] }],
      { gone: 'abdef', kept: '', perhaps: 'c', unsent: '', sent: 6 },
    ],
    [
      'three errors in a row are of the service, which is left alone',
      [{ fault: { kind: 'status', status: 502 } }],
      { gone: '', kept: '', perhaps: 'abc', unsent: 'def', sent: 3 },
    ],
    [
      'errors that are not in a row do not add up',
      [{ fault: { kind: 'status', status: 500 }, every: 2 }],
      { gone: 'ace', kept: '', perhaps: 'bdf', unsent: '', sent: 6 },
    ],
    [
      'pages of a login instead of answers are of the service, too',
      [{ fault: { kind: 'html' } }],
      { gone: '', kept: '', perhaps: 'abc', unsent: 'def', sent: 3 },
    ],
    [
      'answers that are cut off leave it open which are gone, and it stops',
      [{ fault: { kind: 'resetBeforeAnswer' }, requests: [2] }],
      { gone: 'a', kept: '', perhaps: 'b', unsent: 'cdef', sent: 2 },
    ],
    [
      'a service that falls silent leaves one open, and gets no other',
      [{ fault: { kind: 'noAnswer' }, requests: [4] }],
      { gone: 'abc', kept: '', perhaps: 'd', unsent: 'ef', sent: 4 },
    ],
    [
      'too many requests end it: that one was not taken',
      [{ fault: { kind: 'rateLimit', retryAfter: 1 }, requests: [5] }],
      { gone: 'abcd', kept: 'e', perhaps: '', unsent: 'f', sent: 5 },
    ],
    [
      'a redirect to elsewhere is not followed, and ends it',
      [{ fault: { kind: 'redirect' }, requests: [1] }],
      { gone: '', kept: 'a', perhaps: '', unsent: 'bcdef', sent: 1 },
    ],
    [
      'a redirect within the service may come after the deletion, and ends it',
      [{ fault: { kind: 'redirect', location: '/insights/deleted' }, requests: [1] }],
      { gone: '', kept: '', perhaps: 'a', unsent: 'bcdef', sent: 1 },
    ],
    [
      'three refusals in a row are of the service',
      [{ fault: { kind: 'status', status: 403 } }],
      { gone: '', kept: 'abc', perhaps: '', unsent: 'def', sent: 3 },
    ],
    [
      'answers that are none of a deletion leave open no more than three',
      [{ fault: { kind: 'status', status: 200, body: '{"total":0,"hits":[]}' } }],
      { gone: '', kept: '', perhaps: 'abc', unsent: 'def', sent: 3 },
    ],
    [
      'a key that is refused for everything ends it at once',
      [{ fault: { kind: 'status', status: 401 }, routes: ['delete', 'search'] }],
      { gone: '', kept: 'a', perhaps: '', unsent: 'bcdef', sent: 1 },
    ],
    [
      'a refusal of one, with a key that is taken, is of that session',
      [{ fault: { kind: 'status', status: 401 }, requests: [2] }],
      { gone: 'acdef', kept: 'b', perhaps: '', unsent: '', sent: 6 },
    ],
    [
      'an answer that comes late is waited for',
      [{ fault: { kind: 'latency', ms: 150 } }],
      { gone: 'abcdef', kept: '', perhaps: '', unsent: '', sent: 6 },
    ],
  ];
  for (const [what, rules, wanted] of cases) {
    it(what, async () => {
      const { held, ...told } = await deleting(rules);
      assert.deepEqual(told, wanted);
      for (const id of told.gone) assert.ok(!held.includes(id), `${id} is said to be gone`);
      for (const id of told.kept + told.unsent) assert.ok(held.includes(id), `${id} is said to be there`);
      for (const id of ids) {
        const said = [told.gone, told.kept, told.perhaps, told.unsent].filter((all) => all.includes(id));
        assert.equal(said.length, 1, `${id} is told of once`);
      }
    });
  }

  it('who cancels keeps those that were not sent', async () => {
    const { gone, unsent, held, sent } = await deleting([], { cancelAfter: 2 });
    assert.deepEqual([gone, unsent, held, sent], ['ab', 'cdef', 'cdef', 2]);
  });

  it('a wrong key is told by the first', async () => {
    const { kept, unsent } = await deleting([], { wrongKey: true });
    assert.deepEqual([kept, unsent], ['a', 'bcdef']);
  });

  it('what stands in the way of one connection leaves the others alone', async () => {
    const tried: string[] = [];
    const outcomes = await deleteEach(
      [...['a', 'b'].map(on('refused')), ...['c', 'd'].map(on('here')), on('refused')('e')],
      {
        send: async ({ id, connection }) => {
          tried.push(id);
          if (connection === 'refused') throw new ConnectionProblem('notAllowed', connection);
        },
        signal: new AbortController().signal,
      },
    );
    assert.deepEqual(tried, ['a', 'c', 'd']);
    assert.deepEqual(
      outcomes.filter((outcome) => !('error' in outcome)).map(({ session: { id } }) => id),
      ['c', 'd'],
    );
  });

  it('the rest that is tried again is sent once more, and nothing else is', async () => {
    const tried: string[] = [];
    let isDown = true;
    const send = async ({ id }: { readonly id: string }): Promise<void> => {
      tried.push(id);
      if (isDown && id === 'b') throw new ConnectionProblem('noKey', 'here');
    };
    const { signal } = new AbortController();
    const all = ['a', 'b', 'c'].map(on('here'));
    const first = await deleteEach(all, { send, signal });
    isDown = false;
    const gone = first.filter((outcome) => !('error' in outcome)).map(({ session }) => session);
    await deleteEach(
      all.filter((one) => !gone.includes(one)),
      { send, signal },
    );
    assert.deepEqual(tried, ['a', 'b', 'b', 'c']);
  });
});
