import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { run } from './support/queryRuns.ts';
import { keysInPage } from './support/walking.ts';
import { windowTest } from './support/windowTest.ts';

describe('what is counted over every session', () => {
  const test = windowTest({
    files: {
      'all/counted.insights.json':
        '{ "name": "Counted", "connection": "sample", "page_size": 20, "aggs": { "by_agent": { "terms": { "field": "agent_information.name" } } } }',
    },
  });

  test('is looked at by keys: aggregations, the path map, and the sessions of a node', async (w) => {
    await run(w, 'counted.insights.json');
    await w.treeRow(/^Query, Counted, 20 of /).waitFor();
    await w.press('Control+Alt+g');
    const page = w.viewer();
    await page.getByRole('tab', { name: /^Aggregations/ }).waitFor();
    await keysInPage(w);
    await w.press('3');
    await page.getByRole('table', { name: 'by_agent' }).waitFor();
    const [, total] = /of ([\d,]+)/.exec((await page.locator('.run-outcome').textContent()) ?? '') ?? [];
    await page.getByText(`Over all ${total} sessions`).waitFor();
    await w.press('c');
    const copied = (): Promise<string> => w.page.evaluate(() => navigator.clipboard.readText());
    await w.eventually('the counts are copied', async () => (await copied()).startsWith('by_agent,count'));
    await w.press('4');
    await page.getByRole('listbox', { name: /^Path map: / }).waitFor();
    await page.locator('.map-node').first().waitFor();
    await w.screenshot('path-map');
    await page.getByRole('listbox', { name: /^Path map: / }).focus();
    await w.press('ArrowDown', 'Enter');
    await page.getByText(/^\d+ of 20 sessions shown$/).waitFor();
    assert.equal(
      await page
        .getByRole('tab', { selected: true })
        .first()
        .textContent()
        .then((text) => /^\s*Table/.test(text ?? '')),
      true,
    );
  });
});
