import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { pageTest } from './support/pageTest.ts';
import type { SessionPage } from './support/sessionPage.ts';
import { viewOf } from './support/viewOf.ts';

const step = (node_id: string, type: string, rest: object = {}): object => ({
  node_id,
  type,
  request_id: 'r',
  ...rest,
});

/** Asks twice, and its webhook fails the first time. */
const loop = viewOf({
  id: 's',
  agent_information: { name: 'Loop' },
  flow_path: [
    step('a', 'start'),
    step('b', 'speak', { request: { payload: '{"text":"Which <b>order</b>?"}' } }),
    step('c', 'webhook', { response: { code: 502 } }),
    step('b', 'speak', { request: { payload: '{"text":"Once more?"}' } }),
    step('c', 'webhook', { response: { code: 200 } }),
    step('c', 'webhook', { response: { code: 200 } }),
    step('d<img src=x>', 'hover_board'),
  ],
});

const graphOf = (p: SessionPage) => p.page.getByRole('listbox', { name: /as a graph/u });
const transformOf = (p: SessionPage): Promise<string> =>
  p.page.locator('.graph-plane').evaluate((plane) => (plane instanceof HTMLElement ? plane.style.transform : ''));

/** What a screen reader says of where the keys are. */
async function said(p: SessionPage): Promise<string | null> {
  const id = await graphOf(p).getAttribute('aria-activedescendant');
  const text = id === null ? null : await p.page.locator(`[id="${id}"]`).textContent();
  return text?.replaceAll(/\s+/gu, ' ').replaceAll(/ (?=,|$)|^ /gu, '') ?? null;
}

async function openGraph(p: SessionPage): Promise<void> {
  await p.act('toggleGraph');
  await graphOf(p).waitFor();
  await graphOf(p).focus();
}

describe('the path as a graph', () => {
  const test = pageTest();

  test('shows each node once, with how often it ran and what followed it', { view: loop }, async (p) => {
    await openGraph(p);
    assert.equal(await p.page.locator('.graph-node').count(), 4);
    assert.deepEqual(await p.page.locator('.graph-visits').allTextContents(), ['×2', '×3']);
    assert.deepEqual(await p.page.locator('.graph-count').allTextContents(), ['×2']);
    assert.equal(await p.page.locator('.graph-edge').count(), 5);
    assert.equal(await p.page.locator('.graph-node.problem').count(), 1);
  });

  test('walks the path step by step, and says each visit', { view: loop }, async (p) => {
    await openGraph(p);
    await p.press('Home');
    assert.equal(await said(p), 'Step 1 of 7, start a');
    const sentences: string[] = [];
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowDown']) {
      await p.press(key);
      sentences.push((await said(p)) ?? '');
    }
    assert.deepEqual(sentences, [
      'Step 2 of 7, speak b ×2, visit 1 of 2, Which <b>order</b>?',
      'Step 3 of 7, webhook c ×3, visit 1 of 3, Answered with 502',
      'Step 4 of 7, speak b ×2, visit 2 of 2, Once more?',
      'Step 5 of 7, webhook c ×3, visit 2 of 3',
      'Step 6 of 7, webhook c ×3, visit 3 of 3',
    ]);
    await p.press('ArrowLeft', 'Enter');
    const detail = p.page.locator('.detail:focus-within');
    assert.match((await detail.getAttribute('aria-label')) ?? '', /^Step 5: webhook/u);
  });

  test('selects a node’s next visit by a click, around the end', { view: loop }, async (p) => {
    await openGraph(p);
    const steps: string[] = [];
    for (let click = 0; click < 4; click += 1) {
      await p.page.locator('.graph-node', { hasText: 'webhook' }).click();
      await p.settled();
      steps.push((await p.page.locator('.detail').getAttribute('aria-label')) ?? '');
    }
    assert.deepEqual(
      steps.map((label) => label.slice(0, 6)),
      ['Step 5', 'Step 6', 'Step 3', 'Step 5'],
    );
  });

  test('marks what follows the selected step', { view: loop }, async (p) => {
    await openGraph(p);
    await p.press('Home', 'ArrowDown');
    assert.equal(await p.page.locator('.graph-edge.next').count(), 1);
    await p.press('End');
    assert.equal(await p.page.locator('.graph-edge.next').count(), 0);
  });

  test('zooms, fits and moves by keys, and keeps its place', {
    view: loop,
    size: { width: 1_200, height: 420 },
  }, async (p) => {
    await openGraph(p);
    const atFirst = await transformOf(p);
    await p.press('+');
    const zoomed = await transformOf(p);
    assert.notEqual(zoomed, atFirst);
    await p.press('Shift+ArrowDown');
    const moved = await transformOf(p);
    assert.notEqual(moved, zoomed);
    await p.act('toggleRaw');
    await p.act('toggleGraph');
    await p.act('toggleGraph');
    assert.equal(await transformOf(p), moved);
    await p.press('0');
    assert.notEqual(await transformOf(p), moved);
  });

  test('is dragged without selecting what is under the pointer', {
    view: loop,
    size: { width: 1_200, height: 420 },
  }, async (p) => {
    await openGraph(p);
    await p.press('+', '+', '+');
    const before = await transformOf(p);
    const box = await p.page.locator('.graph-node').nth(1).boundingBox();
    assert.ok(box);
    await p.page.mouse.move(box.x + 20, box.y + 20);
    await p.page.mouse.down();
    await p.page.mouse.move(box.x + 20, box.y - 60, { steps: 5 });
    await p.page.mouse.up();
    await p.settled();
    assert.notEqual(await transformOf(p), before);
    assert.match((await p.page.locator('.graph-node.selected').textContent()) ?? '', /webhook/u);
  });

  test('brings a step that is jumped to into sight', {
    view: viewOf({
      flow_path: Array.from({ length: 60 }, (_, index) =>
        step(`n${index}`, 'speak', index === 50 ? { response: { code: 500 } } : {}),
      ),
    }),
  }, async (p) => {
    await openGraph(p);
    await p.act('nextProblem');
    const box = await p.page.locator('.graph-node.selected').boundingBox();
    const around = await graphOf(p).boundingBox();
    assert.ok(box && around);
    assert.ok(box.y >= around.y && box.y + box.height <= around.y + around.height);
  });

  test('says so when it is too large, instead of drawing it', {
    view: viewOf({ flow_path: Array.from({ length: 20_000 }, (_, index) => step(`n${index}`, 'speak')) }),
  }, async (p) => {
    await p.act('toggleGraph');
    await p.page.getByText('This path has 20,000 nodes').waitFor();
    assert.equal(await p.page.locator('.graph-node').count(), 0);
  });
});
