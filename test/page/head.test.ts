import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { findBarriers } from './support/axe.ts';
import { findOutOfSight } from './support/outOfSight.ts';
import { pageTest } from './support/pageTest.ts';
import type { SessionPage } from './support/sessionPage.ts';
import { viewOf } from './support/viewOf.ts';

const say = (text: string, node_id: string) => ({ type: 'speak', node_id, request: { payload: { text } } });
const about = {
  id: '0b3e7a52-0000-4000-8000-000000000001',
  source: '447700900123',
  session_start_time: '2026-05-30T11:20:31.000Z',
  agent_information: { name: 'Harbour Lights Hotel Front Desk' },
};
const place = { query: 'Every call of this week', index: 1_009, count: '20,163' };
const show = (status_code: number, flow_path: readonly object[]) =>
  viewOf({ ...about, channel_data: { status_code }, flow_path }, { place, nodeNames });
const nodeNames = { pay: { name: 'Look up what the caller still has to pay for order and delivery' } };

const views = {
  'a loop': show(
    0,
    Array.from({ length: 140 }, () => [
      { type: 'listen', node_id: 'queue', execution_time: 1_000 },
      { type: 'condition', node_id: 'still waiting?', execution_time: 1_500 },
      { type: 'speak', node_id: 'music', execution_time: 2_000 },
      { type: 'counter', node_id: 'rounds', execution_time: 10 },
    ]).flat(),
  ),
  'a webhook': show(200, [
    say('Hello', 'hello'),
    { type: 'webhook', node_id: 'pay', verb: 'POST', request: { url: 'https://x.example/y' }, response: { code: 502 } },
  ]),
  'what was said again': show(100, [
    say('Sorry, I did not get the number of your booking. Would you say it once more?', 'again'),
    say('Sorry, I did not get the number of your booking. Would you say it once more?', 'again'),
  ]),
} as const;

/** What of the head's words cannot be read: what is cut off, in letters' widths or lines. */
const cutWords = ({ page }: SessionPage): Promise<string[]> =>
  page.locator('.head-problem .told, .session-header .outcome').evaluateAll((all) =>
    all.flatMap((element) => {
      const box = element.getBoundingClientRect();
      const isWhole =
        element.scrollWidth <= element.clientWidth + 1 &&
        element.scrollHeight <= element.clientHeight + 1 &&
        box.width > 0 &&
        box.left >= 0 &&
        box.right <= innerWidth;
      return isWhole || getComputedStyle(element).display === 'inline' ? [] : [element.textContent ?? ''];
    }),
  );

describe('the head of a session', () => {
  const test = pageTest();
  for (const [what, view] of Object.entries(views)) {
    test(`tells all of ${what}, however narrow it is`, { view }, async (p) => {
      for (const width of [1600, 1200, 1000, 800, 700, 600, 420, 300]) {
        await p.page.setViewportSize({ width, height: 800 });
        await p.settled();
        await p.screenshot(`head-${what.replaceAll(' ', '-')}-${width}`);
        assert.deepEqual(await cutWords(p), [], `${width}`);
        assert.deepEqual(await findOutOfSight(p), [], `${width}`);
        assert.deepEqual(await findBarriers(p, 'all'), [], `axe at ${width}`);
        const height = await p.page.locator('.session-header').evaluate((head) => head.clientHeight);
        assert.ok(height <= (width >= 800 ? 86 : 190), `${height} px at ${width}`);
      }
    });
  }

  test('cuts what somebody wrote at great length after some lines', {
    view: show(100, [say('wait '.repeat(400), 'again'), say('wait '.repeat(400), 'again')]),
    size: { width: 600, height: 600 },
  }, async (p) => {
    const height = await p.page.locator('.session-header').evaluate((head) => head.clientHeight);
    assert.ok(height > 60 && height < 140, `${height} px`);
    assert.deepEqual(await findOutOfSight(p), []);
  });

  test('has all of it at once where the keys are in it', {
    view: show(100, [say('wait '.repeat(60), 'again'), say('wait '.repeat(60), 'again')]),
    size: { width: 300, height: 800 },
  }, async (p) => {
    assert.equal((await cutWords(p)).length, 1);
    await p.page.keyboard.press('Tab');
    for (let stops = 0; stops < 20 && !(await p.page.locator('.head-problem:focus').count()); stops += 1)
      await p.page.keyboard.press('Tab');
    assert.deepEqual(await cutWords(p), []);
  });
});
