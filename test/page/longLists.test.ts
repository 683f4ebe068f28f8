import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { longCall } from './support/calls.ts';
import { pageTest } from './support/pageTest.ts';
import type { SessionPage } from './support/sessionPage.ts';
import { viewOf } from './support/viewOf.ts';

const view = viewOf(longCall(2_000).record());

/** Whether the selected row of each list stands within what the list shows of itself. */
function selectedInSight({ page }: SessionPage): Promise<Record<string, boolean>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('.scroller')].map((list) => {
        const [box, row] = [list, list.querySelector('[aria-selected=true]')].map((each) =>
          each?.getBoundingClientRect(),
        );
        const inSight = box && row && row.height > 0 && row.top >= box.top - 1 && row.bottom <= box.bottom + 1;
        return [(list.getAttribute('aria-label') ?? '').replace(/,.*/u, ''), Boolean(inSight)];
      }),
    ),
  );
}

describe('the lists of a long session', () => {
  const test = pageTest();
  const both = { Transcript: true, 'Flow path': true };

  test('keep the selected step in sight through other forms, tabs, densities and folds', { view }, async (p) => {
    for (const _ of Array.from({ length: 5 })) await p.press('e');
    assert.deepEqual(await selectedInSight(p), both);
    const ways = { g: ['g', 'g'], v: ['v', 'Shift+V'], 1: ['1'], 2: ['2'], 3: ['3'], fold: ['['], unfold: [']'] };
    for (const [way, keys] of Object.entries(ways)) {
      for (const key of keys) {
        await p.press(key);
        await p.settled();
      }
      assert.deepEqual(await selectedInSight(p), both, way);
    }
  });

  test('show a step that was jumped to with what is around it, and move on by single rows', { view }, async (p) => {
    await p.press('e', 'e', 'e', 'Escape');
    const list = p.page.getByRole('listbox', { name: /^Flow path/u });
    const places = async (): Promise<{ top: number; row: number }> =>
      list.evaluate((element) => {
        const row = element.querySelector('[aria-selected=true]');
        return {
          top: element.scrollTop,
          row: (row?.getBoundingClientRect().top ?? 0) - element.getBoundingClientRect().top,
        };
      });
    const jumped = await places();
    const height = await list.evaluate((element) => element.clientHeight);
    assert.ok(jumped.row > height / 4 && jumped.row < (3 * height) / 4, `${jumped.row} of ${height}`);
    let before = jumped.top;
    for (const _ of Array.from({ length: 30 })) {
      await p.press('ArrowDown');
      const { top } = await places();
      assert.ok(top - before <= 60, `${top} after ${before}`);
      before = top;
    }
    assert.ok(before > jumped.top);
  });

  test('stay where they were scrolled to while another tab is shown', { view: { ...view } }, async (p) => {
    const list = p.page.getByRole('listbox', { name: /^Flow path/u });
    await list.evaluate((element) => {
      element.scrollTop = 12_000;
    });
    await p.settled();
    await p.press('v', 'Shift+V');
    await p.settled();
    assert.equal(await list.evaluate((element) => element.scrollTop), 12_000);
    assert.ok((await list.getByRole('option').count()) > 10);
  });
});
