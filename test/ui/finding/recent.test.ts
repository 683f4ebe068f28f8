import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { callLine } from '../support/callLine.ts';
import { windowTest } from '../support/windowTest.ts';
import type { Workbench } from '../support/workbench.ts';

const agents = ['Marlow Coffee', 'Harbour Taxi', 'Napoli Pizza'];
const ids = agents.map((_agent, at) => `c0000000-0000-4000-8000-00000000000${at}`);

describe('recent sessions, with the keyboard alone', () => {
  const test = windowTest({
    files: {
      'calls.ndjson': agents.map((agent, at) => callLine(ids[at] ?? '', agent, 30 + at)).join('\n'),
      '.vscode/settings.json': JSON.stringify({
        'insights.connections': { calls: { file: 'calls.ndjson' } },
        'insights.activeConnection': 'calls',
      }),
    },
  });

  test('what was opened stands in its view', async (w) => {
    for (const [at, agent] of agents.entries()) {
      await w.runCommand('Insights: Find Session…');
      await w.quickInputTitle('Find Session on calls').waitFor();
      await w.quickInput().focus();
      await w.type(ids[at] ?? '');
      await w.quickPickRow(new RegExp(agent, 'u')).waitFor();
      await w.press('Enter');
      await w.tab(new RegExp(`^${agent}`, 'u')).waitFor();
      // A page that loads takes the keys.
      await w
        .viewer()
        .getByRole('listbox', { name: /^Timeline/u })
        .waitFor();
    }
    await focusView(w);
    for (const agent of agents) await row(w, agent).waitFor();
  });

  test('Enter opens one again', async (w) => {
    await w.runCommand('View: Close All Editors');
    await focusView(w);
    await goTo(w, 'Harbour Taxi');
    await w.press('Enter');
    await w.tab(/^Harbour Taxi/u).waitFor();
  });

  test('F2 writes a note on it', async (w) => {
    await focusView(w);
    await goTo(w, 'Harbour Taxi');
    await w.press('F2');
    await w.quickInputTitle('Note on the Session of').waitFor();
    await w.answer('Ticket [4711](command:x)');
    await row(w, 'Harbour Taxi.*Ticket').waitFor();
    await goTo(w, 'Harbour Taxi');
    await w.press('F2');
    await w.quickInputTitle('Note on the Session of').waitFor();
    assert.equal(await w.quickInput().inputValue(), 'Ticket [4711](command:x)');
    await w.press('Escape');
  });

  test('pinned, it stands first; removed, it is gone', async (w) => {
    await focusView(w);
    await goTo(w, 'Harbour Taxi');
    await w.press('Shift+F10');
    const pin = w.page.locator('.monaco-menu .action-item.focused', { hasText: /^Pin Session/u });
    await w.page.getByRole('menuitem', { name: 'Pin Session' }).waitFor();
    await w.eventually('the keys are at it', async () => {
      if ((await pin.count()) > 0) return true;
      await w.press('ArrowDown');
      return false;
    });
    await w.press('Enter');
    await w.treeRow('Pinned').waitFor();
    await focusView(w);
    await goTo(w, 'Marlow Coffee');
    await w.press('Delete');
    await w.eventually('it is gone', async () => (await row(w, 'Marlow Coffee').count()) === 0);
    await row(w, 'Napoli Pizza').waitFor();
  });

  test('all of it is there after a reload', async (w) => {
    await w.runCommand('View: Close All Editors');
    await w.reload();
    await focusView(w);
    await w.treeRow('Pinned').waitFor();
    await row(w, 'Harbour Taxi.*Ticket').waitFor();
    await row(w, 'Napoli Pizza').waitFor();
    assert.equal(await row(w, 'Marlow Coffee').count(), 0);
  });

  test('forgetting them all asks first, and leaves what is pinned', async (w) => {
    await w.runCommand('Insights: Clear Recent Sessions…');
    const question = w.dialog('Clear the recent sessions?');
    await question.waitFor();
    // Enter alone says no.
    await w.press('Enter');
    await question.waitFor({ state: 'hidden' });
    await row(w, 'Napoli Pizza').waitFor();
    await w.runCommand('Insights: Clear Recent Sessions…');
    await question.waitFor();
    await w.eventually('the other button has the keys', async () => {
      await w.press('Tab');
      return question
        .getByRole('button', { name: 'Clear', exact: true })
        .evaluate((button) => button.matches(':focus'));
    });
    await w.press('Enter');
    await w.eventually('it is gone', async () => (await row(w, 'Napoli Pizza').count()) === 0);
    await row(w, 'Harbour Taxi').waitFor();
  });
});

/** Its rows, whatever the outcome and the time are that they begin with. */
function row(w: Workbench, name: string) {
  return w.treeRow(new RegExp(`\\d\\d:\\d\\d, ${name}`, 'u'));
}

async function focusView(w: Workbench): Promise<void> {
  await w.runCommand('Insights: Focus on Recent Sessions View');
  // A view that has no rows yet has none to give the keys to.
  await w.treeRow(/^(?:Pinned|calls)/u).waitFor();
  await w.eventually('the view has the keys', async () => {
    if ((await w.page.locator(focusedList).count()) > 0) return true;
    await w.runCommand('Insights: Focus on Recent Sessions View');
    return false;
  });
}

const focusedList = '.part.sidebar .monaco-list:focus-within';

async function goTo(w: Workbench, name: string): Promise<void> {
  await row(w, name).waitFor();
  await w.press('Home');
  await w.eventually(`the keys are at ${name}`, async () => {
    if ((await w.focusedRow()).includes(name)) return true;
    await w.press('ArrowDown');
    return false;
  });
}
