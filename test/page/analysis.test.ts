import assert from 'node:assert/strict';
import { describe } from 'node:test';
import type { SessionDocument } from '../../src/domain/session/session.ts';
import { aggregationsView, halves, manyAggregations, pathMapView, resultsView } from './support/analysisViews.ts';
import { findBarriers } from './support/axe.ts';
import { hostileTexts } from './support/hostileTexts.ts';
import { findOutOfSight } from './support/outOfSight.ts';
import { pageTest } from './support/pageTest.ts';
import type { SessionPage } from './support/sessionPage.ts';
import { themeNames } from './support/themes.ts';

const map = (p: SessionPage) => p.page.getByRole('listbox', { name: /^Path map: /u });
const asked = (p: SessionPage, type: string) => p.asked.filter((message) => message.type === type);

async function look(p: SessionPage, name: string): Promise<void> {
  for (const theme of themeNames) {
    await p.switchTheme(theme);
    assert.deepEqual(await findBarriers(p, theme === 'light' ? 'all' : 'colours'), [], theme);
    await p.screenshot(`${name}-${theme}`);
  }
}

async function showMap(p: SessionPage, view = pathMapView()): Promise<void> {
  await p.press('4');
  await p.send({ type: 'analysis', view });
  await map(p).waitFor();
  await map(p).focus();
}

describe('the aggregations of results', () => {
  const test = pageTest();

  test('are asked for when they are first shown, and drawn as tables with their numbers', {
    view: resultsView,
  }, async (p) => {
    await p.press('3');
    assert.equal(asked(p, 'aggregate').length, 1);
    await p.send({ type: 'analysis', view: aggregationsView(manyAggregations) });
    assert.equal(asked(p, 'aggregate').length, 1);
    const names = ['Over all sessions', 'by_agent', 'by_day', 'by_channel', 'by_channel › by_code'];
    assert.deepEqual(await p.page.locator('.aggregation h2').allTextContents(), names);
    const byAgent = p.page.getByRole('table', { name: 'by_agent' });
    assert.deepEqual(await byAgent.getByRole('columnheader').allTextContents(), [
      'by_agent',
      'Count',
      'duration p50',
      'duration p95',
    ]);
    assert.ok((await byAgent.getByRole('row').count()) > 4);
    assert.equal(await p.page.getByRole('img', { name: /^Chart of by_day/u }).count(), 1);
    await look(p, 'aggregations');
  });

  test('are copied and saved by keys', { view: resultsView }, async (p) => {
    p.answer = () => 'Copied as CSV.';
    await p.press('3');
    await p.send({ type: 'analysis', view: aggregationsView(manyAggregations) });
    await p.press('c', 'Shift+C', 'e');
    assert.deepEqual(
      asked(p, 'takeAggregations').map((message) => ({ ...message })),
      [
        { type: 'takeAggregations', to: 'clipboard', format: 'csv' },
        { type: 'takeAggregations', to: 'clipboard', format: 'json' },
        { type: 'takeAggregations', to: 'file', format: 'csv' },
      ],
    );
    assert.equal(await p.page.locator('.live').textContent(), 'Copied as CSV.');
  });

  test('say how far they are, that they were cancelled, and that there are none', { view: resultsView }, async (p) => {
    await p.press('3');
    const view = aggregationsView(manyAggregations, { state: 'running' });
    await p.send({ type: 'analysis', view: { ...view, read: 1000, kept: 120 } });
    const status = p.page.locator('.analysis-bar [role="status"]');
    assert.match((await status.textContent()) ?? '', /^1,000 of 1,\d+ sessions read, 120 after refinement…$/u);
    await p.press('Escape');
    assert.deepEqual(
      asked(p, 'cancelAnalysis').map((message) => ({ ...message })),
      [{ type: 'cancelAnalysis', kind: 'aggregations' }],
    );
    await p.send({ type: 'analysis', view: { ...view, state: 'failed', failure: 'The key was refused.' } });
    await p.page.getByRole('alert').getByText('The key was refused.').waitFor();
    await p.screenshot('aggregations-failed');
    await p.send({ type: 'analysis', view: aggregationsView(undefined) });
    await p.page.getByText(/^The query has no "aggs"/u).waitFor();
    await look(p, 'aggregations-none');
  });

  test('do nothing with hostile keys', { view: resultsView }, async (p) => {
    await p.press('3');
    const all = hostileTexts.map((text, at) => ({ id: `s${at}`, source: text, channel: '__proto__' }));
    const aggs = {
      '<b>by</b> caller': { terms: { field: 'source', size: 100 } },
      channel: { terms: { field: 'channel' } },
    };
    await p.send({ type: 'analysis', view: aggregationsView(aggs, { of: all as unknown as SessionDocument[] }) });
    assert.ok((await p.page.getByRole('rowheader').count()) > 50);
    await p.screenshot('aggregations-hostile');
  });
});

