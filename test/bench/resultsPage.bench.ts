// A hundred thousand loaded sessions in the page of results: from a key to the frame that shows what it did, and scrolling; by the clock,
// and by the time that the page's own thread worked, which is the same on a busy machine.
import { chromium } from 'playwright-core';
import { pageRun } from '../page/support/pageRun.ts';
import { listedSessions, resultsOf } from '../page/support/resultsOf.ts';
import { SessionPage } from '../page/support/sessionPage.ts';
import { WebviewTab } from '../page/support/webviewTab.ts';

const count = 100_000;
const rounds = 7;

const run = pageRun();
const browser = await chromium.connect(run.browser);
const tab = await WebviewTab.open(browser);
await tab.page.setViewportSize({ width: 1200, height: 800 });
const results = new SessionPage({ tab, run, theme: run.theme, view: viewOfAll() });
await results.open();

const devtools = await results.page.context().newCDPSession(results.page);
await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });

// In pieces, as the host sends them.
const all = resultsOf(listedSessions(count), { run: { total: { count, atLeast: false } } });
const [whole] = all.chunks;
const started = performance.now();
const startedWork = await workOfPage();
for (let from = 0; whole && from < count; from += 4_000) {
  const to = Math.min(count, from + 4_000);
  const columns = whole.columns.map(([name, chunk]) => [name, pieceOf(chunk, from, to)] as const);
  await results.send({ type: 'rows', run: 1, chunk: { from, count: to - from, columns } });
}
say('to the page in pieces', performance.now() - started, (await workOfPage()) - startedWork);
await results.page.getByRole('grid', { name: /100,000 sessions/u }).waitFor();

const keys: readonly (readonly [what: string, keys: readonly string[]])[] = [
  ['sort by start', ['Home', 'ArrowRight', 's']],
  ['sort by caller', ['ArrowRight', 'ArrowRight', 's']],
  ['group by agent', ['ArrowRight', 'g']],
  ['ungroup', ['g']],
  ['filter by an outcome, all facets counted anew', ['f', 'Home', 'ArrowDown', 'Enter']],
  ['another outcome', ['ArrowDown', 'Enter']],
  ['clear the filters', ['Escape', 'u']],
];
for (const [what, pressed] of keys) {
  for (const key of pressed.slice(0, -1)) await results.page.keyboard.press(key);
  await results.settled();
  const before = await workOfPage();
  const time = await timeOf(pressed.at(-1) ?? '');
  say(`key to drawn, ${what}`, time, (await workOfPage()) - before);
}

await results.page.getByRole('grid').focus();
const beforeFrames = await workOfPage();
const frames = await results.page.evaluate(async (steps) => {
  const grid = document.querySelector('.grid');
  const found: number[] = [];
  for (let step = 1; grid && step <= steps; step += 1) {
    grid.scrollTop = step * 7_777;
    // The scroll is told of in the next frame, and drawn there.
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const begun = performance.now();
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    found.push(performance.now() - begun);
  }
  return found;
}, rounds * 10);
const sorted = frames.toSorted((a, b) => a - b);
const workOfFrame = ((await workOfPage()) - beforeFrames) / frames.length;
say('a frame while scrolling, median (work: mean)', sorted[sorted.length >> 1] ?? 0, workOfFrame);
say('a frame while scrolling, slowest', sorted.at(-1) ?? 0);
await browser.close();

function say(what: string, time: number, work?: number): void {
  const worked = work === undefined ? '' : ` (work: ${work.toFixed(1)})`;
  console.log(`results, ${count} sessions, ${what}, ms: ${time.toFixed(1)}${worked}`);
}

/** How long the page's thread has worked so far, in milliseconds. */
async function workOfPage(): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
}

function viewOfAll() {
  const { view } = resultsOf(listedSessions(1));
  return { ...view, run: { ...view.run, loaded: count, total: { count, atLeast: false } } };
}

function pieceOf(
  chunk: NonNullable<typeof whole>['columns'][number][1],
  from: number,
  to: number,
): NonNullable<typeof whole>['columns'][number][1] {
  if (chunk.type === 'numbers') return { ...chunk, values: chunk.values.slice(from, to) };
  const added = from === 0 ? chunk.added : [];
  if (chunk.type === 'texts') return { ...chunk, added, codes: chunk.codes.slice(from, to) };
  const before = chunk.counts.subarray(0, from).reduce((sum, one) => sum + one, 0);
  const counts = chunk.counts.slice(from, to);
  const length = counts.reduce((sum, one) => sum + one, 0);
  return { ...chunk, added, counts, codes: chunk.codes.slice(before, before + length) };
}

/** From the key to the frame after which everything is drawn. */
async function timeOf(key: string): Promise<number> {
  return results.page.evaluate(async (pressed) => {
    const begun = performance.now();
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true }),
    );
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - begun;
  }, key);
}
