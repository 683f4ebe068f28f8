import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type * as vscode from 'vscode';
import { SessionLooks } from '../../../../src/viewer/session/sessionLooks.ts';

const session = (name: string) => ({ toString: () => name }) as vscode.Uri;

function looksOf(kept = new Map<string, unknown>()) {
  return new SessionLooks({
    get: <Value>(key: string) => kept.get(key) as Value,
    update: async (key: string, value: unknown) => void kept.set(key, value),
  } as Pick<vscode.Memento, 'get' | 'update'>);
}

describe('how sessions were looked at', () => {
  it('is where the next one begins, and each comes back at its own step', () => {
    const looks = looksOf();
    assert.deepEqual(looks.of(session('a')), { step: undefined, look: undefined, walked: false });
    looks.keep(session('a'), { look: { tab: 'tags' }, step: 7 });
    assert.deepEqual(looks.of(session('b')), { step: undefined, look: { tab: 'tags' }, walked: false });
    assert.deepEqual(looks.of(session('a')).step, 7);
  });

  it('outlives the window, but for the steps', () => {
    const kept = new Map<string, unknown>();
    looksOf(kept).keep(session('a'), { look: { split: 40 }, step: 7 });
    assert.deepEqual(looksOf(kept).of(session('a')), { step: undefined, look: { split: 40 }, walked: false });
  });

  it('tells the session that a walk opens from others, once', () => {
    const looks = looksOf();
    looks.walkTo(session('b'));
    assert.equal(looks.of(session('b')).walked, true);
    assert.equal(looks.of(session('b')).walked, false);
  });

  it('forgets the steps that were left longest ago', () => {
    const looks = looksOf();
    for (let at = 0; at < 600; at += 1) looks.keep(session(`s${at}`), { look: {}, step: at });
    assert.deepEqual([looks.of(session('s99')).step, looks.of(session('s100')).step], [undefined, 100]);
  });
});
