import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import type { Emulator } from '../../src/emulator/server/server.ts';
import { startEmulator } from '../../src/emulator/server/server.ts';
import { windowTest } from './support/windowTest.ts';
import type { Workbench } from './support/workbench.ts';

const back = 'Control+Alt+Minus';

describe('connections, with the keyboard alone', () => {
  let service: Emulator;
  before(async () => {
    service = await startEmulator({ key: 'key-of-service' });
  });
  after(() => service.close());

  const test = windowTest({
    files: {
      'anywhere.insights.json': '{ "name": "Anywhere", "page_size": 2 }',
      'shared.insights.json': '{ "name": "Shared", "connection": "shared" }',
    },
  });

  test('one is added step by step, and each step leads back to the one before', async (w) => {
    await w.openFile('anywhere.insights.json');
    await w.runCommand('Insights: Add Connection');
    await step(w, 1);
    await w.answer('stage');
    await step(w, 2);
    await w.press(back);
    await step(w, 1);
    await w.eventually('the name is there', async () => (await w.quickInput().inputValue()) === 'stage');
    await w.press('Enter');
    await step(w, 2);
    await w.pick('Another address');
    await step(w, 3);
    await w.answer('http://insights.example.com');
    await w.quickInputMessage(/must start with https/).waitFor();
    await w.answer(service.origin);
    await step(w, 4);
    await w.press(back);
    await step(w, 3);
    await w.eventually('the address is there', async () => (await w.quickInput().inputValue()) === service.origin);
    await w.press('Enter');
    await step(w, 4);
    await w.pick('Production', /^Production/);
    await step(w, 5);
    await w.press('Enter');
    await w.quickInputTitle('API Key of "stage"').waitFor();
    await w.answer('wrong-key');
    await w.pressToastButton('The service refused the API key', 'Set API Key');
    await w.quickInputTitle('API Key of "stage"').waitFor();
    await w.answer('key-of-service');
    await said(w, 'Connected to "stage". The key was accepted.');
  });

  test('the lens and the status bar say which one is used, and mark production', async (w) => {
    await w.lens('on stage').waitFor();
    const item = w.statusBarItem('stage');
    await item.and(w.page.locator('.warning-kind')).waitFor();
    await w.focusEditor();
    await w.press('Control+Alt+R');
    await w.treeRow(/^Query, Anywhere, 2 of [\d,]+ · stage/).waitFor();
    await w.screenshot('connection-production');
  });

  test('a connection that is renamed keeps its key and stays the active one', async (w) => {
    await w.runCommand('Insights: Edit Connection');
    await w.pick('stage');
    await step(w, 1);
    await w.answer('staging');
    for (const number of [2, 3, 4]) {
      await step(w, number);
      await w.press('Enter');
    }
    await w.statusBarItem('staging').waitFor();
    await w.runCommand('Insights: Verify Connection');
    await w.pick('staging');
    await said(w, 'Connected to "staging". The key was accepted.');
  });

  test('another is switched to from the status bar', async (w) => {
    await w.statusBarItem('staging').click();
    await w.pick('sample');
    await w.lens('on sample').waitFor();
    await w.runCommand('Insights: Switch Connection');
    await w.pick('staging');
    await w.lens('on staging').waitFor();
  });

  test('the row of a refused key asks for the key of its own connection', async (w) => {
    await w.runCommand('Insights: Set API Key');
    await w.quickPickRow('staging').click();
    await w.quickInputTitle('API Key of "staging"').waitFor();
    await w.answer('wrong-key');
    await w.toast('The service refused the API key').waitFor();
    await w.runCommand('Notifications: Clear All Notifications');
    await w.focusEditor();
    await w.press('Control+Alt+R');
    await w.treeRow(/^The service refused the API key/).click();
    await w.quickInputTitle('API Key of "staging"').waitFor();
    await w.answer('key-of-service');
    await said(w, 'Connected to "staging". The key was accepted.');
  });

  test('forgetting all keys asks first, and then there is none', async (w) => {
    await w.runCommand('Insights: Forget All API Keys');
    const dialog = w.dialog('Forget the API keys of all connections?');
    await dialog.waitFor();
    // Enter alone says no.
    await w.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await w.lens('on staging').waitFor();
    await w.runCommand('Insights: Forget All API Keys');
    await dialog.getByRole('button', { name: 'Forget All Keys', exact: true }).press('Enter');
    await w.toast('Forgot API keys: 1.').waitFor();
    await w.lens('Set up staging').waitFor();
    await w.focusEditor();
    await w.press('Control+Alt+R');
    await w.treeRow(/"staging" has no API key yet\./).waitFor();
  });

  test('removing the active one leaves the built-in sample', async (w) => {
    await w.runCommand('Insights: Remove Connection');
    await w.pick('staging');
    const dialog = w.dialog('Remove the connection "staging"');
    await dialog.getByRole('button', { name: 'Remove', exact: true }).press('Enter');
    await w.lens('on sample').waitFor();
    await w.statusBarItem('sample').waitFor();
  });

  test('one of a file is looked at when it is added, and says what is wrong with it', async (w) => {
    await w.runCommand('Insights: Add Connection');
    await step(w, 1);
    await w.answer('archive');
    await step(w, 2);
    await w.pick('A file of exported');
    await step(w, 3);
    await w.answer('exports/week.ndjson');
    await step(w, 4);
    await w.press('Enter');
    await step(w, 5);
    await w.press('Enter');
    await said(w, /The file of "archive" doesn’t exist: .*week\.ndjson\./);
    w.writeFile('exports/week.ndjson', `{"id":"a"}\n{"id":\n`);
    await w.runCommand('Insights: Edit Connection');
    await w.pick('archive');
    await step(w, 1);
    for (const number of [2, 3, 4]) {
      await w.press('Enter');
      await step(w, number);
    }
    await w.press('Enter');
    await said(w, /can’t be read as exported sessions \(.*week\.ndjson, line 2: /);
    w.writeFile('exports/week.ndjson', '{"id":"a"}\n');
    await w.runCommand('Insights: Verify Connection');
    await w.pick('archive');
    await said(w, 'Connected to "archive". Its file can be read.');
    await w.runCommand('Insights: Switch Connection');
    await w.pick('sample');
    await w.lens('on sample').waitFor();
  });

  test('one that the workspace defines asks, naming the host, before its first request', async (w) => {
    w.changeSettings({ 'insights.connections': { shared: { baseUrl: service.origin } } });
    await w.openFile('shared.insights.json');
    await w.lens('Set up shared').waitFor();
    await w.runCommand('Insights: Set API Key');
    await w.pick('shared');
    await w.quickInputTitle('API Key of "shared"').waitFor();
    await w.answer('key-of-service');
    const question = w.dialog(`Send requests to ${new URL(service.origin).host}?`);
    await question.getByText('This workspace defines the connection "shared".').waitFor();
    await w.press('Escape');
    await w.toast('Nothing was sent: requests to "shared", which this workspace defines').waitFor();
    await w.runCommand('Insights: Verify Connection');
    await w.pick('shared');
    // Enter alone says no.
    await question.waitFor();
    await w.press('Enter');
    await question.waitFor({ state: 'detached' });
    await w.runCommand('Insights: Verify Connection');
    await w.pick('shared');
    await question.getByRole('button', { name: 'Send Requests', exact: true }).press('Enter');
    await said(w, 'Connected to "shared". The key was accepted.');
  });
});

describe('a workspace that is not trusted', () => {
  const test = windowTest({
    trusted: false,
    files: {
      'live.insights.json': '{ "name": "Live", "connection": "live", "page_size": 2 }',
      'sample.insights.json': '{ "name": "Sample", "connection": "sample", "page_size": 2 }',
    },
    settings: { 'insights.connections': { live: { region: 'eu' } } },
  });

  test('runs queries on the sample connection', async (w) => {
    await w.openFile('sample.insights.json');
    await w.focusEditor();
    await w.press('Control+Alt+R');
    await w.treeRow(/^Query, Sample, 2 of [\d,]+ · sample/).waitFor();
  });

  test('sends nothing to any other, and says what it waits for', async (w) => {
    await w.openFile('live.insights.json');
    await w.focusEditor();
    await w.press('Control+Alt+R');
    await w.treeRow(/Requests to "live" wait until you trust this workspace\./).waitFor();
    await w.screenshot('untrusted');
  });

  test('says so of an export before it asks anything', async (w) => {
    await w.openFile('live.insights.json');
    await w.focusEditor();
    await w.runCommand('Insights: Export All Results');
    await said(w, /Requests to "live" wait until you trust this workspace\./u);
    assert.equal(await w.quickInputTitle('Export All Results').locator('visible=true').count(), 0);
  });

  test('offers no deletion', async (w) => {
    await w.treeRow(/^(Successful|With warnings|With errors|In progress), \d\d-\d\d /).click({ button: 'right' });
    await w.page.getByRole('menuitem', { name: 'Copy Session Id' }).waitFor();
    assert.equal(await w.page.getByRole('menuitem', { name: 'Delete Session' }).count(), 0);
    await w.press('Escape');
  });
});

/** Waits for a step of the connection that is being added or edited. */
async function step(w: Workbench, number: number): Promise<void> {
  await w.quickInputTitle(`(${number}/5)`).waitFor();
}

/** Waits for a message, as it comes up or among all that came: a toast goes by, and one that comes closes the list. */
async function said(w: Workbench, text: string | RegExp): Promise<void> {
  const message = w.page.locator('.notification-list-item', { hasText: text }).locator('visible=true');
  await w.eventually(`it is said: ${text}`, async () => {
    if ((await message.count()) > 0) return true;
    await w.runCommand('Notifications: Show Notifications');
    return (await message.count()) > 0;
  });
  await w.runCommand('Notifications: Clear All Notifications');
}
