import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SearchPage } from '../../../../src/api/client/searchPage.ts';
import { readSearchPage } from '../../../../src/api/client/searchPage.ts';
import type { Parameters } from '../../../../src/api/client/serviceRequests.ts';
import { SessionReader } from '../../../../src/api/reading/readSessions.ts';

const newest = Date.parse('2026-06-01T12:00:00Z');
const days = 100;
const count = 20_000;
const step = (days * 86_400_000) / count;
const startOf = (at: number): number => newest - 1000 - Math.floor(at * step);
/** Longer than the answers of a service nearby take. */
const lateMs = 50;

/** A service whose answers come all at once, after those who ask have asked for all that they want. */
class LateService {
  rounds = 0;
  mostAtOnce = 0;
  requests = 0;
  readonly #largestPage: number;
  readonly #bytes: string;
  #waiting: (() => void)[] = [];

  constructor(largestPage: number, bytes: number) {
    this.#largestPage = largestPage;
    this.#bytes = 'x'.repeat(bytes);
  }

  async searchPage(parameters: Parameters, names: readonly string[]): Promise<SearchPage> {
    this.requests++;
    if (this.#waiting.length === 0) setTimeout(() => this.#answer(), lateMs);
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
    const asked = Object.fromEntries(parameters);
    const second = (text = ''): number => Date.parse(`${text}Z`);
    const first = Math.max(0, Math.ceil((newest - 1000 - (second(asked.to_date) + 999)) / step));
    const last = Math.min(count - 1, Math.floor((newest - 1000 - second(asked.from_date)) / step));
    const size = Math.min(this.#largestPage, Number(asked.page_size));
    const from = first + Number(asked.page_number) * size;
    const hits = Array.from({ length: Math.max(0, Math.min(size, last - from + 1)) }, (_, at) => ({
      id: `s${from + at}`,
      session_start_time: new Date(startOf(from + at)).toISOString().slice(0, 23),
      text: this.#bytes,
    }));
    const body = JSON.stringify({ total: Math.max(0, last - first + 1), hits });
    const page = readSearchPage(Buffer.from(body), names);
    if (!page) throw new Error('no page');
    return page;
  }

  #answer(): void {
    this.rounds++;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#waiting.length);
    for (const answer of this.#waiting.splice(0)) answer();
  }
}

async function read(service: LateService): Promise<number> {
  const range = { from: new Date(newest - days * 86_400_000), to: new Date(newest) };
  const request = {
    range,
    sortBy: [{ field: 'session_start_time', direction: 'desc' as const }],
    pageSize: 50,
    pageNumber: 0,
  };
  let read = 0;
  for await (const { rows } of new SessionReader({ request, client: service, whole: true })) read += rows.length;
  return read;
}

describe('20,000 sessions whose answers come late', () => {
  for (const [largestPage, bytes, rounds] of [
    [1000, 1200, 2],
    [10_000, 200, 2],
    // More than is held at once.
    [1000, 2500, 3],
  ] as const) {
    it(`of ${bytes} letters are all there after ${rounds} answers' time, from a service that gives at most ${largestPage}`, async () => {
      const service = new LateService(largestPage, bytes);
      assert.equal(await read(service), count);
      assert.equal(service.rounds, rounds);
      assert.ok(
        service.requests <= 40 && service.mostAtOnce <= 24,
        `${service.requests}, ${service.mostAtOnce} at once`,
      );
    });
  }
});
