import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { findBarriers } from './support/axe.ts';
import { ordinaryCall } from './support/calls.ts';
import { findOutOfSight } from './support/outOfSight.ts';
import { pageTest } from './support/pageTest.ts';
import { states } from './support/states.ts';
import { themeNames } from './support/themes.ts';
import { viewOf } from './support/viewOf.ts';

describe('the page, for everybody', () => {
  const test = pageTest();

  for (const theme of themeNames) {
    for (const { name, view, size, act } of states) {
      test(`${name}, ${theme}`, { view: view(), theme, ...(size ? { size } : {}) }, async (p) => {
        await act?.(p);
        await p.settled();
        await p.screenshot(`${name}-${theme}`);
        // What does not depend on colours is the same in every theme.
        const check = theme === 'light' ? 'all' : 'colours';
        assert.deepEqual(await findBarriers(p, check), []);
        assert.deepEqual(await findOutOfSight(p), []);
        const tabs = theme === 'light' || name === 'normal' ? await p.page.getByRole('tab').all() : [];
        for (const tab of tabs) {
          if ((await tab.getAttribute('aria-selected')) === 'true') continue;
          await tab.click();
          await p.settled();
          const label = /\p{L}+/u.exec((await tab.textContent()) ?? '')?.[0]?.toLowerCase() ?? 'tab';
          await p.screenshot(`${name}-${label}-${theme}`);
          assert.deepEqual(await findBarriers(p, check), [], label);
          assert.deepEqual(await findOutOfSight(p), [], label);
        }
      });
    }
  }

  describe('the check itself', () => {
    const barriers: [rule: string, html: string, inShadow: boolean][] = [
      ['button-name', '<button></button>', false],
      ['button-name', '<button></button>', true],
      ['color-contrast', '<p>barely there</p>', true],
    ];
    for (const [rule, html, inShadow] of barriers) {
      test(`sees ${rule}${inShadow ? ' in a shadow root' : ''}`, {
        view: viewOf(ordinaryCall().record()),
      }, async (p) => {
        await p.page.evaluate(
          ({ markup, shadow }) => {
            const host = document.createElement('div');
            document.querySelector('main')?.prepend(host);
            const root = shadow ? host.attachShadow({ mode: 'open' }) : host;
            root.innerHTML = markup;
            const [first] = root.children;
            if (first instanceof HTMLElement) Object.assign(first.style, { color: '#f8f8f8', background: '#fff' });
          },
          { markup: html, shadow: inShadow },
        );
        const found = await findBarriers(p, 'all');
        assert.ok(
          found.some((barrier) => barrier.startsWith(`${rule}: `)),
          found.join('\n'),
        );
      });
    }
  });
});
