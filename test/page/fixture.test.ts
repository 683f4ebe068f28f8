import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { pageTest } from './support/pageTest.ts';
import { viewOf } from './support/viewOf.ts';

const view = viewOf({ id: 's', agent_information: { name: 'Napoli order line' } });

describe('the page alone in a browser', () => {
  const test = pageTest();

  test('shows what its host answers, and what it sends later', { view }, async (p) => {
    await p.page.getByRole('heading', { name: 'Napoli order line' }).waitFor();
    await p.show(viewOf({ agent_information: { name: 'Renamed' } }));
    await p.page.getByRole('heading', { name: 'Renamed' }).waitFor();
  });

  test('has what it asks of its host recorded', { view }, async (p) => {
    await p.act('copyId');
    assert.deepEqual(p.copied(), ['s']);
  });

  test('gets back what it kept when it opens again', { view }, async (p) => {
    await p.page.getByRole('tab', { name: /^Tags/u }).click();
    await p.settled();
    assert.ok(p.kept);
    await p.reload();
    await p.page.getByRole('tab', { name: /^Tags/u, selected: true }).waitFor();
  });

  const misdeeds: [what: string, complaint: RegExp, code: string][] = [
    ['a request', /^requested: https:\/\/elsewhere\.test|img-src/u, "new Image().src = 'https://elsewhere.test/'"],
    ['a style of its own', /style-src/u, "document.body.setAttribute('style', 'color: red')"],
    [
      'a handler in the text',
      /script-src/u,
      "document.body.setAttribute('onclick', 'canary(1)'); document.body.click()",
    ],
    ['text that runs', /^ran: here/u, "canary('here')"],
    ['an error in the console', /^error: no/u, "console.error('no')"],
    ['an error that nobody caught', /^threw: Error: no/u, "setTimeout(() => { throw new Error('no') }); 1"],
    ['a promise that nobody caught', /^threw: Error: no/u, "Promise.reject(new Error('no')); 1"],
    ['a dialog', /^opened a dialog: no/u, "alert('no')"],
    ['a frame', /^has a frame|^went to about:blank/u, "document.body.append(document.createElement('iframe'))"],
    ['a window', /^opened a window: /u, "open('about:blank'); 1"],
    ['leaving for elsewhere', /^requested: https:\/\/elsewhere\.test/u, "location.assign('https://elsewhere.test/')"],
  ];
  for (const [what, complaint, code] of misdeeds) {
    test(`notices ${what}`, { view }, async (p) => {
      await p.page.evaluate(code);
      await p.forgive(complaint);
    });
  }
});
