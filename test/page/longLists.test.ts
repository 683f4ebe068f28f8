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

describe('the timeline of a long session', () => {
  const test = pageTest();
  const inSight = { Timeline: true };

  test('keep the selected step in sight through other forms, tabs, densities and folds', { view }, async (p) => {
    await p.press(']');
    for (const _ of Array.from({ length: 5 })) await p.press('e');
    assert.deepEqual(await selectedInSight(p), inSight);
    const ways = { g: ['g', 'g'], v: ['v', 'Shift+V'], 1: ['1'], 2: ['2'], 3: ['3'], fold: ['['], unfold: [']'] };
    for (const [way, keys] of Object.entries(ways)) {
      for (const key of keys) {
        await p.press(key);
        await p.settled();
      }
      assert.deepEqual(await selectedInSight(p), inSight, way);
    }
  });

  test('show a step that was jumped to with what is around it, and move on by single rows', { view }, async (p) => {
    await p.press(']', 'e', 'e', 'e', 'Escape');
    await p.settled();
    await p.settled();
    const list = p.page.getByRole('listbox', { name: /^Timeline/u });
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

  test('have each row below the one before, also when one becomes higher by itself', {
    view: { ...view },
  }, async (p) => {
    const list = p.page.getByRole('listbox', { name: /^Timeline/u });
    const overlaps = (): Promise<number> =>
      list.evaluate((element) => {
        const boxes = [...element.querySelectorAll('.row')].map((row) => row.getBoundingClientRect());
        const rows = boxes.toSorted((a, b) => a.top - b.top);
        return rows.filter(({ top }, index) => Math.abs(top - (rows[index - 1]?.bottom ?? top)) > 1).length;
      });
    await p.press(']', 'e', 'e', 'e');
    await p.settled();
    assert.equal(await overlaps(), 0);
    const selected = list.getByRole('option', { selected: true });
    const before = await selected.evaluate((row) => row.getBoundingClientRect().top);
    await selected.evaluate((row) => {
      for (const other of [row, row.previousElementSibling])
        if (other instanceof HTMLElement) other.style.paddingBottom = '40px';
    });
    await p.settled();
    await p.settled();
    assert.equal(await overlaps(), 0);
    const after = await selected.evaluate((row) => row.getBoundingClientRect().top);
    assert.ok(Math.abs(after - before) <= 41, `${after} after ${before}`);
  });

  test('stay where they were scrolled to while another tab is shown', { view: { ...view } }, async (p) => {
    const list = p.page.getByRole('listbox', { name: /^Timeline/u });
    await p.press(']');
    await list.evaluate((element) => {
      element.scrollTop = 12_000;
    });
    await p.settled();
    await p.press('v', 'Shift+V');
    await p.settled();
    assert.equal(await list.evaluate((element) => element.scrollTop), 12_000);
    assert.ok((await list.getByRole('option').count()) > 10);
  });

  /** How many rows each list has drawn at most. */
  const drawn = ({ page }: SessionPage): Promise<number> =>
    page.evaluate(() =>
      Math.max(...[...document.querySelectorAll('.scroller')].map((list) => list.querySelectorAll('.row').length)),
    );

  test('draw no more than a few rows while the page is not laid out', { view: { ...view } }, async (p) => {
    const show = (display: string): Promise<void> =>
      p.page.evaluate((shown) => {
        document.body.style.display = shown;
      }, display);
    await show('none');
    for (const key of ['[', ']', '1', '2', '3', 'e', 'End']) {
      await p.press(key);
      assert.ok((await drawn(p)) < 100, `${key}: ${await drawn(p)} rows`);
    }
    await show('');
    await p.settled();
    assert.ok((await drawn(p)) < 100);
    assert.deepEqual(await selectedInSight(p), inSight);
  });

  test('show the tab that is selected, whatever changes in one task', { view: { ...view } }, async (p) => {
    const shownTab = (): Promise<{ selected: readonly string[]; shown: readonly string[] }> =>
      p.page.evaluate(() => {
        const nameOf = (tab: Element | null): string => tab?.textContent?.replace(/\d+\s*$/u, '').trim() ?? '';
        const selected = [...document.querySelectorAll('[role=tab][id^=tab-][aria-selected=true]')];
        const panels = [...document.querySelectorAll<HTMLElement>('[role=tabpanel]:not(.part)')];
        const shown = panels.filter((panel) => panel.offsetHeight > 0 && panel.childElementCount > 0);
        return {
          selected: selected.map(nameOf),
          shown: shown.map((panel) => nameOf(document.getElementById(panel.getAttribute('aria-labelledby') ?? ''))),
        };
      });
    const inOneTask = (...does: readonly string[]): Promise<void> =>
      p.page.evaluate((all) => {
        for (const one of all) {
          const tab = [...document.querySelectorAll<HTMLElement>('[role=tab]')].find((each) =>
            each.textContent?.trim().startsWith(one),
          );
          if (tab) tab.click();
          else {
            const key = { key: one, shiftKey: one === 'V', bubbles: true, composed: true };
            document.body.dispatchEvent(new KeyboardEvent('keydown', key));
          }
        }
      }, does);
    const cases: [does: readonly string[], tab: string][] = [
      [['Parameters', 'V', '['], 'Timeline'],
      [['Tags', 'Timeline', ']'], 'Timeline'],
      [['Parameters', 'v', '['], 'Tags'],
      [['Timeline', '1', 'Parameters', 'Timeline', '3'], 'Timeline'],
    ];
    for (const [does, tab] of cases) {
      await inOneTask(...does);
      await p.settled();
      assert.deepEqual(await shownTab(), { selected: [tab], shown: [tab] }, does.join(', '));
      if (tab === 'Timeline') assert.ok((await drawn(p)) < 100, does.join(', '));
    }
  });
});
