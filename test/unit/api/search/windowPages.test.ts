import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SearchAnswer } from '../../../../src/api/client/answerShapes.ts';
import { WindowPages } from '../../../../src/api/search/windowPages.ts';

interface Made {
  readonly ids: string;
  readonly total?: number;
  readonly atLeast?: boolean;
  readonly pageSize?: number;
}

const answerOf = ({ ids, total = 100, atLeast = false, pageSize }: Made): SearchAnswer => ({
  hits: [...ids].map((id) => ({ id })),
  total: { count: total, atLeast },
  pageSize,
});

/** Pages that answer so, one after the other; what was asked for. */
function pagesOf(
  answers: readonly Made[],
  { size = 2, firstPage = 0, first }: { size?: number; firstPage?: number; first?: Made } = {},
) {
  const asked: string[] = [];
  const left = [...answers];
  const pages = new WindowPages({
    ask: async (page, pageSize) => {
      asked.push(`${page}/${pageSize}`);
      const made = left.shift();
      assert.ok(made, 'one request too many');
      return answerOf(made);
    },
    size,
    firstPage,
    first: first && Promise.resolve(answerOf(first)),
  });
  const next = async () => (await pages.next()).hits.map(({ id }) => id).join('');
  return { pages, asked, next };
}

describe('the pages of a window', () => {
  it('come one after the other, until the service has no more', async () => {
    const { pages, asked, next } = pagesOf([
      { ids: 'ab', total: 3 },
      { ids: 'c', total: 3 },
    ]);
    assert.deepEqual([pages.hasMore, pages.left], [false, { count: 0, atLeast: false }]);
    assert.equal(await next(), 'ab');
    assert.deepEqual([pages.hasMore, pages.left], [true, { count: 1, atLeast: false }]);
    assert.equal(await next(), 'c');
    assert.deepEqual([pages.hasMore, pages.left], [false, { count: 0, atLeast: false }]);
    assert.deepEqual(asked, ['0/2', '1/2']);
  });

  it('go on where the service does not count, until one is empty', async () => {
    const { pages, next } = pagesOf([
      { ids: 'ab', total: 1, atLeast: true },
      { ids: '', total: 1, atLeast: true },
    ]);
    await next();
    assert.deepEqual([pages.hasMore, pages.left], [true, { count: 0, atLeast: true }]);
    await next();
    assert.deepEqual([pages.hasMore, pages.left], [false, { count: 0, atLeast: false }]);
  });

  it('begin with the one that was asked for already, and later than at the first', async () => {
    const { pages, asked, next } = pagesOf([{ ids: 'cd', total: 11 }], {
      first: { ids: 'ab', total: 11 },
      firstPage: 3,
    });
    assert.equal(await next(), 'ab');
    assert.equal(pages.left.count, 11 - 8);
    assert.equal(await next(), 'cd');
    assert.deepEqual([asked, pages.left.count], [['4/2'], 1]);
  });

  it('are as small as the service gives them, by its first', async () => {
    const { asked, next } = pagesOf([
      { ids: 'a', pageSize: 1 },
      { ids: 'b', pageSize: 1 },
    ]);
    await next();
    await next();
    assert.deepEqual(asked, ['0/2', '1/1']);
    const later = pagesOf([{ ids: 'a', pageSize: 1 }, { ids: 'b' }], { firstPage: 1 });
    await later.next();
    await later.next();
    assert.deepEqual(later.asked, ['1/2', '2/2']);
    const larger = pagesOf([{ ids: 'ab', pageSize: 5 }, { ids: 'c' }]);
    await larger.next();
    await larger.next();
    assert.deepEqual(larger.asked, ['0/2', '1/2']);
  });

  it('are in reach up to ten thousand rows', () => {
    for (const [size, firstPage, inReach] of [
      [5000, 1, true],
      [5000, 2, false],
      [10_000, 0, true],
      [10_001, 0, false],
    ] as const)
      assert.equal(pagesOf([], { size, firstPage }).pages.inReach, inReach, `${firstPage}/${size}`);
  });

  describe('that come again', () => {
    const again = (totals: readonly number[], more: Partial<Made> = {}) =>
      totals.map((total) => ({ ids: 'ab', total, ...more }));
    const cases: [what: string, answers: Made[], isGoneOn: boolean][] = [
      ['once are gone on from', again([100, 100]), true],
      ['twice are what is answered to any number', again([100, 100, 100]), false],
      ['as others came ahead of them are gone on from', again([100, 102, 104, 106]), true],
      ['oftener than others came ahead of them are not', again([100, 102, 104, 104]), false],
      ['more than twice for all that the service counts are gone on from', again([100, 103, 105, 107]), true],
      ['are not gone on from for what nobody counts', again([100, 102, 104], { atLeast: true }), false],
      [
        'for ever are not gone on from, however much is counted',
        again(Array.from({ length: 21 }, (_, at) => 100 + 2 * at)),
        false,
      ],
      ['are forgotten when another one came', [...again([100, 100]), { ids: 'cd' }, ...again([100, 100])], true],
    ];
    for (const [what, answers, isGoneOn] of cases)
      it(what, async () => {
        const { pages, next } = pagesOf(answers);
        for (const _ of answers) await next();
        assert.equal(pages.hasMore, isGoneOn);
      });
  });

  describe('are read again when the total shrank', () => {
    const cases: [what: string, answers: Made[], hits: string, asked: string][] = [
      [
        'the page before',
        [{ ids: 'ab' }, { ids: 'cd' }, { ids: 'gh', total: 99 }, { ids: 'ef', total: 99 }],
        'efgh',
        '0/2 1/2 2/2 1/2',
      ],
      [
        'as many as it takes',
        [{ ids: 'ab' }, { ids: 'cd' }, { ids: 'ij', total: 97 }, { ids: 'gh', total: 97 }, { ids: 'ef', total: 97 }],
        'efghij',
        '0/2 1/2 2/2 1/2 0/2',
      ],
      [
        'exactly as many',
        [{ ids: 'ab' }, { ids: 'cd' }, { ids: 'gh', total: 98 }, { ids: 'ef', total: 98 }],
        'efgh',
        '0/2 1/2 2/2 1/2',
      ],
      [
        'more, when more went meanwhile',
        [{ ids: 'ab' }, { ids: 'cd' }, { ids: 'gh', total: 99 }, { ids: 'ef', total: 97 }, { ids: 'xy', total: 97 }],
        'xyefgh',
        '0/2 1/2 2/2 1/2 0/2',
      ],
      ['none when it grew', [{ ids: 'ab' }, { ids: 'cd' }, { ids: 'ef', total: 101 }], 'ef', '0/2 1/2 2/2'],
      [
        'none when it is not exact',
        [{ ids: 'ab' }, { ids: 'cd' }, { ids: 'ef', total: 90, atLeast: true }],
        'ef',
        '0/2 1/2 2/2',
      ],
    ];
    for (const [what, answers, hits, expected] of cases) {
      it(what, async () => {
        const { asked, next } = pagesOf(answers);
        await next();
        await next();
        assert.equal(await next(), hits);
        assert.equal(asked.join(' '), expected);
      });
    }
  });
});
