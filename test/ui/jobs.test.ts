// What people do most, with the keyboard alone: each job in so many keys.
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { jobTest } from './support/jobTest.ts';
import { run } from './support/queryRuns.ts';
import type { Workbench } from './support/workbench.ts';

const caller = '447700900123';

describe('what people do most', () => {
  const job = jobTest({
    files: {
      'last-days.insights.json': '{ "name": "Last days", "connection": "sample", "from_date": "now-7d/d" }',
      'misspelt.insights.json': `{
  "name": "Misspelt",
  "connection": "sample",
  "from_date": "now-30d/d",
  "filter_by": { "must": [{ "term": { "channel": "telefony" } }] }
}
`,
    },
  });

  job({
    name: 'a failed call, from the query file to the reason',
    keys: 3,
    before: async (w) => {
      await w.openFile('failed-webhooks.insights.json');
      await w.lens('Run query').waitFor();
      await w.focusEditor();
    },
    does: async (w, keys) => {
      await keys.press('Control+Alt+R');
      await w.treeRow(/^Query, Failed webhooks, \d+ of \d+ · sample · \d\d:\d\d UTC/).waitFor();
      await keys.press('Control+Alt+Enter');
      await w.eventually('a session has the focus', () => w.isOnSession());
      await keys.press('Enter');
      await shown(w);
      await w.viewer().locator('.row.selected .reason').waitFor();
      await w.viewer().locator('.problem-line').waitFor();
      await w.screenshot('readme-session');
    },
  });

  job({
    name: 'the failing request as cURL, without its secrets',
    keys: 1,
    does: async (w, keys) => {
      await keys.press('Shift+C');
      await w.eventually('it is in the clipboard', async () => /^curl --globoff/.test(await clipboard(w)));
      assert.doesNotMatch(await clipboard(w), /not-a-real-token/);
    },
  });

  job({
    name: 'what the failing webhook was sent',
    keys: 1,
    does: async (w, keys) => {
      await keys.press('d');
      await w.viewer().getByRole('tab', { name: 'Request', selected: true }).waitFor();
    },
  });

  job({
    name: 'what was said around the failure',
    keys: 1,
    does: async (w, keys) => {
      await keys.press('1');
      await w.viewer().locator('.row.selected').waitFor();
      await w.viewer().locator('.bubble').first().waitFor();
      await w.press('3');
    },
  });

  job({
    name: 'which step changed a parameter, with the keys there',
    keys: 4,
    does: async (w, keys) => {
      await keys.press('v');
      await w.viewer().locator('.parameter.change').first().waitFor();
      await keys.press('ArrowDown', 'ArrowDown', 'Enter');
      await w.viewer().getByRole('tab', { name: 'Timeline', selected: true }).waitFor();
      await w.eventually('the timeline has the keys', () => timelineHasKeys(w));
      await w.viewer().locator('.row.selected').waitFor();
    },
  });

  job({
    name: 'where in the flow it was',
    keys: 1,
    does: async (w, keys) => {
      await keys.press('g');
      await w.viewer().locator('.graph-node, .path-graph').first().waitFor();
      await w.press('g');
      await w.eventually('the timeline has the keys', () => timelineHasKeys(w));
    },
  });

  job({
    name: 'sessions in which the same webhook answered with the same code',
    keys: 2,
    before: async (w) => {
      await w.press('F8');
      await w.viewer().locator('.row.selected .problem').waitFor();
    },
    does: async (w, keys) => {
      await keys.press('f');
      await w.quickPickRow('same webhook, same code').first().waitFor();
      await keys.press('Enter');
      await w.treeRow(/^Query, .+ \d+, \d+ of .* after refinement/).waitFor();
      await w.screenshot('jobs-like-this');
    },
  });

  job({
    name: 'the next session that failed',
    keys: 1,
    before: async (w) => {
      await w.runCommand('View: Revert and Close Editor');
      await w.runCommand('View: Close All Editors');
      await run(w, 'last-days.insights.json');
      await w.treeRow(/^Query, Last days, 50 of /).waitFor();
      await w.treeRow(/^\d{4}-\d\d-\d\d, .+day · \d+\+? sessions/).waitFor();
      await w.press('Control+Alt+Enter');
      await w.eventually('a session has the focus', () => w.isOnSession());
      await w.press('Enter');
      await shown(w);
    },
    does: async (w, keys) => {
      const first = await w.tabInFront();
      await keys.press('Shift+J');
      await w.eventually('another session is in front', async () => (await w.tabInFront()) !== first);
      await shown(w);
      await w.viewer().locator('.row.selected .problem').waitFor();
    },
  });

  job({
    name: 'from a caller’s number to the failing webhook',
    keys: 3 + caller.length,
    does: async (w, keys) => {
      const before = await w.tabInFront();
      await keys.press('Control+Alt+F');
      await w.quickInput().waitFor();
      await keys.type(caller);
      await w.quickPickRow(caller).filter({ hasText: 'With errors' }).first().waitFor();
      await keys.press('Enter');
      await w.eventually('another session is in front', async () => (await w.tabInFront()) !== before);
      await shown(w);
      const newest = await w.tabInFront();
      await keys.press('Shift+J');
      await w.eventually('an older session is in front', async () => (await w.tabInFront()) !== newest);
      await shown(w);
      await w.viewer().locator('.row.selected .problem').waitFor();
    },
  });

  job({
    name: 'why a query finds nothing, and the value that was meant',
    keys: 4,
    before: async (w) => {
      await w.openFile('misspelt.insights.json');
      await w.focusEditor();
      // A click may scroll, and only what is in sight is read.
      await w.goTo(1);
    },
    does: async (w, keys) => {
      await keys.press('Control+Alt+R');
      await w.treeRow(/0 sessions – Why\?/).waitFor();
      await keys.press('Control+Alt+Enter');
      await w.eventually('the row has the focus', () => rowHasFocus(w, /0 sessions/));
      await keys.press('Enter');
      await w
        .quickPickRow(/Write it as "telephony": sessions have this value/i)
        .first()
        .waitFor();
      await w.screenshot('jobs-misspelt');
      await keys.press('Enter');
      await w.eventually('the value is in the query', async () => /"telephony"/i.test(await w.editorText()));
      await w.treeRow(/^Query, Misspelt, \d+ of /).waitFor();
      await w.focusEditor();
      await w.press('Control+Z');
      await w.eventually('undo takes it back', async () => (await w.editorText()).includes('"telefony"'));
    },
  });
});

async function shown(w: Workbench): Promise<void> {
  await w
    .viewer()
    .getByRole('listbox', { name: /^Timeline/u })
    .waitFor();
  await w.eventually('the timeline has the keys', () => timelineHasKeys(w));
}

async function timelineHasKeys(w: Workbench): Promise<boolean> {
  const focused = w.viewer().locator('.timeline .scroller:focus');
  return (await focused.count()) > 0 && (await focused.evaluate((element) => element.ownerDocument.hasFocus()));
}

function clipboard(w: Workbench): Promise<string> {
  return w.page.evaluate(() => navigator.clipboard.readText());
}

async function rowHasFocus(w: Workbench, name: RegExp): Promise<boolean> {
  const row = w.page.locator('.part.sidebar .monaco-list:focus .monaco-list-row.focused');
  return (await row.count()) > 0 && name.test((await row.first().getAttribute('aria-label')) ?? '');
}
