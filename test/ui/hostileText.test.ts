import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe } from 'node:test';
import type { Locator } from 'playwright-core';
import { run } from './support/queryRuns.ts';
import { windowTest } from './support/windowTest.ts';

const link = '[Sign in again](command:workbench.action.toggleZenMode)';
const settings: Record<string, unknown> = {};

describe('text from outside', () => {
  let service: Server;
  before(async () => {
    service = createServer((_request, response) => {
      response.writeHead(400, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ message: `Session ended. ${link} $(error)\nForged line` }));
    });
    await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
    const { port } = service.address() as AddressInfo;
    settings['insights.connections'] = { evil: { baseUrl: `http://127.0.0.1:${port}` } };
  });
  after(() => {
    service.close();
    service.closeAllConnections();
  });

  const test = windowTest({
    settings,
    files: {
      'fix.insights.json': JSON.stringify({
        name: 'Fix',
        connection: '[Fix it](command:workbench.action.toggleZenMode)',
      }),
      'icon.insights.json': JSON.stringify({ name: 'Icon', connection: '$(error) production' }),
      'turned.insights.json': JSON.stringify({ name: 'Turned \u202Egnp.exe', connection: 'sample' }),
      'named.insights.json': JSON.stringify({ name: `$(zap) ${link}`, connection: 'sample', page_size: 1 }),
    },
  });

  test('in what a service answers is no link in a message', async (w) => {
    await w.runCommand('Insights: Set API Key');
    await w.pick('evil');
    await w.quickInputTitle('API Key of "evil"').waitFor();
    await w.answer('key-of-evil');
    await assertPlain(
      w.toast('Sign in again').locator('.notification-list-item-message'),
      'Session ended. [Sign in again]',
    );
    await w.runCommand('Notifications: Clear All Notifications');
  });

  test('in a query file is no link in a message', async (w) => {
    await w.openFile('fix.insights.json');
    await w.runCommand('Insights: Copy as cURL');
    await assertPlain(
      w.toast('Fix it').locator('.notification-list-item-message'),
      'There is no connection named "[Fix it]',
    );
    await w.runCommand('Notifications: Clear All Notifications');
  });

  test('in a query file is no icon in the status bar', async (w) => {
    await w.openFile('icon.insights.json');
    const item = w.statusBarItem('production');
    await item.locator('.codicon-warning').waitFor();
    assert.equal(await item.locator('.codicon-error').count(), 0);
    assert.equal(await item.locator('.codicon-warning').count(), 1);
  });

  test('that turns the writing direction is named in the tree', async (w) => {
    await w.showContainer('Insights');
    await w.treeRow(/^Query, Turned \[U\+202E\]gnp\.exe/).waitFor();
    const rows = await w.treeRows();
    assert.ok(rows.some((row) => row.includes('Turned [U+202E]gnp.exe')) && !rows.join('').includes('\u202E'));
  });

  test('is what it is in a list of choices', async (w) => {
    await run(w, 'named.insights.json');
    await w.treeRow(/^Query, \$.*, 1 of /).waitFor();
    await w.runCommand('Insights: Show Run History');
    const row = w.quickPickRow('Sign in again');
    await assertPlain(row, '$');
    assert.equal(await row.locator('.codicon-zap').count(), 0);
    await w.press('Escape');
  });
});

/** It is shown as text, in which nothing can be pressed. */
async function assertPlain(shown: Locator, text: string): Promise<void> {
  await shown.waitFor();
  assert.equal(await shown.locator('a[href]').count(), 0);
  // biome-ignore lint/performance/useDomNodeTextContent: what a person sees.
  assert.ok((await shown.innerText()).replaceAll('\u2060', '').includes(text), await shown.innerText());
}
