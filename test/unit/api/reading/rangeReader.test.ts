import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RangeCursor, RangePage, RangeQuestion, RangeService } from '../../../../src/api/client/rangeService.ts';
import type { RangeReaderOptions } from '../../../../src/api/reading/rangeReader.ts';
import { RangeReader } from '../../../../src/api/reading/rangeReader.ts';
import type { SearchRequest } from '../../../../src/domain/query/request.ts';

const range = { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2026-06-01T00:00:00Z') };
const request: SearchRequest = { range, sortBy: [{ field: 'source', direction: 'asc' }], pageSize: 50, pageNumber: 0 };
const newest = { field: 'session_start_time', direction: 'desc' };
const byId = { field: 'id', direction: 'asc' };

/** A service of pages of ids, each session a day before the one in front of it. */
class Pages {
  readonly asked: RangeQuestion[] = [];
  readonly ended: RangeCursor[] = [];
  readonly #pages: readonly (readonly string[])[];
  fails = 0;

  constructor(...pages: readonly (readonly string[])[]) {
    this.#pages = pages;
  }

  get ranges(): RangeService {
    const service: Pick<RangeService, 'readRange' | 'endRange'> = {
      readRange: async (question) => this.#page(question),
      endRange: async (cursor) => void this.ended.push(cursor),
    };
    return service as RangeService;
  }

  #page(question: RangeQuestion): RangePage {
    this.asked.push(question);
    if (this.fails-- > 0) throw Object.assign(new Error('busy'), { passes: true });
    const at = Number(question.after?.place ?? 0);
    const before = this.#pages.slice(0, at).flat().length;
    const rows = (this.#pages[at] ?? []).map((id, index) => {
      const start = new Date(range.to.getTime() - (before + index + 1) * 86_400_000).toISOString().slice(0, 19);
      const members = { id, session_start_time: start };
      return { bytes: Buffer.from(JSON.stringify(members)), members };
    });
    const next = at + 1 < this.#pages.length ? { place: String(at + 1), moment: 'm' } : undefined;
    return { rows, total: { count: this.#pages.flat().length, atLeast: false }, next };
  }
}

function reading(pages: Pages, more: Partial<RangeReaderOptions> = {}): RangeReader {
  const options = { request, ranges: pages.ranges, whole: true, names: ['status'], pause: async () => {}, ...more };
  return new RangeReader(options);
}

async function idsOf(reader: RangeReader): Promise<readonly (readonly string[])[]> {
  const found: (readonly string[])[] = [];
  for await (const { rows, isLate } of reader) {
    assert.equal(isLate, false);
    found.push(rows.map(({ key }) => key));
  }
  return found;
}

describe('reading a range at once', () => {
  it('gives each session once, page by page of one moment', async () => {
    const pages = new Pages(['a', 'b'], ['b', 'c'], ['d']);
    const reader = reading(pages);
    assert.deepEqual(reader.total, { count: 0, atLeast: true });
    assert.deepEqual(await idsOf(reader), [['a', 'b'], ['c'], ['d']]);
    assert.deepEqual(
      pages.asked.map(({ after, isSteady, whole, size }) => [after?.place, isSteady, whole, size]),
      [
        [undefined, true, true, 500],
        ['1', true, true, 500],
        ['2', true, true, 500],
      ],
    );
    assert.deepEqual([reader.requests, reader.missing, pages.ended], [3, [], []]);
    assert.deepEqual(reader.state, { parts: [], counted: [], missing: [] });
    assert.deepEqual(reader.total, { count: 4, atLeast: false });
  });

  it('asks for the members that are wanted and those that tell a session, by start and id, of the whole range', async () => {
    const pages = new Pages(['a']);
    await idsOf(reading(pages, { whole: false }));
    assert.deepEqual(pages.asked[0]?.names, ['id', 'session_start_time', 'status']);
    assert.deepEqual([pages.asked[0]?.request.sortBy, pages.asked[0]?.size], [[newest, byId], 5000]);
    assert.deepEqual(pages.asked[0]?.request.range, range);
    const oldest = [{ field: 'session_start_time', direction: 'asc' as const }];
    await idsOf(reading(pages, { request: { ...request, sortBy: oldest } }));
    assert.deepEqual(pages.asked[1]?.request.sortBy, [...oldest, byId]);
    const both = [...oldest, { field: 'id', direction: 'desc' as const }];
    await idsOf(reading(pages, { request: { ...request, sortBy: both } }));
    assert.deepEqual(pages.asked[2]?.request.sortBy, both);
  });

  for (const [direction, rest] of [
    ['desc', { from: range.from, to: new Date('2026-05-30T00:00:01Z') }],
    ['asc', { from: new Date('2026-05-30T00:00:00Z'), to: range.to }],
  ] as const) {
    it(`says where it is to be gone on from, and how many are to come: ${direction}`, async () => {
      const sortBy = [{ field: 'session_start_time', direction }];
      const reader = reading(new Pages(['a', 'b'], ['c', 'd'], ['e']), { request: { ...request, sortBy } });
      assert.deepEqual(reader.state.parts, [{ range }]);
      for await (const _ of reader) {
        assert.deepEqual(reader.state.parts, [{ range: rest }]);
        assert.deepEqual(reader.total, { count: 5, atLeast: false });
        break;
      }
    });
  }

  it('goes on from there, without those that are known', async () => {
    const pages = new Pages(['b', 'c']);
    const part = { from: range.from, to: new Date('2026-05-30T00:00:01Z') };
    const reader = reading(pages, { from: { parts: [{ range: part }], counted: [], missing: [] } });
    reader.remember({ rows: [{ key: 'b' }] });
    assert.deepEqual(await idsOf(reader), [['c']]);
    assert.deepEqual(pages.asked[0]?.request.range, part);
    const nothingLeft = reading(pages, { from: { parts: [], counted: [], missing: [] } });
    assert.deepEqual([await idsOf(nothingLeft), nothingLeft.requests], [[], 0]);
  });

  it('lets go of the moment when nobody wants the rest', async () => {
    const pages = new Pages(['a'], ['b'], ['c']);
    for await (const _ of reading(pages)) break;
    assert.deepEqual(pages.ended, [{ place: '2', moment: 'm' }]);
  });

  it('asks again after a while, and gives up with the failure, and lets go then too', async () => {
    const pages = new Pages(['a'], ['b']);
    pages.fails = 1;
    const waited: (number | undefined)[] = [];
    const reader = reading(pages, { onWaiting: (waiting) => waited.push(waiting?.attempt) });
    assert.deepEqual(await idsOf(reader), [['a'], ['b']]);
    assert.equal(reader.requests, 3);
    assert.deepEqual(waited, [1, undefined]);
    const broken = new Pages(['a'], ['b'], ['c']);
    const failing = reading(broken);
    await assert.rejects(async () => {
      for await (const _ of failing) broken.fails = 1000;
    }, /busy/u);
    assert.deepEqual(broken.ended, [{ place: '2', moment: 'm' }]);
  });

  it('ends when it is cancelled', async () => {
    const stopping = new AbortController();
    const pages = new Pages(['a'], ['b'], ['c']);
    for await (const _ of reading(pages, { signal: stopping.signal })) {
      stopping.abort();
      break;
    }
    assert.ok(pages.asked.length <= 2);
  });
});