describe('the path map of results', () => {
  const test = pageTest();

  test('draws what came through most sessions, and shows more when less is folded', {
    view: resultsView,
  }, async (p) => {
    await showMap(p);
    const drawn = await p.page.locator('.map-node').count();
    assert.ok(drawn > 5 && drawn <= 22, `${drawn} nodes`);
    await look(p, 'path-map');
    await p.press(']');
    assert.ok((await p.page.locator('.map-node').count()) >= drawn);
    await p.press('[', '[', '[');
    assert.ok((await p.page.locator('.map-node').count()) <= drawn);
    const slider = p.page.getByRole('slider');
    assert.match((await slider.getAttribute('aria-valuetext')) ?? '', /^Transitions in at least \d+ sessions/u);
  });

  test('begins with its first node in the middle where it would be out of sight', { view: resultsView }, async (p) => {
    await p.page.setViewportSize({ width: 320, height: 700 });
    await showMap(p);
    const { left, right } = await map(p).evaluate((element) => {
      const node = document.getElementById(element.getAttribute('aria-activedescendant') ?? '');
      const [around, box] = [element.getBoundingClientRect(), node?.getBoundingClientRect()];
      return { left: (box?.left ?? 0) - around.left, right: around.right - (box?.right ?? 0) };
    });
    assert.ok(Math.abs(left - right) <= 4, `${left} px on its left, ${right} px on its right`);
  });

  test('has what is folded in boxes of its own, and numbers above all lines', { view: resultsView }, async (p) => {
    await showMap(p);
    const folded = p.page.locator('.map-other');
    assert.ok((await folded.count()) > 0);
    assert.match((await folded.first().textContent()) ?? '', /^other: \d+ transitions?$/u);
    assert.match((await folded.first().getAttribute('title')) ?? '', /folded, taken \d+ times$/u);
    // What is drawn later stands above: no line is drawn after a number.
    const last = p.page.locator('.graph-edges > :is(g, text)');
    const kinds = await last.evaluateAll((all) => all.map(({ localName }) => localName));
    assert.ok(kinds.indexOf('text') > kinds.lastIndexOf('g'), kinds.join(' '));
    await folded.first().click();
    await p.page.locator('.map-detail', { hasText: /folded, taken/u }).waitFor();
    await p.page.getByRole('slider').focus();
    await p.press('Home');
    assert.equal(await folded.count(), 0);
  });

  test('is read as tables, which stay so over a reload', { view: resultsView }, async (p) => {
    const view = pathMapView(...halves);
    await showMap(p, { ...view, cut: { nodes: 3, edges: 5 } });
    await p.page.getByText('The weakest are left out of the map: 3 nodes and 5 transitions.').waitFor();
    await p.press('t');
    const nodes = p.page.getByRole('table', { name: 'Nodes' });
    assert.equal(await nodes.getByRole('row').count(), 1 + (view.map?.nodes.length ?? 0));
    assert.ok((await p.page.getByRole('table', { name: 'Transitions' }).getByRole('row').count()) > 10);
    assert.equal(await p.focused().getAttribute('role'), 'region');
    await look(p, 'path-map-table');
    p.answer = () => Uint32Array.from([0]);
    await nodes.getByRole('button').first().press('Enter');
    assert.equal(asked(p, 'rowsOnPath').length, 1);
    await p.reload();
    await p.press('4');
    await p.send({ type: 'analysis', view });
    await nodes.waitFor();
    await p.press('t');
    await map(p).waitFor();
  });

  test('is walked by keys, and Enter shows the sessions of a node or a transition', {
    view: resultsView,
  }, async (p) => {
    await showMap(p);
    const first = await map(p).getAttribute('aria-activedescendant');
    await p.press('ArrowDown');
    const second = await map(p).getAttribute('aria-activedescendant');
    assert.notEqual(first, second);
    assert.equal(await p.page.locator(`[id="${second}"]`).getAttribute('aria-selected'), 'true');
    p.answer = () => Uint32Array.from([0, 2]);
    await p.press('Enter');
    assert.equal(asked(p, 'rowsOnPath').length, 1);
    assert.equal(
      await p.page
        .getByRole('tab', { selected: true })
        .textContent()
        .then((text) => text?.trim().startsWith('Table')),
      true,
    );
    await p.press('4');
    await p.page.locator('.map-transition').first().focus();
    await p.press('Enter');
    const [, transition] = asked(p, 'rowsOnPath');
    assert.ok(transition && 'to' in transition && transition.to !== undefined);
  });

  test('is compared with the range before, and between versions', { view: resultsView }, async (p) => {
    await showMap(p, pathMapView(...halves));
    assert.ok((await p.page.locator('.map-change').count()) > 3);
    await look(p, 'path-map-compared');
    await p.page.getByLabel('Compare with').selectOption('version');
    const comparison = { with: 'version', before: 'version-one', after: 'version-two' } as const;
    assert.deepEqual(asked(p, 'mapPaths').at(-1), { type: 'mapPaths', comparison });
    await p.send({ type: 'analysis', view: { ...pathMapView(...halves), comparison, otherVersions: 1_200 } });
    await p.page.getByText('1,200 more versions are not offered: only the 2 that were read first are.').waitFor();
    await look(p, 'path-map-versions');
  });

  test('has its versions chosen by some letters of them', { view: resultsView }, async (p) => {
    const comparison = { with: 'version', before: 'v0', after: 'v1' } as const;
    const versions = Array.from({ length: 400 }, (_, at) => ({
      id: `v${at}`,
      agent: at % 2 === 0 ? 'Napoli Orders' : '<b>Hillside</b> Clinic',
      sessions: 400 - at,
    }));
    await showMap(p, { ...pathMapView(...halves), comparison, versions });
    const field = p.page.getByRole('combobox', { name: 'Earlier version' });
    const options = p.page.getByRole('option', { name: /\(\d+\)$/u });
    const active = () => p.page.locator('.combobox-option.active').textContent();
    const chosen = () =>
      asked(p, 'mapPaths')
        .slice(1)
        .map((message) => Reflect.get(message, 'comparison'));
    await field.focus();
    assert.equal(await field.inputValue(), 'Napoli Orders v0 (400)');
    await p.press('ArrowDown');
    assert.equal(await options.count(), 100);
    await p.page.getByText('300 more: type to narrow them down.').waitFor();
    await look(p, 'path-map-version-list');
    await p.press('PageDown', 'ArrowDown', 'ArrowUp');
    assert.equal(await active(), 'Napoli Orders v10 (390)');
    await p.press('Escape');
    assert.equal(await options.count(), 0);
    assert.deepEqual(chosen(), []);
    await p.page.keyboard.type('CLINIC v7');
    assert.equal(await active(), '<b>Hillside</b> Clinic v7 (393)');
    assert.ok((await options.count()) < 12);
    assert.deepEqual(await findBarriers(p, 'all'), []);
    await p.press('Enter');
    assert.deepEqual(chosen(), [{ ...comparison, before: 'v7' }]);
    assert.equal(await field.evaluate((element) => element === document.activeElement), true);
    await p.page.keyboard.type('nobody is called so');
    await p.page.getByText('Nothing matches what was typed.').waitFor();
    await p.press('Enter', 'Escape');
    assert.equal(chosen().length, 1);
    assert.equal(await field.inputValue(), 'Napoli Orders v0 (400)');
    await p.page.keyboard.type('x');
    await p.press('Tab');
    assert.equal(await options.count(), 0);
    assert.equal(await field.inputValue(), 'Napoli Orders v0 (400)');
    const later = p.page.getByRole('combobox', { name: 'Later version' });
    await later.click();
    await p.press('PageDown', 'PageDown');
    assert.equal(await active(), '<b>Hillside</b> Clinic v21 (379)');
    for (const list of await p.page.locator('.combobox-popup').all()) {
      const box = await list.boundingBox();
      assert.ok(box && box.x >= 0 && box.x + box.width <= 1_200, JSON.stringify(box));
    }
    const scrolled = await p.page.evaluate(
      () => [...document.querySelectorAll('*')].filter((one) => one.scrollLeft > 0).length,
    );
    assert.equal(scrolled, 0);
    await options.nth(3).click();
    assert.deepEqual(chosen().at(-1), { ...comparison, after: 'v3' });
    await p.page.setViewportSize({ width: 300, height: 700 });
    await later.press('ArrowDown');
    assert.deepEqual(await findOutOfSight(p), []);
    await p.screenshot('path-map-version-list-narrow');
  });

  test('of nothing says so, and hostile names do nothing', {
    view: resultsView,
    size: { width: 420, height: 700 },
  }, async (p) => {
    await p.press('4');
    await p.send({ type: 'analysis', view: pathMapView([]) });
    await p.page.getByText('No session of the range has a path.').waitFor();
    const flow_path = hostileTexts.slice(0, 20).map((text) => ({ node_id: text, type: text, execution_time: text }));
    await p.send({ type: 'analysis', view: pathMapView([{ id: 's', flow_path }] as unknown as SessionDocument[]) });
    await map(p).waitFor();
    assert.equal(await p.page.locator('.map-node').count(), 20);
    await p.screenshot('path-map-hostile-narrow');
  });
});
