import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { keysInPage } from './support/walking.ts';
import { windowTest } from './support/windowTest.ts';
import type { Workbench } from './support/workbench.ts';

const answer = (code: number, payload: object) => ({
  node_id: 'validate',
  type: 'webhook',
  request: { verb: 'POST', url: 'https://orders.example/validate' },
  response: { code, payload: JSON.stringify(payload) },
  execution_time: code,
});

const call = (id: string, webhook: object) => ({
  id,
  agent_information: { name: `Order line ${id}` },
  flow_path: [
    { node_id: 'start', type: 'start' },
    { node_id: 'greet', type: 'speak', request: { payload: '{"text":"Welcome."}' } },
    webhook,
    { node_id: 'bye', type: 'speak', request: { payload: '{"text":"Goodbye."}' } },
  ],
});

const files = {
  'bad.insights-session.json': JSON.stringify(call('bad', answer(502, { error: 'UPSTREAM_UNAVAILABLE' }))),
  'good.insights-session.json': JSON.stringify(call('good', answer(200, { valid: true, slots: [1, 2] }))),
};

const apart = /^Same for 2 steps\. Step 3 differs: webhook answered 502 at the left and answered 200 at the right/u;

const comparison = 'bad ↔ good.insights-comparison.json';

/** Walks through the tabs until the comparison is in front: one that still loads may not hear the key. */
async function toComparison(w: Workbench): Promise<void> {
  await w.eventually('the comparison is in front', async () => {
    if ((await w.tab(comparison).getAttribute('aria-selected')) === 'true') return true;
    const before = await w.tabInFront();
    await w.press('Control+PageUp');
    await w.eventually('another tab is in front', async () => (await w.tabInFront()) !== before);
    return false;
  });
  await w.viewer().locator('.compared-list').waitFor();
}

describe('comparing two sessions, with the keyboard alone', () => {
  const test = windowTest({ files });

  test('selects one session of a query’s results and compares it with the next', async (w) => {
    await w.openFile('one-agent.insights.json');
    await w.lens('Run query').waitFor();
    await w.focusEditor();
    await w.press('Control+Alt+R');
    await w.pick('Marlow Coffee Orders');
    await w.treeRow(/^With errors, \d\d-\d\d \d\d:\d\d, /).waitFor();
    await w.press('Control+Alt+Enter');
    await w.eventually('a session has the focus', () => w.isOnSession());
    await w.press('Enter');
    await w
      .viewer()
      .getByRole('listbox', { name: /^Timeline/u })
      .waitFor();
    const first = await w.tabInFront();
    await w.runCommand('Insights: Select Session for Compare');
    await w.statusBarItem(/is selected for compare/).waitFor();
    await keysInPage(w);
    await w.press('Alt+ArrowDown');
    await w.eventually('another session is in front', async () => (await w.tabInFront()) !== first);
    await w.runCommand('Insights: Compare with Selected Session');
    await w.viewer().locator('.divergence').waitFor();
    await w.viewer().locator('.row.selected .compared').waitFor();
  });

  test('opens two files where they part', async (w) => {
    await w.openFile('bad.insights-session.json');
    await w
      .viewer()
      .getByRole('heading', { name: /Order line bad$/u })
      .waitFor();
    await w.runCommand('Insights: Select Session for Compare');
    await w.openFile('good.insights-session.json');
    await w
      .viewer()
      .getByRole('heading', { name: /Order line good$/u })
      .waitFor();
    await w.runCommand('Insights: Compare with Selected Session');
    await w.tab(comparison).waitFor();
    await w.viewer().getByRole('button', { name: apart }).waitFor();
    await w.viewer().locator('.row.selected .diverges').waitFor();
    await w.viewer().locator('.detail').getByText('UPSTREAM_UNAVAILABLE').first().waitFor();
    await w.screenshot('readme-comparison');
  });

  test('lays their payloads side by side', async (w) => {
    await keysInPage(w);
    await w.press('o');
    await w.tab('Response of step 3').waitFor();
    await w.page.locator('.monaco-diff-editor .view-line', { hasText: 'UPSTREAM_UNAVAILABLE' }).first().waitFor();
    await w.page.locator('.monaco-diff-editor .view-line', { hasText: '"slots"' }).first().waitFor();
    await toComparison(w);
  });

  test('lays the whole sessions side by side as text', async (w) => {
    await w.runCommand('Insights: Compare Sessions as Text');
    await w.page.locator('.monaco-diff-editor .view-line', { hasText: '"agent_information"' }).first().waitFor();
    await toComparison(w);
  });

  test('opens a session at the step', async (w) => {
    const before = await w.tabInFront();
    await w.viewer().getByRole('button', { name: 'Open left session at this step' }).press('Enter');
    // Its heading stands in the comparison, too.
    await w.eventually('the session is in front', async () => (await w.tabInFront()) !== before);
    await w
      .viewer()
      .getByRole('heading', { name: /Order line bad$/u })
      .waitFor();
    await w.viewer().locator('.detail', { hasText: 'UPSTREAM_UNAVAILABLE' }).waitFor();
    await toComparison(w);
  });

  test('goes to the next difference with the key of VS Code', async (w) => {
    await w.runCommand('Insights: Show Only Differences, or All Steps');
    await w.viewer().getByText('2 steps alike').waitFor();
    await keysInPage(w);
    await w.press('F8');
    await w.viewer().getByRole('status').getByText('Difference 1 of 1').waitFor();
  });

  test('comes back after a reload, as it was', async (w) => {
    await w.reload();
    await w.tab(comparison).waitFor();
    await w.viewer().getByRole('button', { name: apart }).waitFor();
    await w.viewer().getByText('2 steps alike').waitFor();
    assert.deepEqual(w.pageErrors(), []);
  });
});
