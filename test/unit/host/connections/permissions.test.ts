import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { Permissions } from '../../../../src/host/connections/permissions.ts';

const here = new URL('https://here.example/insights');

describe('whether requests may go where a workspace says', () => {
  let questions: string[];
  let answer: (allowed: boolean) => void;
  let kept: readonly string[];
  let now: number;
  let permissions: Permissions;

  beforeEach(() => {
    questions = [];
    kept = [];
    now = 0;
    permissions = new Permissions({
      kept: () => kept,
      keep: async (entries) => {
        kept = entries;
      },
      ask: (name, { origin }) => {
        questions.push(`${name} ${origin}`);
        return new Promise((resolve) => {
          answer = resolve;
        });
      },
      now: () => now,
    });
  });

  it('is asked once, however many want to know at once', async () => {
    const all = Promise.all(Array.from({ length: 20 }, () => permissions.allow('prod', here)));
    answer(true);
    assert.deepEqual(new Set(await all), new Set([true]));
    assert.equal(await permissions.allow('prod', here), true);
    assert.deepEqual(questions, ['prod https://here.example']);
  });

  it('is asked with what the requests sign in with', async () => {
    const asked: unknown[] = [];
    const telling = new Permissions({
      kept: () => [],
      keep: async () => {},
      ask: async (...question) => {
        asked.push(question.at(-1));
        return false;
      },
      now: () => now,
    });
    for (const secret of ['apiKey', 'password', undefined] as const) {
      await telling.allow('prod', here, { secret, again: true });
    }
    assert.deepEqual(asked, ['apiKey', 'password', undefined]);
  });

  it('asks nobody for what nobody asked for', async () => {
    assert.equal(await permissions.allow('prod', here, { quiet: true }), false);
    assert.deepEqual(questions, []);
  });

  it('lets what nobody asked for pass while a question stands open, without waiting for it', async () => {
    const asked = permissions.allow('prod', here);
    assert.equal(await permissions.allow('prod', here, { quiet: true }), false);
    answer(true);
    assert.equal(await asked, true);
    assert.equal(await permissions.allow('prod', here, { quiet: true }), true);
  });

  it('takes a no for all that was started at once with it', async () => {
    const first = permissions.allow('prod', here);
    answer(false);
    assert.equal(await first, false);
    now = 1000;
    assert.equal(await permissions.allow('prod', here), false);
    assert.equal(questions.length, 1);
  });

  it('asks again after a while, and at once who wants to be asked', async () => {
    const first = permissions.allow('prod', here);
    answer(false);
    await first;
    const again = permissions.allow('prod', here, { again: true });
    answer(false);
    await again;
    now = 60_000;
    const later = permissions.allow('prod', here);
    answer(true);
    assert.equal(await later, true);
    assert.equal(questions.length, 3);
  });

  it('is of a name and an origin: another of either is asked for by itself', async () => {
    const first = permissions.allow('prod', here);
    answer(true);
    await first;
    assert.equal(permissions.has('prod', new URL('https://here.example/other/path')), true);
    for (const [name, address] of [
      ['other', here],
      ['prod', new URL('http://here.example')],
      ['prod', new URL('https://here.example:8443')],
      ['prod', new URL('https://here.example.evil.test')],
    ] as const) {
      const asked = permissions.allow(name, address);
      answer(false);
      assert.equal(await asked, false);
    }
    assert.equal(questions.length, 5);
  });

  it('is asked again when the question itself failed', async () => {
    const broken = new Permissions({
      kept: () => [],
      keep: async () => {},
      ask: () => Promise.reject(new Error('closing')),
      now: () => 0,
    });
    await assert.rejects(broken.allow('prod', here), /closing/);
    await assert.rejects(broken.allow('prod', here), /closing/);
  });

  it('keeps two answers that come one after the other', async () => {
    const first = permissions.allow('prod', here);
    const answerFirst = answer;
    const second = permissions.allow('test', here);
    answer(true);
    answerFirst(true);
    await Promise.all([first, second]);
    assert.equal(kept.length, 2);
  });
});
