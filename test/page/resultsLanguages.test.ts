import assert from 'node:assert/strict';
import { describe } from 'node:test';
import type { SessionDocument } from '../../src/domain/session/session.ts';
import { sampleSessions } from '../../src/emulator/samples/sampleSessions.ts';
import type { ResultsView, RunView } from '../../src/protocol/resultsMessages.ts';
import { aggregationsView, pathMapView } from './support/analysisViews.ts';
import { otherLanguage } from './support/otherLanguage.ts';
import { findOutOfSight } from './support/outOfSight.ts';
import { pageTest } from './support/pageTest.ts';
import { replaceTexts } from './support/replaceTexts.ts';
import { bringRows, listedSessions, resultsOf } from './support/resultsOf.ts';
import type { SessionPage } from './support/sessionPage.ts';
import { watchTexts } from './support/shownTexts.ts';
import { untranslatedIn } from './support/untranslated.ts';

const translation = otherLanguage();
const isEnglish = untranslatedIn(translation);

/** What the page understands of a session, without which it would say less of it. */
const understood =
  /^\d+\.(?:session_start_time|status=in_progress|channel_data\.|flow_path\.\d+\.type=(?:start|speak|webhook|end_call)$)/u;

/** Sessions without a letter of their own. */
function plain(sessions: readonly unknown[]): readonly unknown[] {
  const numbers = new Map<string, string>();
  return replaceTexts(sessions, (place, text) => {
    if (understood.test(`${place}=${text}`)) return text;
    const number = numbers.get(text) ?? `(${numbers.size + 1})`;
    numbers.set(text, number);
    return number;
  }) as readonly unknown[];
}

const run = { outcome: '(1)', about: '(2)' };
const columns = ['session_start_time', 'channel_data.status_code', 'source', 'channel_data.duration'];
const shown = resultsOf(plain(listedSessions(60)), {
  name: '(3)',
  columns,
  run: { ...run, total: { count: 1_204, atLeast: false }, canLoadMore: true },
});
const all = plain(sampleSessions(new Date('2026-11-20T12:00:00Z')).slice(0, 300)) as readonly SessionDocument[];
const withoutRange = { range: '(4)' };

/** Titles of columns are those of the service's documentation, and the status is its word. */
const data = new RegExp(`\\b(?:in_progress|${shown.view.columns.map(({ title }) => title).join('|')})\\b`, 'gu');

function untranslated(texts: readonly string[]): string[] {
  return isEnglish(texts.map((text) => text.replaceAll(data, '')));
}

async function openFacets(p: SessionPage): Promise<void> {
  await p.press('1', 'f', 'Home');
  for (let at = 0; at < 150; at += 1) {
    const active = p.page.locator('.facet-row.active');
    if ((await active.getAttribute('aria-expanded')) === 'false') await p.press('Enter');
    await p.press('ArrowDown');
  }
  await p.press('Enter', 'x', 'q', 'Escape');
}

describe('results in another language', () => {
  const test = pageTest();

  test('nothing of ours is English: table, facets and charts', { view: shown.view, translation }, async (p) => {
    const texts = await watchTexts(p);
    await bringRows(p, shown);
    await openFacets(p);
    await p.screenshot('language-results');
    await p.press(...'j Shift+ArrowDown d t s s s ArrowRight s g g S > < Alt+ArrowRight n'.split(' '));
    await p.press('/');
    await p.page.keyboard.type('0');
    await p.press('Enter', 'Escape', '?', 'Escape', 'u', 'u', 'Delete', 'y', 'm');
    await p.press(...'2 ArrowRight Shift+ArrowRight q Enter ? Escape 1 u'.split(' '));
    await p.press('2');
    for (const summary of await p.page.locator('summary').all()) await summary.click();
    await p.settled();
    assert.deepEqual(await findOutOfSight(p), []);
    assert.deepEqual(untranslated(await texts()), []);
  });

  test('nothing of ours is English: aggregations and the path map', { view: shown.view, translation }, async (p) => {
    const texts = await watchTexts(p);
    await p.press('3', '?', 'Escape');
    const aggs = {
      '(1)': {
        terms: { field: 'agent_information.name' },
        aggs: { '(2)': { avg: { field: 'channel_data.duration' } } },
      },
      '(3)': { date_histogram: { field: 'session_start_time', calendar_interval: 'day' } },
      '(5)': { terms: { field: 'flow_path.node_id', size: 2 } },
    };
    const view = { ...aggregationsView(aggs, { of: all }), ...withoutRange };
    await p.send({ type: 'analysis', view: { ...view, state: 'running' } });
    await p.send({ type: 'analysis', view: { ...view, state: 'cancelled', missing: 2 } });
    await p.send({ type: 'analysis', view: { ...view, state: 'failed', failure: '(6)' } });
    await p.send({ type: 'analysis', view: { ...view, missing: 2, outside: 2, filterUnheeded: true, kept: 2 } });
    await p.screenshot('language-aggregations');
    await p.send({ type: 'analysis', view: { ...aggregationsView(undefined), ...withoutRange } });
    await p.press('4', '?', 'Escape');
    const half = all.length >> 1;
    const map = { ...pathMapView(all.slice(half), all.slice(0, half)), ...withoutRange, versions: [] };
    await p.send({ type: 'analysis', view: { ...map, cut: { nodes: 1, edges: 2 } } });
    await p.page.locator('.map-node').first().waitFor();
    await p.screenshot('language-path-map');
    await p.press('ArrowDown', 'ArrowDown', '[', ']', 't', 't');
    p.answer = ({ type }) => (type === 'rowsOnPath' ? Uint32Array.of(0) : undefined);
    await p.page.locator('.graph-window').focus();
    await p.press('Enter', '4');
    await p.send({ type: 'analysis', view: { ...pathMapView([]), ...withoutRange, versions: [] } });
    assert.deepEqual(await findOutOfSight(p), []);
    assert.deepEqual(untranslated(await texts()), []);
  });

  test('nothing of ours is English: seldom seen runs', { view: shown.view, translation }, async (p) => {
    const texts = await watchTexts(p);
    const runs: Partial<RunView>[] = [
      { state: 'none', outcome: '', about: '' },
      { state: 'running' },
      { state: 'done' },
      { state: 'cancelled' },
      { state: 'failed', failure: { sentence: '(5)', action: '(6)' }, stale: '(7)', shortfall: '(8)' },
    ];
    for (const [at, one] of runs.entries()) {
      const { view } = resultsOf([], { name: '(3)', columns, run: { ...run, number: 10 + at, ...one } });
      for (const settings of [view.settings, { ...view.settings, masked: true }]) {
        await p.show({ ...view, settings } satisfies ResultsView);
        await p.press('1', '2', '3', '4');
      }
    }
    assert.deepEqual(untranslated(await texts()), []);
  });
});
