import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { callLine } from '../support/callLine.ts';
import { windowTest } from '../support/windowTest.ts';
import type { Workbench } from '../support/workbench.ts';

const id = 'c0000000-0000-4000-8000-00000000000a';

describe('session ids in logs and terminals', () => {
  const test = windowTest({
    settings: { 'terminal.integrated.gpuAcceleration': 'off' },
    files: {
      'calls.ndjson': callLine(id, 'Marlow Coffee', 60),
      'app.log': `INFO no session here\nWARN session ${id} failed\n`,
      'app.txt': `session ${id}\n`,
      'expects.insights.json': JSON.stringify({
        name: 'Expects',
        connection: 'calls',
        from_date: 'now-1d',
        expect: [{ no: { exists: { field: 'source' } } }],
      }),
      '.vscode/tasks.json': JSON.stringify({
        version: '2.0.0',
        tasks: [
          { type: 'insights', action: 'check', label: 'checks', paths: ['expects.insights.json'], problemMatcher: [] },
        ],
      }),
      '.vscode/settings.json': JSON.stringify({
        'insights.connections': { calls: { file: 'calls.ndjson' } },
        'insights.activeConnection': 'calls',
      }),
    },
  });

  test('are links in a file named *.log, which a key opens, and in no other', async (w) => {
    await w.openFile('app.txt');
    await w.openFile('app.log');
    await w.eventually('there is a link', async () => (await links(w)) > 0);
    await w.goTo(2, 20);
    await w.runCommand('Open Link');
    await found(w);
    await w.openFile('app.txt');
    await w.focusEditor();
    await w.eventually('there is no link', async () => (await links(w)) === 0);
  });

  test('are links in a terminal', async (w) => {
    await w.press('Control+P');
    await w.pick('task checks', 'checks');
    await w.eventually('the session that broke it is named', async () => (await placeOfId(w)) !== undefined);
    // VS Code looks for links when the mouse is over them, and a click before it has found one is none.
    await w.eventually('the link leads to the session', async () => {
      if (await w.quickInputTitle('Find Session on calls').isVisible()) return true;
      await openInTerminal(w);
      return false;
    });
    await found(w);
  });

  test('are none while the setting is off', async (w) => {
    await w.openFile('app.log');
    await w.focusEditor();
    await w.eventually('there is a link', async () => (await links(w)) > 0);
    w.changeSettings({ 'insights.links.sessionIds': false });
    await w.eventually('the link is gone', async () => {
      // Links are looked for anew a second after the text changed, and the setting may be read later than that.
      await w.type(' ');
      await w.page.waitForTimeout(2_000);
      return (await links(w)) === 0;
    });
    await openInTerminal(w);
    await w.runCommand('Insights: Focus on Recent Sessions View');
    assert.equal(await w.quickInputTitle('Find Session on calls').count(), 0);
  });
});

async function found(w: Workbench): Promise<void> {
  await w.quickInputTitle('Find Session on calls').waitFor();
  await w.quickPickRow(/Marlow Coffee/u).waitFor();
  assert.equal(await w.quickInput().inputValue(), id);
  await w.press('Escape');
}

function links(w: Workbench): Promise<number> {
  return w.page.locator('.editor-group-container.active .detected-link').count();
}

/** Where the id stands on the screen, in a terminal that draws its text as elements. */
function placeOfId(w: Workbench): Promise<{ x: number; y: number } | undefined> {
  return w.page.locator('.xterm-rows > div').evaluateAll((rows, wanted) => {
    const row = rows.findLast((one) => one.textContent.replaceAll('\u00a0', ' ').includes(wanted));
    if (!row) return undefined;
    const text = row.textContent.replaceAll('\u00a0', ' ');
    const range = document.createRange();
    range.selectNodeContents(row);
    const { left, top, width, height } = range.getBoundingClientRect();
    const middle = text.indexOf(wanted) + wanted.length / 2;
    return { x: left + (width * middle) / text.length, y: top + height / 2 };
  }, id);
}

/** VS Code offers no key for links of extensions in a terminal: Ctrl and a click. */
async function openInTerminal(w: Workbench): Promise<void> {
  const place = await placeOfId(w);
  assert.ok(place);
  await w.page.mouse.move(place.x - 2, place.y);
  await w.page.mouse.move(place.x, place.y);
  await w.page.keyboard.down('Control');
  await w.page.mouse.click(place.x, place.y);
  await w.page.keyboard.up('Control');
}
