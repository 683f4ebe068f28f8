import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { keysInPage } from './support/walking.ts';
import { windowTest } from './support/windowTest.ts';
import type { Workbench } from './support/workbench.ts';

const validate = '7a7f2e6f7340dc7249f813fb';
const order = {
  id: 'one',
  agent_information: { name: 'Napoli order line' },
  flow_path: [
    { type: 'speak', node_id: '6b6f2e689ce1d4ecd57793c5', request: { payload: '{"text":"Hello"}' } },
    {
      type: 'webhook',
      node_id: validate,
      request: { verb: 'POST', url: 'https://orders.example/v2/orders/validate' },
      response: { code: 502, payload: '{}' },
    },
  ],
};
const session = { 'order.insights-session.json': JSON.stringify(order) };

const step = (w: Workbench, text: string | RegExp) => w.viewer().locator('.timeline .row', { hasText: text });

/** Opens the session and selects its failing webhook. */
async function toWebhook(w: Workbench): Promise<void> {
  await w.openFile('order.insights-session.json');
  await w.viewer().getByRole('heading', { name: 'Napoli order line' }).waitFor();
  await keysInPage(w);
  await w.press('F8');
  await w.viewer().locator('.problem-line').waitFor();
}

/** Asks for the name of the selected node. */
async function pressName(w: Workbench): Promise<void> {
  await keysInPage(w);
  await w.press('Shift+Alt+N');
}

describe('naming a node in a repository that names none yet', () => {
  const test = windowTest({ empty: true, files: session });

  test('makes the file, shows the name, and gives the keys back', async (w) => {
    await toWebhook(w);
    await pressName(w);
    await w.quickInputMessage('kept in insights.nodes.json').waitFor();
    assert.equal(await w.quickInput().inputValue(), 'POST orders/validate');
    await w.answer('Validate the order');
    await step(w, 'Validate the order').waitFor();
    // The name is shown before its file is saved.
    await w.eventually('the file has the name', async () => {
      const text = w.readFile('insights.nodes.json');
      return text === `{\n  "nodes": {\n    "${validate}": "Validate the order"\n  }\n}\n`;
    });
    // The key is the page's again.
    await keysInPage(w);
    await w.press('/');
    await w.viewer().locator('.search').waitFor();
    await w.press('Escape');
  });

  test('renames, and an empty name takes it away', async (w) => {
    await pressName(w);
    await w.quickInputMessage('Leave it empty to take the name away').waitFor();
    assert.equal(await w.quickInput().inputValue(), 'Validate the order');
    await w.answer('<b>Check</b>');
    await step(w, '<b>Check</b>').waitFor();
    await pressName(w);
    await w.answer('');
    await step(w, /webhook\s*…49f813fb/u).waitFor();
    await w.eventually('its file has lost it', () => !w.readFile('insights.nodes.json').includes(validate));
  });

  test('is undone in the file’s editor, opened later', async (w) => {
    await pressName(w);
    await w.answer('Validate the order');
    await step(w, 'Validate the order').waitFor();
    await w.openFile('insights.nodes.json');
    await w.focusEditor();
    await w.press('Control+Z');
    await w.openFile('order.insights-session.json');
    await step(w, /webhook\s*…49f813fb/u).waitFor();
  });
});

describe('node files as they are', () => {
  const linked = {
    'insights.nodes.json': `{\n  // ours\n  "nodes": {\n    "${validate}": { "name": "Validate", "link": "src/order.ts#L2" }, // the webhook\n  },\n}\n`,
    'flows/insights.nodes.json': '{ "nodes": {} }',
    'src/order.ts': 'first\nsecond\nthird\n',
    'broken/insights.nodes.json': '[',
  };
  const test = windowTest({ empty: true, files: { ...session, ...linked } });

  test('a new name goes into the file that the person chooses, comments stay', async (w) => {
    await toWebhook(w);
    await step(w, 'Validate').waitFor();
    await w.viewer().locator('.timeline .row', { hasText: 'Hello' }).click();
    await pressName(w);
    await w.quickPickRow('flows/insights.nodes.json').waitFor();
    await w.pick('insights.nodes.json', /^insights\.nodes\.json/u);
    await w.quickInputMessage('kept in insights.nodes.json').waitFor();
    await w.answer('Greeting');
    await step(w, 'Greeting').waitFor();
    await w.eventually('the file has the name', () => w.readFile('insights.nodes.json').includes('Greeting'));
    const text = w.readFile('insights.nodes.json');
    assert.match(text, /^ {2}\/\/ ours$/mu);
    assert.match(text, /\}, \/\/ the webhook\n {4}"6b6f2e689ce1d4ecd57793c5": "Greeting",\n {2}\},\n/u);
  });

  test('what cannot be written says why', async (w) => {
    await w.viewer().locator('.timeline .row', { hasText: 'Greeting' }).click();
    await pressName(w);
    await w.answer('');
    await w.eventually('the name is gone', async () => (await step(w, 'Greeting').count()) === 0);
    await pressName(w);
    await w.quickPickRow('broken/insights.nodes.json').waitFor();
    await w.pick('broken');
    await w.answer('Greeting');
    await w.toast('Couldn’t write the name to broken/insights.nodes.json').waitFor();
    await w.pressToastButton('Couldn’t write the name', 'Open Node File');
    await w.tab('insights.nodes.json').waitFor();
    assert.equal(w.readFile('broken/insights.nodes.json'), '[');
  });

  test('a link opens its file at its line', async (w) => {
    await toWebhook(w);
    await w.press('Shift+Alt+L');
    await w.tab('order.ts').waitFor();
    await w.statusBarItem('Ln 2, Col 1').waitFor();
  });
});
