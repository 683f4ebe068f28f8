import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { fields } from '../../src/domain/session/fields/fields.ts';
import { findBarriers } from './support/axe.ts';
import { hostileSessions } from './support/hostileSessions.ts';
import { findOutOfSight } from './support/outOfSight.ts';
import { pageTest } from './support/pageTest.ts';
import type { ShownResults } from './support/resultsOf.ts';
import { bringRows, listedSessions, resultsOf } from './support/resultsOf.ts';
import type { SessionPage } from './support/sessionPage.ts';
import { themeNames } from './support/themes.ts';

interface ResultsPageState {
  readonly name: string;
  readonly view: () => ShownResults;
  readonly size?: { readonly width: number; readonly height: number };
  readonly act?: (page: SessionPage) => Promise<void>;
}

const thirtyColumns = fields
  .filter(({ path }) => !path.includes('*') && path !== 'api_key')
  .slice(0, 30)
  .map(({ path }) => path);

const states: readonly ResultsPageState[] = [
  {
    name: 'full',
    view: () => resultsOf(listedSessions(300), { run: { total: { count: 1_204, atLeast: false }, canLoadMore: true } }),
    act: (p) => p.press('j', 'Shift+ArrowDown', 'f', 'ArrowDown', 'Enter', 'ArrowDown', 'x', 'Escape', '/'),
  },
  {
    name: 'charts',
    view: () => resultsOf(listedSessions(300)),
    act: (p) => p.press('2', 'ArrowRight', 'Shift+ArrowRight'),
  },
  { name: 'grouped', view: () => resultsOf(listedSessions(60)), act: (p) => p.press('ArrowRight', 'ArrowRight', 'g') },
  { name: 'not-run', view: () => resultsOf([], { run: { state: 'none', outcome: '', about: '', number: 0 } }) },
  {
    name: 'empty',
    view: () =>
      resultsOf([], {
        run: {
          outcome: '0 sessions',
          empty: {
            sentence: 'No sessions found.',
            range: '2026-05-24 00:00:00 UTC to 2026-05-31 00:00:00 UTC',
            explain: true,
          },
        },
      }),
  },
  {
    name: 'nothing-passes',
    view: () => resultsOf(listedSessions(60)),
    act: (p) => p.press('f', ...Array(5).fill('ArrowDown'), '/', 'n', 'o', 'b', 'o', 'd', 'y', 'Enter', 'Escape'),
  },
  { name: 'running', view: () => resultsOf([], { run: { state: 'running', outcome: 'Searching, 2 of 7 windows…' } }) },
  { name: 'cancelled', view: () => resultsOf([], { run: { state: 'cancelled', outcome: 'cancelled' } }) },
  {
    name: 'failed',
    view: () =>
      resultsOf([], {
        run: {
          state: 'failed',
          outcome: 'failed',
          failure: { sentence: 'The service refused the API key of production (401).', action: 'Set API Key' },
        },
      }),
  },
  {
    name: 'stale',
    view: () =>
      resultsOf(listedSessions(30), {
        masked: true,
        run: {
          state: 'failed',
          outcome: 'failed',
          stale: 'From 2026-05-30 10:00:00 UTC, an earlier run',
          failure: { sentence: 'The service cannot be reached.', action: 'Run Again' },
        },
      }),
  },
  { name: 'half', view: () => resultsOf(listedSessions(60)), size: { width: 600, height: 800 } },
  { name: 'narrow', view: () => resultsOf(listedSessions(60)), size: { width: 300, height: 900 } },
  { name: 'thirty-columns', view: () => resultsOf(listedSessions(60), { columns: thirtyColumns }) },
  { name: 'hostile', view: () => resultsOf(hostileSessions(), { name: '<b>x</b> \u202Egpj.exe' }) },
];

describe('the page of results, for everybody', () => {
  const test = pageTest();
  const nameFromRight = resultsOf(listedSessions(3), { name: 'שיחות 2026-05' });
  test('a name that begins from right to left stands on the left, as in the tree', {
    view: nameFromRight.view,
  }, async (p) => {
    const heading = p.page.getByRole('heading', { level: 1 });
    assert.equal(await heading.evaluate((element) => getComputedStyle(element).direction), 'ltr');
    assert.equal(await heading.locator('bdi').textContent(), 'שיחות 2026-05');
  });
  for (const { name, view, size, act } of states) {
    const shown = view();
    test(name, { view: shown.view, ...(size ? { size } : {}) }, async (p, t) => {
      await bringRows(p, shown);
      await act?.(p);
      if (name === 'nothing-passes') {
        await p.page.getByText('No session passes the chosen filters.').waitFor();
        const head = await p.page.getByRole('columnheader', { name: 'Caller' }).boundingBox();
        const grid = await p.page.getByRole('grid').boundingBox();
        assert.ok(
          head && grid && head.y >= grid.y && head.y + head.height <= grid.y + grid.height,
          'the heads are seen',
        );
      }
      for (const theme of themeNames) {
        await t.test(theme, async () => {
          await p.switchTheme(theme);
          await p.screenshot(`results-${name}-${theme}`);
          // What does not depend on colours is the same in every theme.
          const barriers = await findBarriers(p, theme === 'light' ? 'all' : 'colours');
          // axe compares what is left of a text without its punctuation, and hostile texts are little else.
          const isReal = (barrier: string): boolean =>
            name !== 'hostile' || !barrier.startsWith('label-content-name-mismatch');
          assert.deepEqual(barriers.filter(isReal), []);
          assert.deepEqual(await findOutOfSight(p), []);
        });
      }
    });
  }
});
