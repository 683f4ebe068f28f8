import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { run, simulate } from './support/queryRuns.ts';
import { windowTest } from './support/windowTest.ts';
import type { Workbench } from './support/workbench.ts';

describe('the next page', () => {
  const test = windowTest({
    files: {
      'pages/tens.insights.json':
        '{ "name": "Tens", "connection": "sample", "from_date": "now-2d/d", "page_size": 10, "sort_by": ["session_start_time:asc"] }',
    },
  });

  test('that failed is tried again, by mouse and by key, and goes on from where it was', async (w) => {
    await run(w, 'tens.insights.json');
    await w.treeRow(/^Query, Tens, 10 of /).waitFor();
    const first = await sessionRows(w, 10);
    await simulate(w, 'Server error (500)');
    await w.treeRow(/^10 of .* – Load more/).click();
    await w.treeRow(/^The service failed \(50\d\)/).waitFor();
    await w.treeRow(/^Query, Tens, 10 of .*, then failed/).waitFor();
    await w.lens(/Failed after 10 sessions: .+ · Run again/).waitFor();
    assert.deepEqual(await sessionRows(w, 10), first);
    // What the mouse rests on has a tooltip over the row below it.
    await w.page.mouse.move(700, 500);
    await w.treeRow(/^10 of .* – Try again/).waitFor();
    await w.screenshot('load-more-failed');
    await w.treeRow(/^10 of .* – Try again/).click();
    await w.treeRow(/^Query, Tens, 10 of .*, loading more…/).waitFor();
    await w.treeRow(/^Query, Tens, 10 of .*, then failed/).waitFor();
    await simulate(w, 'Nothing goes wrong');
    await w.focusEditor();
    await w.press('Control+Alt+Enter');
    await w.eventually('the first session has the focus', async () => (await w.focusedRow()) === first[0]);
    await w.press(...first.map(() => 'ArrowDown'), 'ArrowDown', 'Enter');
    await w.treeRow(/^Query, Tens, 20 of /).waitFor();
    await w.lens(/\d+ sessions · Run again/).waitFor();
    const rows = await sessionRows(w, first.length);
    assert.deepEqual(rows.slice(0, first.length), first);
    assert.equal(new Set(rows).size, rows.length);
  });

  const ways: readonly [name: string, cancel: (w: Workbench) => Promise<void>][] = [
    ['the lens', (w) => w.lens(/Cancel \(\d+ s\)/).click()],
    ['its row', (w) => w.pressRowButton(/^Loading more…/, 'Cancel Run')],
    ['a key', (w) => w.press('Control+Alt+C')],
  ];
  for (const [name, cancel] of ways) {
    test(`is cancelled by ${name}: the rows stay, and can be gone on with`, async (w) => {
      await run(w, 'tens.insights.json');
      await w.treeRow(/^Query, Tens, 10 of /).waitFor();
      await simulate(w, 'No answer');
      await w.treeRow(/^10 of .* – Load more/).click();
      await w.treeRow(/^Loading more…/).waitFor();
      await cancel(w);
      await w.treeRow(/^Cancelled/).waitFor();
      await w.treeRow(/^Query, Tens, 10 of .*, then cancelled/).waitFor();
      await w.lens('Cancelled after 10 sessions · Run again').waitFor();
      if (name === 'a key') await w.screenshot('load-more-cancelled');
      await simulate(w, 'Nothing goes wrong');
      await w.treeRow(/^10 of .* – Load more/).click();
      await w.treeRow(/^Query, Tens, 20 of /).waitFor();
    });
  }

  test('skips no session when one above was deleted', async (w) => {
    await run(w, 'tens.insights.json');
    await w.treeRow(/^Query, Tens, 10 of /).waitFor();
    const total = await totalOf(w);
    await w.chooseFromRowMenu(/^(Successful|With warnings|With errors), \d\d-\d\d /, /Delete Session/);
    await w.dialog('Delete this session for good?').getByRole('button', { name: 'Delete', exact: true }).press('Enter');
    await w.treeRow(/^Query, Tens, 9 of /).waitFor();
    for (let shown = 9; shown < total - 1; shown = Math.min(shown + 10, total - 1)) {
      const more = w.treeRow(new RegExp(`^${shown} of .* – Load more`));
      await more.scrollIntoViewIfNeeded();
      await more.click();
      await w.treeRow(new RegExp(`^Query, Tens, ${Math.min(shown + 10, total - 1)} of `)).waitFor();
    }
    await w.treeRow(new RegExp(`^Query, Tens, ${total - 1} of ${total - 1} `)).waitFor();
  });
});

/** The rows of sessions from top to bottom, at least so many, once the tree keeps still: it gives rows that scroll away to others. */
async function sessionRows(w: Workbench, atLeast: number): Promise<readonly string[]> {
  const rows = w.page.locator('.part.sidebar').getByRole('treeitem');
  const look = (): Promise<string[]> =>
    rows.evaluateAll((all) =>
      all
        .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
        .map((row) => row.getAttribute('aria-label') ?? '')
        .filter((label) => /^(Successful|With|In progress|Outcome).*, \d\d-\d\d /u.test(label)),
    );
  let seen = await look();
  await w.eventually(`the tree keeps still with ${atLeast} sessions`, async () => {
    const before = seen;
    seen = await look();
    return seen.length >= atLeast && JSON.stringify(seen) === JSON.stringify(before);
  });
  return seen;
}

async function totalOf(w: Workbench): Promise<number> {
  const label = (await w.treeRow(/^Query, Tens, /).getAttribute('aria-label')) ?? '';
  return Number(/ of ([\d,]+)/.exec(label)?.[1]?.replaceAll(',', ''));
}
