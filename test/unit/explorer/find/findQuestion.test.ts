import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { searchSessions } from '../../../../src/api/search/searchSessions.ts';
import { readLookup } from '../../../../src/domain/find/readLookup.ts';
import type { FindService, QuestionSources, ServiceAnswer } from '../../../../src/explorer/find/findQuestion.ts';
import { findQuestion } from '../../../../src/explorer/find/findQuestion.ts';

const now = new Date('2026-11-20T12:00:00Z');

function sessionOf(id: string, agent: string): object {
  return { id, session_start_time: '2026-11-20T10:00:00', agent_information: { name: agent } };
}

type Search = FindService['client']['search'];

/** A service that answers with sessions; one of as many as are given, when it is told to. */
function service(name: string, answer: () => Promise<readonly object[]>): FindService {
  const search = (async () => {
    const hits = await answer();
    return { hits, total: { count: hits.length, atLeast: false }, pageSize: undefined };
  }) as unknown as Search;
  const refuse = () => Promise.reject(Object.assign(new Error('not found'), { code: 'notFound', what: 'session' }));
  return { name, client: { search, getSession: refuse, findSession: refuse } };
}

function sources(services: readonly FindService[]): QuestionSources {
  return {
    now: () => now,
    services,
    searchSessions: async (options) => searchSessions(options),
    knownValues: () => () => [],
    dayOf: () => undefined,
  };
}

async function ask(text: string, services: readonly FindService[]) {
  const told: (readonly ServiceAnswer[])[] = [];
  const question = findQuestion(readLookup(text), sources(services));
  assert.ok(question);
  const asked = question.ask(new AbortController().signal, (answers) => told.push(answers));
  return { told, asked, last: () => told.at(-1) ?? [] };
}

const states = (answers: readonly ServiceAnswer[]) =>
  answers.map(({ connection, state, sessions }) => `${connection} ${state} ${sessions.length}`);

describe('asking several services', () => {
  it('at once: what one found is told while another keeps one waiting', async () => {
    let release = (): void => {};
    const slow = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { asked, last } = await ask('447700900123', [
      service('slow', async () => {
        await slow;
        return [sessionOf('s1', 'Orders')];
      }),
      service('quick', async () => [sessionOf('s2', 'Orders')]),
    ]);
    const quick = () => states(last())[1] === 'quick answered 1';
    const deadline = Date.now() + 30_000;
    while (Date.now() < deadline && !quick()) await new Promise((resolve) => setTimeout(resolve, 1));
    assert.deepEqual(states(last()), ['slow asking 0', 'quick answered 1']);
    release();
    await asked;
    assert.deepEqual(states(last()), ['slow answered 1', 'quick answered 1']);
  });

  it('tells which one failed, and what the others found', async () => {
    const { asked, last } = await ask('447700900123', [
      service('down', () => Promise.reject(new Error('no route'))),
      service('up', async () => [sessionOf('s2', 'Orders')]),
    ]);
    await assert.rejects(asked, /no route/u);
    assert.deepEqual(states(last()), ['down failed 0', 'up answered 1']);
    assert.match(String(last()[0]?.error), /no route/u);
  });

  it('for an id: that most have no such session is no failure', async () => {
    const found = service('found', async () => []);
    const id = 'c0000000-0000-4000-8000-000000000001';
    const client = {
      ...found.client,
      findSession: async () => ({ session: { id } }),
    } as unknown as FindService['client'];
    const { asked, last } = await ask(id, [service('none', async () => []), { name: 'found', client }]);
    await asked;
    assert.deepEqual(states(last()), ['none answered 0', 'found answered 1']);
  });

  it('for an id: that no service is at an address is one', async () => {
    const { client } = service('away', async () => []);
    const away = Object.assign(new Error('no such address'), { code: 'notFound', what: 'service' });
    const { asked, last } = await ask('c0000000-0000-4000-8000-000000000001', [
      service('none', async () => []),
      { name: 'away', client: { ...client, findSession: () => Promise.reject(away) } as typeof client },
    ]);
    await assert.rejects(asked, /no such address/u);
    assert.deepEqual(states(last()), ['none answered 0', 'away failed 0']);
  });
});
