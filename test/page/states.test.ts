import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { findBarriers } from './support/axe.ts';
import { ordinaryCall } from './support/calls.ts';
import { findOutOfSight } from './support/outOfSight.ts';
import { pageTest } from './support/pageTest.ts';
import type { SessionPage } from './support/sessionPage.ts';
import { states } from './support/states.ts';
import type { ThemeName } from './support/themes.ts';
import { themeNames } from './support/themes.ts';
import { viewOf } from './support/viewOf.ts';

describe('the page, for everybody', () => {
  const test = pageTest();

  for (const { name, view, size, act } of states) {
    test(name, { view: view(), ...(size ? { size } : {}) }, async (p, t) => {
      await act?.(p);
      for (const theme of themeNames) await t.test(theme, () => look(p, name, theme));
      for (const tab of await p.page.locator('[role=tab][id^=tab-]').all()) {
        if ((await tab.getAttribute('aria-selected')) === 'true') continue;
        await tab.click();
        const label = /\p{L}+/u.exec((await tab.textContent()) ?? '')?.[0]?.toLowerCase() ?? 'tab';
        for (const theme of name === 'normal' ? themeNames : (['light'] as const))
          await t.test(`${label}, ${theme}`, () => look(p, `${name}-${label}`, theme));
      }
    });
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

async function look(p: SessionPage, name: string, theme: ThemeName): Promise<void> {
  await p.switchTheme(theme);
  await p.screenshot(`${name}-${theme}`);
  // What does not depend on colours is the same in every theme.
  assert.deepEqual(await findBarriers(p, theme === 'light' ? 'all' : 'colours'), []);
  assert.deepEqual(await findOutOfSight(p), []);
}
