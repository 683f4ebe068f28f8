import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { pageTest } from './support/pageTest.ts';
import { viewOf } from './support/viewOf.ts';

const step = (request: string, spoken: string): object => ({ type: 'speak', request_id: request, output: spoken });

/** A session in progress, with so much of it. */
const call = (...steps: readonly object[]): object => ({ id: 'live', status: 'in_progress', flow_path: steps });
const first = [step('r1', 'Welcome.'), step('r1', 'How can I help?')];
const then = [...first, step('r2', 'One moment.'), step('r2', 'It is baking.')];

describe('a session that goes on while it is shown', () => {
  const test = pageTest();

  test('marks what came, says it once, and leaves what is selected', { view: viewOf(call(...first)) }, async (p) => {
    const said = () => p.page.getByRole('status').first().textContent();
    const rows = p.page.getByRole('listbox', { name: /^Timeline/u });
    await rows.getByRole('option').first().click();
    const selected = await rows.getByRole('option', { selected: true }).textContent();
    assert.equal(await p.page.locator('.fresh').count(), 0);
    await p.show(viewOf(call(...then)));
    assert.equal(await p.page.locator('.fresh').count(), 2);
    assert.equal(await rows.getByRole('option', { name: /^(?:.*, )?new, /u }).count(), 2);
    assert.match((await said()) ?? '', /2 new steps/u);
    assert.equal(await rows.getByRole('option', { selected: true }).textContent(), selected);
    // Nothing came, and another setting shows the same again.
    await p.show(viewOf(call(...then), { timeZone: 'Europe/Berlin' }));
    assert.equal(await p.page.locator('.fresh').count(), 2);
  });
});
