import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { pageTest } from './support/pageTest.ts';
import { bringRows, listedSessions, resultsOf } from './support/resultsOf.ts';
import type { SessionPage } from './support/sessionPage.ts';
import { comparisonOf, viewOf } from './support/viewOf.ts';

const count = 20_000;
/** Far more than are ever in sight. */
const most = 150;

function longSession(name: string): object {
  const flow_path = Array.from({ length: count }, (_, at) => ({
    node_id: `node-${at % 40}`,
    type: at % 5 === 0 ? 'webhook' : 'speak',
    request_id: `turn-${Math.floor(at / 4)}`,
    response: { code: at % 500 === 0 ? 502 : 200, payload: '{}' },
  }));
  return { id: name, flow_path };
}

/** Keys that change the rows, and tabs that change what is shown of them. */
type Change = { readonly key: string } | { readonly tab: number };

/** Changes all of it in one task of a page that is not laid out, and shows the page again. Resolves to how many rows were ever drawn at once. */
async function changeHidden({ page }: SessionPage, rows: string, changes: readonly Change[]): Promise<number> {
  await page.evaluate(
    ([selector, all]) => {
      const seen = window as unknown as { mostRows: number };
      seen.mostRows = 0;
      const look = (): void => {
        seen.mostRows = Math.max(seen.mostRows, document.querySelectorAll(selector).length);
      };
      new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
      document.body.style.display = 'none';
      for (const change of all) {
        const target = document.activeElement ?? document.body;
        if ('key' in change)
          target.dispatchEvent(new KeyboardEvent('keydown', { key: change.key, bubbles: true, composed: true }));
        else [...document.querySelectorAll<HTMLElement>('[role=tab][id^=tab-]')][change.tab]?.click();
        look();
      }
      document.body.style.display = '';
      look();
    },
    [rows, changes] as const,
  );
  await new Promise((resolve) => setTimeout(resolve));
  return page.evaluate(() => (window as unknown as { mostRows: number }).mostRows);
}

/** Which tabs are selected, and which panels hold anything that is shown. */
function tabsOf({ page }: SessionPage): Promise<{ selected: readonly string[]; shown: readonly string[] }> {
  return page.evaluate(() => ({
    selected: [...document.querySelectorAll('[role=tab][id^=tab-][aria-selected=true]')].map(({ id }) => id),
    shown: [...document.querySelectorAll<HTMLElement>('[role=tabpanel]:not(.part)')]
      .filter((panel) => panel.offsetHeight > 0 && panel.childElementCount > 0)
      .map((panel) => panel.getAttribute('aria-labelledby') ?? ''),
  }));
}

async function assertOneTab(p: SessionPage): Promise<void> {
  await p.settled();
  const { selected, shown } = await tabsOf(p);
  assert.equal(shown.length, 1);
  assert.deepEqual(selected, shown);
}

describe('lists of 20,000 rows that are hidden and shown while everything changes in one task', () => {
  const test = pageTest();
  const keys = (...all: readonly string[]): Change[] => all.map((key) => ({ key }));

  test('draw a few rows of a session, and show the tab that is selected', {
    view: viewOf(longSession('a')),
  }, async (p) => {
    const changes = [
      ...keys('[', ']', '1', '2', '3', 'e'),
      { tab: 1 },
      { tab: 0 },
      ...keys('End'),
      { tab: 2 },
      { tab: 0 },
    ];
    assert.ok((await changeHidden(p, '.scroller .row', changes)) < most);
    await assertOneTab(p);
    assert.ok((await changeHidden(p, '.scroller .row', [{ tab: 2 }, ...keys(']', '['), { tab: 1 }])) < most);
    await assertOneTab(p);
  });

  test('draw a few pairs of a comparison', { view: comparisonOf(longSession('a'), longSession('b')) }, async (p) => {
    assert.ok((await changeHidden(p, '.scroller .row', keys('f', 'f', 'End', 'Home', 'e', 'f'))) < most);
    await p.settled();
    assert.ok((await p.page.locator('.scroller .row').count()) < most);
  });

  const results = resultsOf(listedSessions(count), { run: { total: { count, atLeast: false } } });
  test('draw a few rows of results, and show the tab that is selected', { view: results.view }, async (p) => {
    await bringRows(p, results);
    await p.page.getByRole('grid').waitFor();
    const changes = [...keys('End', 's'), { tab: 1 }, { tab: 2 }, { tab: 0 }, ...keys('Home', 's', 'ArrowDown')];
    assert.ok((await changeHidden(p, '.grid-line', changes)) < most);
    await assertOneTab(p);
    assert.ok((await p.page.locator('.grid-line').count()) < most);
  });
});
