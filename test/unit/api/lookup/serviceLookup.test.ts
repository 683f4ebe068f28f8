import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LookupQuestion } from '../../../../src/api/lookup/serviceLookup.ts';
import { ServiceLookup } from '../../../../src/api/lookup/serviceLookup.ts';
import { searchSessions } from '../../../../src/api/search/searchSessions.ts';
import { lookupQuery } from '../../../../src/domain/find/lookupQuery.ts';
import { readLookup } from '../../../../src/domain/find/readLookup.ts';
import { toSearchRequest } from '../../../../src/domain/query/request.ts';
import type { SessionDocument } from '../../../../src/domain/session/session.ts';
import { withEmulator } from '../search/emulated.ts';

/** Pauses that end when the test says so. */
class Pauses {
  readonly #waiting = new Set<() => void>();

  readonly later = (call: () => void): (() => void) => {
    this.#waiting.add(call);
    return () => this.#waiting.delete(call);
  };

  end(): void {
    const calls = [...this.#waiting];
    this.#waiting.clear();
    for (const call of calls) call();
  }
}

/** Questions that are answered when the test says so, and what the service saw of them. */
function service() {
  const open = new Map<string, { found(rows: string[]): void; done(): void; fail(error: Error): void }>();
  const log: string[] = [];
  const question = (key: string): LookupQuestion<string> => ({
    key,
    pauseMs: 1,
    ask: (signal, found) =>
      new Promise((resolve, reject) => {
        log.push(`asked ${key}`);
        open.set(key, { found, done: resolve, fail: reject });
        signal.addEventListener('abort', () => log.push(`cancelled ${key}`));
      }),
  });
  const answer = (key: string) => open.get(key) ?? assert.fail(`${key} was not asked`);
  return { log, question, answer };
}

/** What was begun goes on. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('asking a service while one types', () => {
  it('asks once nobody types any more', async () => {
    const pauses = new Pauses();
    const { log, question, answer } = service();
    const lookup = new ServiceLookup<string>(pauses.later);
    for (const key of ['a', 'ab', 'abc']) lookup.ask(question(key));
    assert.equal(lookup.state, 'waiting');
    pauses.end();
    await settled();
    assert.deepEqual(log, ['asked abc']);
    answer('abc').found(['one']);
    assert.deepEqual([lookup.state, lookup.rows], ['asking', ['one']]);
    answer('abc').done();
    await settled();
    assert.deepEqual([lookup.state, lookup.rows], ['answered', ['one']]);
  });

  it('sends one at a time: the one before is cancelled, and has to have ended', async () => {
    const pauses = new Pauses();
    const { log, question, answer } = service();
    const lookup = new ServiceLookup<string>(pauses.later);
    lookup.ask(question('first'));
    pauses.end();
    await settled();
    lookup.ask(question('second'));
    pauses.end();
    await settled();
    assert.deepEqual(log, ['asked first', 'cancelled first']);
    answer('first').fail(new Error('cancelled'));
    await settled();
    assert.deepEqual(log, ['asked first', 'cancelled first', 'asked second']);
  });

  it('drops what was skipped while another was still ending', async () => {
    const pauses = new Pauses();
    const { log, question, answer } = service();
    const lookup = new ServiceLookup<string>(pauses.later);
    for (const key of ['first', 'second', 'third']) {
      lookup.ask(question(key));
      pauses.end();
      await settled();
    }
    answer('first').done();
    await settled();
    assert.deepEqual(log, ['asked first', 'cancelled first', 'asked third']);
  });

  it('drops answers, late rows and failures of what is not asked any more', async () => {
    const pauses = new Pauses();
    const { question, answer } = service();
    const lookup = new ServiceLookup<string>(pauses.later);
    lookup.ask(question('first'));
    pauses.end();
    await settled();
    lookup.ask(question('second'));
    answer('first').found(['stale']);
    answer('first').fail(new Error('late'));
    await settled();
    assert.deepEqual([lookup.state, lookup.rows, lookup.error], ['waiting', [], undefined]);
  });

  it('goes on with the same question, and asks a failed one again only at once', async () => {
    const pauses = new Pauses();
    const { log, question, answer } = service();
    const lookup = new ServiceLookup<string>(pauses.later);
    lookup.ask(question('a'));
    pauses.end();
    await settled();
    lookup.ask(question('a'), 'atOnce');
    answer('a').fail(new Error('429'));
    await settled();
    assert.equal(lookup.state, 'failed');
    lookup.ask(question('a'));
    pauses.end();
    await settled();
    assert.deepEqual(log, ['asked a']);
    lookup.ask(question('a'), 'atOnce');
    pauses.end();
    await settled();
    assert.deepEqual(log, ['asked a', 'cancelled a', 'asked a']);
  });

  it('asks nothing once there is nothing to ask, or nobody there', async () => {
    const pauses = new Pauses();
    const { log, question, answer } = service();
    const lookup = new ServiceLookup<string>(pauses.later);
    lookup.ask(question('a'));
    lookup.ask(undefined);
    pauses.end();
    lookup.ask(question('b'));
    pauses.end();
    await settled();
    lookup.dispose();
    answer('b').found(['late']);
    answer('b').done();
    await settled();
    assert.deepEqual([log, lookup.state, lookup.rows], [['asked b', 'cancelled b'], 'idle', []]);
  });
});

describe('a service that answers late, badly or not at all', () => {
  const sessions = Array.from({ length: 20 }, (_, at) => ({
    id: `s${at}`,
    session_start_time: `2026-05-${String(at + 1).padStart(2, '0')}T10:00:00.000000`,
    source: `4477009001${String(at % 4).padStart(2, '0')}`,
  })) as SessionDocument[];
  const now = new Date('2026-05-21T12:00:00Z');

  const cases = {
    'answers late and out of order': { kind: 'latency', ms: 5, jitterMs: 60 },
    'refuses for a while': { kind: 'rateLimit', retryAfter: 0 },
    'cuts connections': { kind: 'resetInBody' },
    'does not answer': { kind: 'noAnswer' },
    'answers with a web page': { kind: 'html' },
  } as const;
  for (const [name, fault] of Object.entries(cases)) {
    it(`${name}: every row that stands fits what is typed`, () =>
      withEmulator({ sessions, faults: { seed: 7, rules: [{ fault, probability: 0.5 }] } }, async ({ client }) => {
        const lookup = new ServiceLookup<SessionDocument>((call, ms) => {
          const timer = setTimeout(call, ms);
          return () => clearTimeout(timer);
        });
        let wanted = '';
        const wrong: unknown[] = [];
        lookup.onDidChange(() => wrong.push(...lookup.rows.filter(({ source }) => source !== wanted)));
        for (let at = 0; at < 30; at++) {
          wanted = `4477009001${String(at % 4).padStart(2, '0')}`;
          const request = toSearchRequest(lookupQuery(readLookup(`${wanted} 30d`)), now);
          lookup.ask({
            key: wanted,
            pauseMs: 1,
            ask: async (signal, found) => {
              const rows: SessionDocument[] = [];
              for await (const session of searchSessions({ request, client, signal })) {
                rows.push(session);
                found([...rows]);
              }
            },
          });
          wrong.push(...lookup.rows.filter(({ source }) => source !== wanted));
          await new Promise((resolve) => setTimeout(resolve, (at * 7) % 40));
        }
        lookup.dispose();
        assert.deepEqual(wrong, []);
      }));
  }
});
