import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { sessionFactFields } from '../../schemas/generated/sessionFactFields.ts';
import { otherLanguage } from './support/otherLanguage.ts';
import { findOutOfSight } from './support/outOfSight.ts';
import { pageTest } from './support/pageTest.ts';
import { withoutLetters } from './support/plainData.ts';
import { rareComparisons, rareSessions } from './support/rareStates.ts';
import { seeEverything } from './support/seeEverything.ts';
import type { SessionPage } from './support/sessionPage.ts';
import { watchTexts } from './support/shownTexts.ts';
import { states } from './support/states.ts';
import { viewOf } from './support/viewOf.ts';

const translation = otherLanguage();

/** What the service's documentation says of its fields stays as it is written, also in the sentences about copying a value. */
const documented = sessionFactFields.flatMap(({ path, title, description, words = {} }) => [
  ...[path, title, description, ...Object.values(words)],
  ...['Copy {0}', 'Copied {0}.'].map((sentence) => translation[sentence]?.replace('{0}', title)),
]);

/** Numbers with their units, times with their zone, the other names of callers, and why the browser takes a text for no JSON. */
const ofNoLanguage =
  /\d (?:ms|s|min|h|kB|MB)\b|\bUTC(?:[+-][\d:]+)?|\d{4}-\d\d-\d\dT[\d:.]+Z|\b(?:CALLER|PARTY)-\d+|Expected property name.*|Unexpected .*/gu;

/** What a step says of itself, which makes it one that timed out. */
const dataOfRareStates = 'timed out';

/** The texts in which there is a letter of English. */
function untranslated(texts: readonly string[]): string[] {
  return texts.filter((text) => {
    const said = text.slice(text.indexOf(': ') + 2);
    return (
      ![...documented, 'true', 'false', dataOfRareStates].includes(said) &&
      /[a-z]/iu.test(said.replaceAll(ofNoLanguage, ''))
    );
  });
}

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
    test(`the check sees ${what}`, { view: viewOf({}), translation }, async (p) => {
      const texts = await watchTexts(p);
      await p.page.evaluate(`{ const main = document.querySelector('main'); ${code} }`);
      await p.settled();
      assert.equal(untranslated(await texts()).length, 1);
    });
  }
});
