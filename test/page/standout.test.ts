import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { findBarriers } from './support/axe.ts';
import { findOutOfSight } from './support/outOfSight.ts';
import { pageTest } from './support/pageTest.ts';
import type { SessionPage } from './support/sessionPage.ts';
import { viewOf } from './support/viewOf.ts';

const say = (text: string, node_id: string) => ({ type: 'speak', node_id, request: { payload: { text } } });
const wait = ['queue', 'music'].map((node_id) => ({ type: 'listen', node_id, execution_time: 2_000 }));
const session = (statusCode: number, flow_path: readonly object[]) =>
  viewOf({ id: '1', status: 'ended', channel_data: { status_code: statusCode, call_status: 'ended' }, flow_path });

const loop = session(0, [say('Please hold.', 'hold'), ...Array.from({ length: 30 }, () => wait).flat()]);
const again = session(100, [
  say('Sorry?', 'sorry'),
  say('Sorry?', 'sorry'),
  { type: 'call_routing', node_id: 'person' },
  { type: 'end_call', node_id: 'person' },
]);
const well = session(0, [say('Hello', 'hello'), { type: 'end_call', node_id: 'hello' }]);
const failed = session(200, [say('Hello', 'hello'), { type: 'end_call', node_id: 'hello' }]);

const long = session(
  0,
  Array.from({ length: 40 }, (_, index) => say(`Words ${index}`, `node ${index}`)),
);
const goesOn = viewOf({ id: '1', status: 'in_progress', flow_path: [say('Hello', 'hello')] });

describe('what stands out where no step failed', () => {
  const test = pageTest();
  for (const [what, view, head, findings] of [
    ['a loop', loop, /^Loop: 2 steps × 30 · 2 min 0 s · /u, ['no step failed', 'ended without an end call']],
    [
      'what was said again',
      again,
      /^Said 2 times: Sorry\? · /u,
      ['the service reports a warning, no step failed', 'transferred'],
    ],
    ['an error that no step explains', failed, /^Session$/u, ['the service reports an error, no step failed']],
    ['nothing', well, /^Session$/u, ['No problems']],
  ] as const) {
    test(`is said in the head: ${what}`, { view }, async (p) => {
      const words = (await p.page.locator('h1').textContent()) ?? '';
      assert.match(words.replaceAll(/\s+/gu, ' ').trim(), head);
      const found = await p.page.locator('.finding').allTextContents();
      for (const one of findings) assert.ok(found.map((text) => text.trim()).includes(one), `${one} in ${found}`);
      assert.deepEqual(await findBarriers(p, 'all'), []);
      assert.deepEqual(await findOutOfSight(p), []);
    });
  }

  test('is where a session is opened, when it is on the first screen: a loop as one row, its nodes whole', {
    view: loop,
  }, async (p) => {
    assert.match(await selected(p), /2 steps × 30 · 2 min 0 s\s*listen$/u);
    await p.press('ArrowUp');
    assert.match(await selected(p), /Please hold\./u);
  });

  test('is one key away when it is further down', { view: long }, async (p) => {
    assert.match(await selected(p), /Words 0/u);
    await p.press('e');
    assert.match(await selected(p), /^The session broke off here: no end call was recorded\.$/u);
    assert.match(
      (await p.page.locator('.detail').textContent()) ?? '',
      /The path ends without an end call.*Step 40|step 40/u,
    );
    assert.deepEqual(await findBarriers(p, 'all'), []);
    await p.press('ArrowUp');
    assert.match(await selected(p), /Words 39/u);
    await p.press('Home', 'End');
    assert.match(await selected(p), /broke off here/u);
  });

  test('is told from the end of what goes on', { view: goesOn }, async (p) => {
    await p.press('End');
    assert.match(await selected(p), /^The session was still in progress here\.$/u);
    await p.show(viewOf({ id: '1', status: 'in_progress', flow_path: [say('Hello', 'hello'), say('Bye', 'bye')] }));
    assert.match(await selected(p), /in progress here/u);
    assert.match((await p.page.locator('.detail').textContent()) ?? '', /step 2/u);
    await p.show(viewOf({ id: '1', status: 'ended', flow_path: [say('Hello', 'hello'), { type: 'end_call' }] }));
    assert.match(await selected(p), /end call/u);
  });
});

async function selected({ page }: SessionPage): Promise<string> {
  const words = (await page.locator('.timeline .row.selected').textContent()) ?? '';
  return words.replaceAll(/\s+/gu, ' ').trim();
}
