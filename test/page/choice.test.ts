import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { findBarriers } from './support/axe.ts';
import { failingCall, ordinaryCall } from './support/calls.ts';
import { findOutOfSight } from './support/outOfSight.ts';
import { pageTest } from './support/pageTest.ts';
import { themeNames } from './support/themes.ts';
import { viewOf } from './support/viewOf.ts';

const hits = [
  { ...ordinaryCall().record(), id: 'ordinary' },
  { ...failingCall().record(), id: 'failing' },
  { id: 'a'.repeat(400) },
];

describe('the choice between the sessions of a document', () => {
  const test = pageTest();

  test('is made by keys alone, and shows the session', { view: viewOf({ hits }) }, async (p) => {
    const choices = p.page.locator('.session-choice button');
    assert.equal(await p.page.getByRole('heading', { level: 1 }).textContent(), 'This document holds 3 sessions');
    assert.equal(await choices.count(), 3);
    assert.match((await p.focused().textContent()) ?? '', / · ordinary$/u);
    await p.press('Tab');
    assert.match((await p.focused().textContent()) ?? '', / · failing$/u);
    await p.press('Enter');
    assert.equal(await choices.count(), 0);
    await p.page.getByText('6 problems').waitFor();
    assert.equal(await p.focused().getAttribute('role'), 'listbox');
  });

  for (const [name, width] of [
    ['wide', 1_200],
    ['narrow', 300],
  ] as const) {
    test(`looks right and is for everybody: ${name}`, {
      view: viewOf({ hits }),
      size: { width, height: 600 },
    }, async (p) => {
      for (const theme of themeNames) {
        await p.switchTheme(theme);
        await p.screenshot(`choice-${name}-${theme}`);
        assert.deepEqual(await findBarriers(p, theme === 'light' ? 'all' : 'colours'), []);
        assert.deepEqual(await findOutOfSight(p), []);
      }
    });
  }
});
