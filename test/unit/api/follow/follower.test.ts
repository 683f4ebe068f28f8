import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RateLimited, ServerError, Unauthorized } from '../../../../src/api/client/insightsErrors.ts';
import { askForNew } from '../../../../src/api/follow/askForNew.ts';
import { Follower } from '../../../../src/api/follow/follower.ts';
import type { SearchRequest } from '../../../../src/domain/query/request.ts';
import type { SessionDocument } from '../../../../src/domain/session/session.ts';
import { ChangingService } from '../reading/changingService.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const began = Date.parse('2026-05-20T00:00:00Z');

/** A clock that goes on when the test says so, and calls what is due. */
class Clock {
  readonly #due = new Set<{ at: number; call: () => void }>();
  time = began;

  readonly now = (): number => this.time;

  readonly later = (call: () => void, ms: number): (() => void) => {
    const one = { at: this.time + ms, call };
    this.#due.add(one);
    return () => this.#due.delete(one);
  };

  get next(): number {
    return Math.min(Number.POSITIVE_INFINITY, ...[...this.#due].map(({ at }) => at));
  }

  /** Goes on to a time, and lets each call come to its end. */
  async goTo(time: number, before: () => void = () => {}): Promise<void> {
    for (;;) {
      const next = [...this.#due].sort((a, b) => a.at - b.at)[0];
      if (!next || next.at > time) break;
      this.#due.delete(next);
      this.time = Math.max(this.time, next.at);
      before();
      next.call();
      for (let turn = 0; turn < 12; turn++) await new Promise((resolve) => setImmediate(resolve));
    }
    this.time = time;
    before();
  }
}

const text = (time: number): string => `${new Date(time).toISOString().slice(0, 23)}000`;

function session(id: string, start: number, status = 'ended'): SessionDocument {
  return { id, session_start_time: text(start), status } as SessionDocument;
}

const request: SearchRequest = {
  range: { from: new Date(began - hour), to: new Date(began) },
  sortBy: [{ field: 'session_start_time', direction: 'desc' }],
  pageSize: 50,
  pageNumber: 0,
};

function following(clock: Clock, change: Partial<ConstructorParameters<typeof Follower>[0]>) {
  const follower = new Follower({
    ask: async () => [],
    now: clock.now,
    later: clock.later,
    known: [],
    from: new Date(began - hour),
    intervalMs: 10 * second,
    lastsMs: 48 * hour,
    ...change,
  });
  const told: string[] = [];
  const changed: string[] = [];
  follower.onDidArrive((arrival) => {
    told.push(...arrival.arrived.map(({ id }) => String(id)));
    changed.push(...arrival.changed.map(({ id, status }) => `${id} ${status}`));
  });
  return { follower, told, changed };
}

describe('following a query over a day', () => {
  /** Numbers that are the same in each run. */
  const numbers = (seed: number) => {
    let state = seed;
    return (below: number): number => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return Math.floor((state / 2147483648) * below);
    };
  };

  const skews = { 'a right clock': 0, 'a clock that is ahead': 7 * minute, 'a clock that is behind': -25 * minute };
  for (const [name, skew] of Object.entries(skews)) {
    it(`tells of every session once, at a service with ${name}`, async () => {
      const random = numbers(skew + 7 * hour);
      const clock = new Clock();
      const service = new ChangingService([session('known', began - minute + skew)]);
      // Shown up to five minutes after they started; some are deleted, most of them after they were seen.
      const coming = Array.from({ length: 800 }, (_, at) => {
        const start = began + minute + random(24 * hour - 2 * minute);
        const shown = start + random(5 * minute);
        return { id: `s${at}`, start, shown, goes: random(10) === 0 ? shown + 4 * minute + random(hour) : undefined };
      });
      const outages = [3, 9, 17].map((at) => ({ from: began + at * hour, to: began + at * hour + 20 * minute }));
      let requests = 0;
      const client = {
        search: (...args: Parameters<ChangingService['search']>) => {
          requests += 1;
          const isOut = outages.some(({ from, to }) => clock.time >= from && clock.time < to);
          if (isOut)
            throw new ServerError(
              { status: 503, contentType: '', text: '' },
              { retried: true, retryAfterSeconds: undefined },
            );
          return service.search(...args);
        },
      };
      const { follower, told } = following(clock, {
        ask: askForNew(request, () => client, clock.now),
        known: [...service.sessions.values()],
        intervalMs: 2 * minute,
      });
      const seen = new Set<string>();
      const live = () => {
        for (const { id, start, shown, goes } of coming) {
          const isThere = shown <= clock.time && (goes === undefined || goes > clock.time);
          if (isThere) service.sessions.set(id, session(id, start + skew));
          else service.sessions.delete(id);
          if (isThere) seen.add(id);
        }
      };
      await clock.goTo(began + 24 * hour, live);
      const out = (time: number) =>
        outages.some(({ from, to }) => time >= from - 4 * minute && time <= to + 10 * minute);
      const missed = coming.filter(({ id, shown, goes }) => {
        // One that came and went while the service was out was never there to be seen.
        const couldBeSeen = goes === undefined ? shown < began + 24 * hour - 3 * minute : !out(shown) && !out(goes);
        return couldBeSeen && !told.includes(id);
      });
      assert.deepEqual(missed, []);
      assert.equal(new Set(told).size, told.length);
      assert.ok(told.every((id) => seen.has(id)));
      // One request each two minutes is 720; the outages save some.
      assert.ok(requests <= 720, `${requests} requests`);
      assert.equal(follower.state, 'waiting');
    });
  }
});

describe('following', () => {
  it('asks no more often than every five seconds, with ten minutes of overlap', async () => {
    const clock = new Clock();
    const asked: [at: number, from: number][] = [];
    following(clock, {
      ask: async (from) => {
        asked.push([clock.time - began, from.getTime() - began]);
        return [];
      },
      known: [session('a', began - 2 * minute)],
      intervalMs: 1,
    });
    await clock.goTo(began + 16 * second);
    assert.deepEqual(
      asked,
      [5, 10, 15].map((at) => [at * second, -12 * minute]),
    );
  });

  it('asks for nothing from before it began: what is there already has not arrived', async () => {
    const clock = new Clock();
    const there = [session('before', began - hour - minute), session('new', began)];
    const { told } = following(clock, {
      ask: async (from) => there.filter((one) => String(one.session_start_time) >= text(from.getTime())),
    });
    await clock.goTo(began + 30 * second);
    assert.deepEqual(told, ['new']);
  });

  it('waits for as long as a service that is down says, and no longer than it follows', async () => {
    const clock = new Clock();
    const asked: number[] = [];
    const waits = [600, 400 * 24 * 3600];
    const { follower } = following(clock, {
      ask: async () => {
        asked.push(clock.time - began);
        const retryAfterSeconds = waits.shift();
        if (retryAfterSeconds === undefined) return [];
        throw new ServerError({ status: 503, contentType: '', text: '' }, { retried: true, retryAfterSeconds });
      },
      lastsMs: 2 * hour,
    });
    await clock.goTo(began + hour);
    assert.deepEqual(asked, [10 * second, 610 * second]);
    assert.equal(clock.next, began + 2 * hour);
    await clock.goTo(began + 3 * hour);
    assert.deepEqual([follower.state, asked.length], ['ended', 2]);
  });

  it('tells nothing of what a service gives in spite of the dates', async () => {
    const clock = new Clock();
    const { told } = following(clock, {
      ask: async () => [session('old', began - 5 * hour), session('new', began + second), { id: 'odd' }],
      from: new Date(began - minute),
    });
    await clock.goTo(began + minute);
    assert.deepEqual(told, ['new', 'odd']);
  });

  it('asks slower after failures, as Retry-After says, and as before once it goes right', async () => {
    const clock = new Clock();
    const asked: number[] = [];
    const answer = { status: 429, contentType: '', text: '' };
    const again = { retried: true, retryAfterSeconds: undefined };
    const failures = [new ServerError(answer, again), new ServerError(answer, again), new RateLimited(answer, 120)];
    const { follower } = following(clock, {
      ask: async () => {
        asked.push((clock.time - began) / second);
        const failure = failures.shift();
        if (failure) throw failure;
        return [];
      },
    });
    await clock.goTo(began + 11 * second);
    assert.ok(follower.error instanceof ServerError);
    await clock.goTo(began + 4 * minute);
    // 10, then 20 and 40 s later, then the 120 s that were asked for, then every 10 s.
    assert.deepEqual(asked, [10, 30, 70, 190, 200, 210, 220, 230, 240]);
    assert.equal(follower.error, undefined);
  });

  it('ends at what will not pass', async () => {
    const clock = new Clock();
    const refused = new Unauthorized({ status: 401, contentType: '', text: '' }, { refused: 'key', asked: 'search' });
    const { follower } = following(clock, { ask: () => Promise.reject(refused) });
    await clock.goTo(began + minute);
    assert.deepEqual([follower.state, follower.error], ['ended', refused]);
  });

  it('asks nothing while it is paused, and at once afterwards', async () => {
    const clock = new Clock();
    const asked: number[] = [];
    const { follower } = following(clock, {
      ask: async () => {
        asked.push((clock.time - began) / second);
        return [];
      },
    });
    await clock.goTo(began + 12 * second);
    follower.pause();
    await clock.goTo(began + hour);
    assert.deepEqual(asked, [10]);
    follower.resume();
    await clock.goTo(began + hour + second);
    assert.deepEqual(asked, [10, 3600]);
  });

  it('drops the answer that was on its way when it was paused or ended', async () => {
    const clock = new Clock();
    let answer = (_: SessionDocument[]): void => {};
    const { follower, told } = following(clock, {
      ask: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    });
    await clock.goTo(began + 10 * second);
    follower.end();
    answer([session('late', began)]);
    await clock.goTo(began + minute);
    assert.deepEqual([told, follower.state], [[], 'ended']);
  });

  it('ends after its time', async () => {
    const clock = new Clock();
    let asked = 0;
    const { follower } = following(clock, {
      lastsMs: 25 * second,
      ask: async () => {
        asked += 1;
        return [];
      },
    });
    await clock.goTo(began + hour);
    assert.deepEqual([asked, follower.state], [2, 'ended']);
  });

  it('tells of one that was in progress when it is another', async () => {
    const clock = new Clock();
    const there = [session('a', began, 'in_progress')];
    const { told, changed } = following(clock, { ask: async () => [...there] });
    await clock.goTo(began + 25 * second);
    there[0] = session('a', began, 'ended');
    await clock.goTo(began + minute);
    assert.deepEqual([told, changed], [['a'], ['a ended']]);
  });

  it('is not led astray by one session that starts hours ahead', async () => {
    const clock = new Clock();
    const from: number[] = [];
    following(clock, {
      ask: async (since) => {
        from.push(since.getTime());
        return [session('ahead', began + 3 * hour)];
      },
    });
    await clock.goTo(began + 20 * second);
    assert.deepEqual(from, [began - hour, began + 10 * second - 10 * minute]);
  });
});
