import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { run } from './support/queryRuns.ts';
import { windowTest } from './support/windowTest.ts';

const call = (id: string, code: number) =>
  JSON.stringify({
    id,
    agent_information: { name: `Order line ${id}` },
    flow_path: [
      { node_id: 'start', type: 'start' },
      {
        node_id: 'validate',
        type: 'webhook',
        request: { verb: 'POST', url: 'https://orders.example/validate' },
        response: { code, payload: '{}' },
      },
    ],
  });

describe('sessions, whatever the window does', () => {
  const test = windowTest({
    settings: { 'workbench.editor.enablePreview': false },
    files: Object.fromEntries(
      ['bad', 'good'].map((id) => [`${id}.insights-session.json`, call(id, id === 'bad' ? 502 : 200)]),
    ),
  });

  test('a session is shown in both halves of a split editor', async (w) => {
    await w.openFile('bad.insights-session.json');
    await w
      .viewer()
      .getByRole('heading', { name: /Order line bad$/u })
      .waitFor();
    await w.press('Control+Backslash');
    const pages = w.page.locator('iframe.webview.ready').locator('visible=true');
    await w.eventually('there are two pages', async () => (await pages.count()) === 2);
    for (const half of [0, 1]) {
      const page = pages.nth(half).contentFrame().locator('iframe#active-frame').contentFrame();
      await page.getByRole('heading', { name: /Order line bad$/u }).waitFor();
    }
    await w.runCommand('View: Close All Editors');
  });

  for (const percent of [150, 200]) {
    test(`at a zoom of ${percent} % a session shows its list`, async (w) => {
      const { width, height } = w.page.viewportSize() ?? { width: 1400, height: 900 };
      await w.page.setViewportSize({
        width: Math.round((width * 100) / percent),
        height: Math.round((height * 100) / percent),
      });
      await w.openFile('bad.insights-session.json');
      await w
        .viewer()
        .getByRole('heading', { name: /Order line bad$/u })
        .waitFor();
      await w
        .viewer()
        .getByRole('listbox', { name: /^Timeline/u })
        .getByRole('option')
        .first()
        .waitFor();
      await w.screenshot(`zoom-${percent}`);
      const box = await w
        .viewer()
        .getByRole('listbox', { name: /^Timeline/u })
        .getByRole('option')
        .first()
        .boundingBox();
      assert.ok(
        box && box.height > 10 && box.y + box.height <= (w.page.viewportSize()?.height ?? 0),
        JSON.stringify(box),
      );
      await w.page.setViewportSize({ width, height });
      await w.runCommand('View: Close All Editors');
    });
  }
});

describe('sessions in many tabs', () => {
  const ids = Array.from({ length: 30 }, (_, at) => `call-${at + 1}`);
  const test = windowTest({
    settings: { 'workbench.editor.enablePreview': false },
    files: Object.fromEntries(ids.map((id) => [`${id}.insights-session.json`, call(id, id === 'call-1' ? 502 : 200)])),
  });

  test('each of thirty tabs shows its own session', async (w) => {
    for (const id of ids) await w.openFile(`${id}.insights-session.json`);
    for (const id of ['call-1', 'call-17', 'call-30']) {
      await w.openFile(`${id}.insights-session.json`);
      await w
        .viewer()
        .getByRole('heading', { name: new RegExp(`Order line ${id}$`, 'u') })
        .waitFor();
    }
    await w.runCommand('View: Close All Editors');
  });
});

describe('five thousand queries', () => {
  const test = windowTest({
    files: Object.fromEntries(
      Array.from({ length: 5_000 }, (_, number) => [
        `many/query-${number}.insights.json`,
        `{ "name": "Number ${number}.", "connection": "sample", "page_size": 1 }`,
      ]),
    ),
  });

  test('are never said not to be there, and are found by the filter of the tree', async (w) => {
    await w.showContainer('Insights');
    const welcome = w.page.locator('.part.sidebar').getByText(/There are no query files|not trusted/u);
    await w.eventually(
      'the queries are there',
      async () => {
        assert.equal(await welcome.count(), 0);
        return (await w.treeRow(/^Query, /).count()) > 0;
      },
      180_000,
    );
    // Closing another folder puts the keys into the tree, and leaves those of the many as they are.
    await w.treeRow(/^agents/).click();
    await w.press('Control+Alt+F');
    await w.page.locator('.part.sidebar .monaco-tree-type-filter').locator('visible=true').waitFor();
    await w.type('Number 4321.');
    await w.press('Enter');
    await w.treeRow(/^Query, Number 4321\./).waitFor();
    await w.press('Escape');
  });

  test('a run shows its rows among them at once', async (w) => {
    await run(w, 'query-4999.insights.json');
    await w.treeRow(/^Query, Number 4999\., 1 of /).waitFor();
  });
});
