import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readLookup } from '../../../../src/domain/find/readLookup.ts';
import type { SessionDocument } from '../../../../src/domain/session/session.ts';
import { recentFits } from '../../../../src/explorer/recent/recentFits.ts';
import { RecentSessions } from '../../../../src/explorer/recent/recentSessions.ts';

class State {
  readonly kept = new Map<string, unknown>();

  get(key: string): unknown {
    return this.kept.get(key);
  }

  async update(key: string, value: unknown): Promise<void> {
    // As VS Code keeps it.
    this.kept.set(key, JSON.parse(JSON.stringify(value)));
  }
}

function call(id: string, change: object = {}): SessionDocument {
  const document = {
    id,
    session_start_time: '2026-11-20T09:00:00.000000',
    source: '447700900123',
    destination: '442071234567',
    agent_information: { name: 'Marlow Coffee' },
    channel_data: { status_code: 200 },
    transcription: [{ user: 'my secret words' }],
  };
  return { ...document, ...change } as SessionDocument;
}

const ids = (recent: RecentSessions): string => recent.all.map(({ id }) => id).join(' ');

describe('the sessions that were opened', () => {
  it('come the last one first, each once, and are there again after a reload', () => {
    const state = new State();
    const recent = new RecentSessions(state);
    for (const id of ['a', 'b', 'a', 'c']) recent.opened('live', call(id));
    recent.opened('other', call('a'));
    assert.equal(ids(recent), 'a c a b');
    assert.deepEqual(new RecentSessions(state).all, recent.all);
  });

  it('are kept without a number and without a word of what was said', () => {
    const state = new State();
    const recent = new RecentSessions(state);
    recent.opened('live', call('a'));
    recent.note({ connection: 'live', id: 'a' }, ' asked twice ');
    const kept = JSON.stringify([...state.kept.values()]);
    assert.doesNotMatch(kept, /4477|4420|secret/u);
    assert.deepEqual(recent.all, [
      {
        connection: 'live',
        id: 'a',
        start: new Date('2026-11-20T09:00:00Z'),
        agent: 'Marlow Coffee',
        outcome: 'error',
        note: 'asked twice',
        pinned: false,
      },
    ]);
  });

  it('keep pin and note when they are opened again, and lose an empty note', () => {
    const recent = new RecentSessions(new State());
    const a = { connection: 'live', id: 'a' };
    recent.opened('live', call('a'));
    recent.pin(a, true);
    recent.note(a, 'mine');
    recent.opened('live', call('a', { channel_data: { status_code: 0 } }));
    const { pinned, note, outcome } = recent.all[0] ?? assert.fail();
    assert.deepEqual([pinned, note, outcome], [true, 'mine', 'success']);
    recent.note(a, '  ');
    assert.equal(recent.all[0]?.note, undefined);
  });

  it('are at most two hundred, beside what a person pinned or wrote on', () => {
    const recent = new RecentSessions(new State());
    recent.opened('live', call('pinned'));
    recent.pin({ connection: 'live', id: 'pinned' }, true);
    for (let at = 0; at < 250; at++) recent.opened('live', call(`s${at}`));
    assert.equal(recent.all.length, 201);
    assert.equal(recent.all[0]?.id, 's249');
    assert.equal(recent.all.at(-1)?.id, 'pinned');
  });

  it('go one by one, or all but pinned ones', () => {
    const recent = new RecentSessions(new State());
    for (const id of ['a', 'b', 'c']) recent.opened('live', call(id));
    recent.pin({ connection: 'live', id: 'a' }, true);
    recent.remove([{ connection: 'live', id: 'b' }]);
    assert.equal(ids(recent), 'c a');
    recent.clear();
    assert.equal(ids(recent), 'a');
  });

  it('are read from whatever was kept', () => {
    const state = new State();
    const kept = [null, 7, {}, { connection: 'x', id: '', start: '2026' }, { connection: 'x', id: 'y', start: '2026' }];
    state.kept.set('insights.recentSessions', kept);
    const { all } = new RecentSessions(state);
    assert.deepEqual(all, [
      { connection: 'x', id: 'y', start: new Date('2026-01-01T00:00:00Z'), outcome: 'unknown', pinned: false },
    ]);
  });

  it('are found by id, agent, note and day, and by nothing that is not kept', () => {
    const recent = new RecentSessions(new State());
    recent.opened('live', call('8ae433e8-7bc1'));
    recent.note({ connection: 'live', id: '8ae433e8-7bc1' }, 'Asked twice');
    const [one] = recent.all;
    const fits = (text: string) => one !== undefined && recentFits(one, readLookup(text), undefined);
    const cases = { '433e8-7bc1': true, '@coffee': true, twice: true, '"asked twice"': true, 'twice nothing': false };
    for (const [text, expected] of Object.entries(cases)) assert.equal(fits(text), expected, text);
    assert.equal(fits('447700900123'), false);
  });
});
