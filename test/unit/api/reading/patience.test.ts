import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Cancelled, RateLimited, Refused, ServerError } from '../../../../src/api/client/insightsErrors.ts';
import { Patience } from '../../../../src/api/reading/patience.ts';

const answer = { status: 503, contentType: '', text: '' };
const broken = (retryAfterSeconds?: number) => new ServerError(answer, { retried: true, retryAfterSeconds });
const refusal = new Refused({ ...answer, status: 403 }, 'search');

/** Asks what fails with each of these, and then answers; what was waited, and what came of it. */
async function asked(failures: Error[], { patience, pauses }: ReturnType<typeof patient>) {
  const outcome = await patience
    .ask(async () => {
      const failure = failures.shift();
      if (failure) throw failure;
      return 'answer';
    })
    .catch((error: unknown) => error);
  return { outcome, pauses: pauses.splice(0) };
}

function patient(signal = new AbortController().signal) {
  const pauses: number[] = [];
  const told: (number | undefined)[] = [];
  const patience = new Patience({
    signal,
    onWaiting: (waiting) => told.push(waiting?.attempt),
    pause: async (ms) => void pauses.push(ms),
  });
  return { patience, pauses, told };
}

describe('patience with a service', () => {
  it('waits twice as long each time, and gives up after seven attempts', async () => {
    const waiting = patient();
    await asked([], waiting);
    const last = broken();
    const { outcome, pauses } = await asked([...Array.from({ length: 6 }, () => broken()), last, broken()], waiting);
    assert.equal(outcome, last);
    assert.deepEqual(pauses, [1000, 2000, 4000, 8000, 16_000, 30_000]);
    assert.deepEqual(waiting.told, [
      1,
      undefined,
      2,
      undefined,
      3,
      undefined,
      4,
      undefined,
      5,
      undefined,
      6,
      undefined,
    ]);
  });

  it('asks once more where nothing was heard yet', async () => {
    const last = broken();
    assert.deepEqual(await asked([broken(), last], patient()), { outcome: last, pauses: [1000] });
    assert.deepEqual(await asked([broken()], patient()), { outcome: 'answer', pauses: [1000] });
  });

  it('knows from a refusal that somebody is there', async () => {
    const waiting = patient();
    assert.deepEqual(await asked([refusal], waiting), { outcome: refusal, pauses: [] });
    assert.deepEqual(await asked([broken(), broken()], waiting), { outcome: 'answer', pauses: [1000, 2000] });
  });

  it('waits as long as it is asked to, up to five minutes', async () => {
    const [allowed, tooLong] = [new RateLimited(answer, 300), new RateLimited(answer, 301)];
    assert.deepEqual(await asked([allowed], patient()), { outcome: 'answer', pauses: [300_000] });
    assert.deepEqual(await asked([tooLong], patient()), { outcome: tooLong, pauses: [] });
  });

  it('does not ask again after what does not pass, or when it is told to give up', async () => {
    const bug = new TypeError('bug');
    assert.deepEqual(await asked([bug], patient()), { outcome: bug, pauses: [] });
    const given = new Error('given up');
    const { patience, pauses } = patient();
    const giveUp = () => {
      throw given;
    };
    await assert.rejects(
      patience.ask(() => Promise.reject(broken()), giveUp),
      given,
    );
    assert.deepEqual(pauses, []);
  });

  it('ends when it is cancelled: before, while it is asked, and while it waits', async () => {
    assert.ok((await asked([], patient(AbortSignal.abort()))).outcome instanceof Cancelled);
    for (const isAsked of [true, false]) {
      const stopping = new AbortController();
      const patience = new Patience({
        signal: stopping.signal,
        pause: async () => stopping.abort(),
      });
      let count = 0;
      const question = async () => {
        count++;
        if (isAsked) stopping.abort();
        throw broken();
      };
      await assert.rejects(patience.ask(question), Cancelled);
      assert.equal(count, 1);
    }
  });

  it('really waits, and no longer than until it is cancelled', async () => {
    for (const soon of [(stop: () => void) => stop(), (stop: () => void) => setImmediate(stop)]) {
      const stopping = new AbortController();
      const onWaiting = () => void soon(() => stopping.abort());
      const patience = new Patience({ signal: stopping.signal, onWaiting });
      await assert.rejects(
        patience.ask(() => Promise.reject(broken(200))),
        Cancelled,
      );
    }
    const short = new Patience({ signal: new AbortController().signal });
    let isFirst = true;
    assert.equal(
      await short.ask(async () => {
        if (!isFirst) return 'answer';
        isFirst = false;
        throw broken(0.001);
      }),
      'answer',
    );
  });

  it('has nobody ask while another waits', async () => {
    let goOn = () => {};
    const paused = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const patience = new Patience({ signal: new AbortController().signal, pause: () => paused });
    const order: string[] = [];
    let isFirst = true;
    const first = patience.ask(async () => {
      order.push('first');
      if (!isFirst) return;
      isFirst = false;
      throw broken();
    });
    await new Promise((resolve) => setImmediate(resolve));
    const second = patience.ask(async () => void order.push('second'));
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(order, ['first']);
    goOn();
    await Promise.all([first, second]);
    assert.deepEqual(order.length, 3);
  });
});
