import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { otherLanguage } from './support/otherLanguage.ts';
import { findOutOfSight } from './support/outOfSight.ts';
import { pageTest } from './support/pageTest.ts';
import { withoutLetters } from './support/plainData.ts';
import { rareComparisons, rareSessions } from './support/rareStates.ts';
import { seeEverything } from './support/seeEverything.ts';
import type { SessionPage } from './support/sessionPage.ts';
import { watchTexts } from './support/shownTexts.ts';
import { states } from './support/states.ts';
import { untranslatedIn } from './support/untranslated.ts';
import { viewOf } from './support/viewOf.ts';

const translation = otherLanguage();

const untranslated = untranslatedIn(translation);

/** Everything that a key does; the last one opens the search. */
const keys = {
  session: '? Escape 1 2 3 [ ] e n r g g f o c Shift+C m m v v v v V /',
  comparison: '? Escape e Shift+E f o d s 2 3 1',
} as const;

/** What the page has its host say. */
function toldToHost({ asked }: SessionPage): string[] {
  return asked.flatMap((message) => {
    if (message.type === 'copy' && 'sentence' in message) return [`copy: ${message.sentence}`];
    if (message.type === 'openText') return [`openText: ${message.title.replace(/\.(?:json|txt)$/u, '')}`];
    return message.type === 'filter' ? message.candidates.map(({ label }) => `filter: ${label}`) : [];
  });
}

async function doEverything(p: SessionPage): Promise<void> {
  const comparison = 'left' in p.view;
  await p.press(...keys[comparison ? 'comparison' : 'session'].split(' '));
  if (!comparison) {
    await p.page.keyboard.type('(1');
    await p.press('Enter', 'Escape');
    for (const action of ['copyId', 'copyResponse', 'copyHttp', 'openNodeLink', 'nameNode'] as const)
      await p.act(action);
  }
  await seeEverything(p);
  for (const button of await p.page.locator('vscode-button:visible:has(.codicon-copy)').all()) await button.click();
  for (const field of await p.page.locator('.filter-field input').all()) await field.fill('(1)');
  await p.settled();
}

describe('in another language', () => {
  const test = pageTest();
  const usual = states.filter(({ name }) => !/hostile|right-to-left|wide/u.test(name));

  for (const { name, view, size, act } of usual) {
    const options = { view: withoutLetters(view()), translation, ...(size ? { size } : {}) };
    test(`nothing of ours is English: ${name}`, options, async (p) => {
      const texts = await watchTexts(p);
      await act?.(p);
      await p.settled();
      await p.screenshot(`language-${name}`);
      assert.deepEqual(await findOutOfSight(p), []);
      await doEverything(p);
      assert.deepEqual(untranslated([...(await texts()), ...toldToHost(p)]), []);
    });
  }

  for (const [name, views] of [
    ['sessions', rareSessions()],
    ['comparisons', rareComparisons()],
  ] as const) {
    const [first = viewOf({}), ...others] = views;
    test(`nothing of ours is English: seldom seen ${name}`, { view: first, translation }, async (p) => {
      const texts = await watchTexts(p);
      await doEverything(p);
      for (const view of others) {
        await p.show(view);
        await p.press('g');
        await seeEverything(p);
      }
      assert.deepEqual(untranslated([...(await texts()), ...toldToHost(p)]), []);
    });
  }

  const overlooked: [what: string, code: string][] = [
    ['a text', "main.append('left')"],
    ['a word of a sentence', "main.append('⟦ōōō⟧, left')"],
    ['a name', "main.ariaLabel = 'left'"],
    ['what stands there for a moment', "main.title = 'left'; setTimeout(() => main.removeAttribute('title'))"],
    ['what is in a shadow', "main.querySelector('vscode-button').shadowRoot.append('left')"],
  ];
  for (const [what, code] of overlooked) {
    test(`the check sees ${what}`, { view: viewOf({ id: 'a' }), translation }, async (p) => {
      const texts = await watchTexts(p);
      await p.page.evaluate(`{ const main = document.querySelector('main'); ${code} }`);
      await p.settled();
      assert.equal(untranslated(await texts()).length, 1);
    });
  }
});
