import { describe } from 'node:test';
import { windowTest } from './support/windowTest.ts';

describe('the zone that times are shown in', () => {
  const test = windowTest({
    files: {
      '.vscode/settings.json': '{ "insights.timeZone": "Europe/Pariss" }',
      'any.insights.json': '{ "name": "Any" }',
    },
  });

  test('one that is not known is named, with the way to change it', async (w) => {
    await w.openFile('any.insights.json');
    await w.toast('There is no time zone "Europe/Pariss": times are shown in UTC.').waitFor();
    await w.pressToastButton('There is no time zone', 'Change Setting');
    await w.page
      .getByText('Times are shown in', { exact: false })
      .or(w.page.locator('.settings-editor'))
      .first()
      .waitFor();
  });
});
