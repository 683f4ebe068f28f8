import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LiveSession } from '../../../../src/viewer/session/liveSession.ts';

/** A session that is asked for when the test says that its pause is over. */
function live(answers: readonly (Error | { goesOn: boolean; changed: boolean })[]) {
  const pauses: number[] = [];
  const rest = [...answers];
  let due: (() => void) | undefined;
  let watched = true;
  let asked = 0;
  const session = new LiveSession({
    ask: async () => {
      asked += 1;
      const answer = rest.shift() ?? { goesOn: true, changed: false };
      if (answer instanceof Error) throw answer;
      return answer;
    },
    isWatched: () => watched,
    later: (call, ms) => {
      pauses.push(ms);
      due = call;
      return () => {
        due = undefined;
      };
    },
  });
  const goOn = async (): Promise<void> => {
    const call = due;
    due = undefined;
    call?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  const watch = (now: boolean): void => {
    watched = now;
  };
  return { session, pauses, goOn, watch, asked: () => asked, isWaiting: () => due !== undefined };
}

const still = { goesOn: true, changed: false };
const news = { goesOn: true, changed: true };

describe('a session that goes on', () => {
  it('is asked for until it has ended', async () => {
    const { asked, goOn, isWaiting } = live([news, { goesOn: false, changed: true }]);
    for (let time = 0; time < 4; time++) await goOn();
    assert.deepEqual([asked(), isWaiting()], [2, false]);
  });

  it('is asked for less often while nothing happens or nothing answers, and as before when something does', async () => {
    const { pauses, goOn } = live([still, new Error('away'), news]);
    for (let time = 0; time < 3; time++) await goOn();
    assert.deepEqual(pauses, [5000, 7500, 11_250, 5000]);
  });

  it('is never asked for less than once a minute', async () => {
    const { pauses, goOn } = live([]);
    for (let time = 0; time < 12; time++) await goOn();
    assert.equal(pauses.at(-1), 60_000);
  });

  it('is not asked for while nobody looks', async () => {
    const { asked, goOn, watch } = live([]);
    watch(false);
    await goOn();
    assert.equal(asked(), 0);
    watch(true);
    await goOn();
    assert.equal(asked(), 1);
  });

  it('is not asked for once its tab is closed', async () => {
    const { session, asked, goOn } = live([]);
    session.dispose();
    await goOn();
    assert.equal(asked(), 0);
  });
});
