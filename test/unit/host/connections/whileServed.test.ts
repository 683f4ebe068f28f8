import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { VerifiableService } from '../../../../src/host/connections/whileServed.ts';
import { whileServed } from '../../../../src/host/connections/whileServed.ts';
import { ConnectionProblem } from '../../../../src/host/errors/connectionProblem.ts';

/** A client whose every question waits until its signal ends it, or fails at once. */
function client(failure?: Error): VerifiableService {
  const ask = (signal: AbortSignal | undefined): Promise<never> =>
    failure
      ? Promise.reject(failure)
      : new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('interrupted'))));
  return {
    search: (_parameters, signal) => ask(signal),
    searchPage: (_parameters, _names, signal) => ask(signal),
    getSession: (_id, _start, signal) => ask(signal),
    findSession: (_id, signal) => ask(signal),
    deleteSession: (_id, _start, signal) => ask(signal),
    verify: (signal) => ask(signal),
  };
}

const died = Object.assign(new Error('SIGKILL'), { code: 'died' });
const unreachable = Object.assign(new Error('reset'), { code: 'unreachable' });
const start = new Date(0);
const questions: Readonly<Record<string, (asked: VerifiableService, signal?: AbortSignal) => Promise<unknown>>> = {
  search: (asked, signal) => asked.search([], signal),
  searchPage: (asked, signal) => asked.searchPage([], [], signal),
  getSession: (asked, signal) => asked.getSession('id', start, signal),
  findSession: (asked, signal) => asked.findSession('id', signal),
  deleteSession: (asked, signal) => asked.deleteSession('id', start, signal),
  verify: (asked, signal) => asked.verify(signal),
};

function ended(error: unknown): boolean {
  assert.ok(error instanceof ConnectionProblem, String(error));
  assert.deepEqual([error.code, error.connection, error.cause], ['ended', 'exports', died]);
  return true;
}

describe('a client of a service on this machine', () => {
  for (const [name, ask] of Object.entries(questions)) {
    it(`${name} says that the service ended meanwhile`, async () => {
      const closing = new AbortController();
      const asked = ask(whileServed(client(), { closed: closing.signal }, 'exports'));
      closing.abort(died);
      await assert.rejects(asked, ended);
    });

    it(`${name} can be cancelled, which is no end of the service`, async () => {
      const cancel = new AbortController();
      const asked = ask(whileServed(client(), { closed: new AbortController().signal }, 'exports'), cancel.signal);
      cancel.abort();
      await assert.rejects(asked, /interrupted/);
    });
  }

  it('waits a moment for the end that a socket told of first', async () => {
    const closing = new AbortController();
    const asked = whileServed(client(unreachable), { closed: closing.signal }, 'exports').verify();
    setTimeout(() => closing.abort(died), 10);
    await assert.rejects(asked, ended);
  });

  it('fails as it failed while the service runs', async () => {
    const served = { closed: new AbortController().signal };
    await assert.rejects(whileServed(client(unreachable), served, 'exports').verify(), unreachable);
    await assert.rejects(whileServed(client(new Error('refused')), served, 'exports').verify(), /refused/);
  });
});
