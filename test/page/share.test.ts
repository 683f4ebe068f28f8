import assert from 'node:assert/strict';
import { describe } from 'node:test';
import type { PageMessage, ShareChoice } from '../../src/protocol/messages.ts';
import { ordinaryCall } from './support/calls.ts';
import { pageTest } from './support/pageTest.ts';
import type { SessionPage } from './support/sessionPage.ts';
import { viewOf } from './support/viewOf.ts';

const view = viewOf(ordinaryCall().record());

/** What the page hands over when one shares something. */
async function shared(p: SessionPage, choice: ShareChoice) {
  p.answer = ({ type }) => (type === 'askShare' ? choice : undefined);
  const before = p.asked.length;
  const last = () => p.asked.slice(before).find((asked) => asked.type === 'share');
  await p.press('s');
  await p.until(() => last() !== undefined);
  return last() as Extract<PageMessage, { type: 'share' }>;
}

describe('sharing a session', () => {
  const test = pageTest();

  test('hands over what was chosen, as it is and masked', { view }, async (p) => {
    await p.press('e');
    const step = await shared(p, { part: 'step', form: 'markdown', file: false });
    assert.match(step.recorded, /447700900123/u);
    assert.match(step.masked, /CALLER-1/u);
    assert.doesNotMatch(step.masked, /447700900123/u);
    assert.ok(p.asked.some((one) => one.type === 'askShare' && one.parts.join() === 'step,turn,session'));
    const session = await shared(p, { part: 'session', form: 'json', file: true });
    assert.deepEqual(JSON.parse(session.recorded), ordinaryCall().record());
  });

  const digits = { id: 'x', flow_path: [{ type: 'webhook', response: { payload: { id: 1, amount: 0 } } }] };
  const asWritten = JSON.stringify(digits).replace(':1,', ':1234567890123456789,').replace(':0}', ':12.50}');

  test('hands over digits as they were written', { view: viewOf(asWritten) }, async (p) => {
    const { recorded } = await shared(p, { part: 'session', form: 'json', file: false });
    for (const number of ['1234567890123456789', '12.50']) assert.ok(recorded.includes(`: ${number}`), recorded);
  });

  test('hands over nothing when nothing was chosen', { view }, async (p) => {
    await p.press('s', 'e');
    await p.settled();
    assert.deepEqual(
      p.asked.map(({ type }) => type),
      ['askShare'],
    );
  });

  test('offers what is selected', { view }, async (p) => {
    await p.page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('[role=option]') as Element));
    await p.press('s');
    await p.settled();
    const asked = p.asked.find(({ type }) => type === 'askShare');
    assert.ok(asked?.type === 'askShare' && asked.parts[0] === 'selection');
  });
});
