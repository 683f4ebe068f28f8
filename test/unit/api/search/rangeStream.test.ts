import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RangePage, RangeQuestion, RangeService } from '../../../../src/api/client/rangeService.ts';
import type { RangeStreamOptions } from '../../../../src/api/search/rangeStream.ts';
import { RangeStream } from '../../../../src/api/search/rangeStream.ts';
import type { SearchRequest } from '../../../../src/domain/query/request.ts';

const request: SearchRequest = {
  range: { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2026-06-01T00:00:00Z') },
  sortBy: [{ field: 'id', direction: 'asc' }],
  pageSize: 2,
  pageNumber: 0,
};

/** A service of so many sessions, by their numbers. */
class Numbers {
  readonly asked: RangeQuestion[] = [];
  fails = 0;
  readonly #count: number;

  constructor(count: number) {
    this.#count = count;
  }

  stream(more: Partial<RangeStreamOptions> = {}): RangeStream {
    const service: Pick<RangeService, 'readRange'> = { readRange: async (question) => this.#page(question) };
    return new RangeStream({ request, ranges: service as RangeService, ...more });
  }

  #page(question: RangeQuestion): RangePage {
    this.asked.push(question);
    question.onAsk?.({ path: ['_search'], parameters: {}, body: this.asked.length });
    if (this.fails-- > 0) throw new Error('gone');
    const from = Number(question.after?.place ?? 0);
    const to = Math.min(this.#count, from + question.size);
    const rows = Array.from({ length: to - from }, (_, at) => {
      const members = { id: String(from + at) };
      return { bytes: Buffer.from(JSON.stringify(members)), members };
    });
    const next = to < this.#count ? { place: String(to) } : undefined;
    return { rows, total: { count: this.#count, atLeast: false }, next };
  }
}

async function idsOf(stream: RangeStream): Promise<string> {
  const ids: unknown[] = [];
  for await (const { id } of stream) ids.push(id);
  return ids.join(' ');
}

describe('the sessions of a service that takes any range', () => {
  it('come page after page, with word of how many there are and what was sent', async () => {
    const service = new Numbers(5);
    let told = 0;
    const stream = service.stream({ onProgress: () => told++ });
    assert.deepEqual(
      [stream.total, stream.windows],
      [
        { count: 0, atLeast: true },
        { answered: 0, all: 1 },
      ],
    );
    await stream.counted;
    assert.deepEqual(
      [stream.total, stream.windows],
      [
        { count: 5, atLeast: false },
        { answered: 1, all: 1 },
      ],
    );
    assert.equal(await idsOf(stream), '0 1 2 3 4');
    assert.deepEqual([stream.requests, stream.sent.length, told], [3, 3, 3]);
    assert.deepEqual(
      service.asked.map(({ size, whole, after }) => [size, whole, after?.place]),
      [
        [2, false, undefined],
        [2, false, '2'],
        [2, false, '4'],
      ],
    );
    assert.ok(['id', 'session_start_time'].every((field) => service.asked[0]?.request.projectFields?.includes(field)));
  });

  it('begin at the page of the query, behind those that are skipped in as few answers as there can be', async () => {
    const service = new Numbers(30_005);
    const stream = service.stream({ request: { ...request, pageSize: 5000, pageNumber: 6 } });
    assert.equal(await idsOf(stream), '30000 30001 30002 30003 30004');
    assert.deepEqual(
      service.asked.map(({ size }) => size),
      [10_000, 10_000, 10_000, 5000],
    );
  });

  it('come no more when a request fails, and go on where that may be', async () => {
    const service = new Numbers(4);
    const stream = service.stream({ resumable: true });
    const rows = stream[Symbol.asyncIterator]();
    const next = async () => (await rows.next()).value?.id;
    assert.deepEqual([await next(), await next()], ['0', '1']);
    service.fails = 1;
    await assert.rejects(next(), /gone/u);
    assert.deepEqual([await next(), await next(), await next()], ['2', '3', undefined]);
    const broken = new Numbers(4);
    broken.fails = 1;
    const ended = broken.stream();
    await assert.rejects(ended.counted, /gone/u);
    await assert.rejects(idsOf(ended), /gone/u);
  });
});
