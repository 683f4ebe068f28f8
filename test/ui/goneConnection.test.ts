import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import type { Emulator } from '../../src/emulator/server/server.ts';
import { startEmulator } from '../../src/emulator/server/server.ts';
import { windowTest } from './support/windowTest.ts';

const settings: Record<string, unknown> = {};

describe('a message about a connection that was removed since', () => {
  let service: Emulator;
  before(async () => {
    service = await startEmulator({ key: 'key' });
    settings['insights.connections'] = { gone: { baseUrl: service.origin }, kept: { baseUrl: service.origin } };
  });
  after(() => service.close());
  const test = windowTest({ empty: true, settings });

  test('goes behind the bell, and has a button that says so and asks for no key of another one', async (w) => {
    await w.runCommand('Insights: Set API Key');
    await w.pick('gone');
    await w.quickInputTitle('API Key of "gone"').waitFor();
    await w.answer('wrong');
    await w.toast('The service refused the API key').waitFor();
    await w.runCommand('Insights: Remove Connection');
    await w.pick('gone');
    const question = w.dialog('Remove the connection "gone"');
    await question.waitFor();
    await w.eventually('the other button has the keys', async () => {
      await w.press('Tab');
      return question.getByRole('button', { name: 'Remove' }).evaluate((button) => button.matches(':focus'));
    });
    await w.press('Enter');
    await question.waitFor({ state: 'hidden' });
    await w.toast('The service refused the API key').waitFor({ state: 'hidden' });
    await w.eventually('the connection is gone', async () => {
      await w.runCommand('Insights: Switch Connection');
      await w.quickInputTitle('Switch Connection').waitFor();
      await w.quickPickRow(/kept/u).waitFor();
      const isThere = await w.quickPickRow(/gone/u).count();
      await w.press('Escape');
      return isThere === 0;
    });
    await w.runCommand('Notifications: Show Notifications');
    await w.notification('The service refused the API key').getByRole('button', { name: 'Set API Key' }).click();
    await w.statusBarItem('The connection "gone" is gone').waitFor();
    assert.equal(await w.quickInputTitle(/API Key/u).count(), 0);
  });
});
