import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { findBarriers } from './support/axe.ts';
import { findOutOfSight } from './support/outOfSight.ts';
import { pageTest } from './support/pageTest.ts';
import { viewOf } from './support/viewOf.ts';

const webhook = (payload: string) => ({ type: 'webhook', response: { code: 200, payload } });
const words = `Out of stock ${'for long '.repeat(40)}`;
const view = viewOf({
  id: '1',
  flow_path: [
    webhook('{"ok":true}'),
    ...Array.from({ length: 5 }, () => webhook(JSON.stringify({ data: { success: false, message: words } }))),
  ],
});

describe('errors that answers with a code of success tell of', () => {
  const test = pageTest();

  test('are pointed out with step, key and words, and are no problem', { view }, async (p) => {
    const findings = p.page.locator('.findings');
    assert.match((await findings.textContent()) ?? '', /no step failed/u);
    assert.match((await p.page.locator('h1').textContent()) ?? '', /webhook: Out of stock/iu);
    assert.match((await p.page.locator('.row.selected').textContent()) ?? '', /Out of stock/u);
    const told = findings.locator('button.finding:has(.codicon-info)');
    assert.match((await told.first().textContent()) ?? '', /Step 2:\s+Out of stock/u);
    assert.match((await told.last().textContent()) ?? '', /and 2 more/u);
    await told.last().click();
    await p.settled();
    assert.match(
      (await p.page.locator('.told-line').textContent()) ?? '',
      /success\. Out of stock.*“data\.success” stands for success, and says no\./u,
    );
    await p.screenshot('told-errors');
    assert.deepEqual(await findBarriers(p, 'all'), []);
    assert.deepEqual(await findOutOfSight(p), []);
  });
});
