import assert from 'node:assert/strict';
import { describe } from 'node:test';
import type { ViewAction } from '../../src/protocol/messages.ts';
import { failingCall, ordinaryCall } from './support/calls.ts';
import { pageTest } from './support/pageTest.ts';
import type { SessionPage } from './support/sessionPage.ts';
import { viewOf } from './support/viewOf.ts';

const view = viewOf(ordinaryCall().record());

describe('the page by keyboard', () => {
  const test = pageTest();

  test('has one stop of the Tab key for each list, and shows where it is', { view }, async (p) => {
    await p.act('nextProblem');
    const lists = await p.page.getByRole('listbox').count();
    assert.ok(lists > 0);
    const stops = await walk(p);
    const ofLists = stops.filter(({ role }) => role === 'listbox');
    assert.equal(ofLists.length, lists);
    assert.equal(new Set(ofLists.map(({ name }) => name)).size, lists);
    assert.deepEqual(
      stops.filter(({ role }) => role === 'option'),
      [],
    );
    assert.deepEqual(
      stops.filter(({ visible }) => !visible),
      [],
    );
    assert.deepEqual(
      stops.filter(({ name }) => name === ''),
      [],
    );
  });

  test('moves through a list by arrows, Home and End, and tells which row is the one', { view }, async (p) => {
    const list = p.page.getByRole('listbox', { name: /^Timeline/u });
    await list.focus();
    const position = async (): Promise<string | null> => {
      const id = await list.getAttribute('aria-activedescendant');
      const row = p.page.locator(`[id="${id}"]`);
      assert.equal(await row.getAttribute('aria-selected'), 'true');
      return row.getAttribute('aria-posinset');
    };
    const count = await list.getByRole('option').first().getAttribute('aria-setsize');
    const seen: (string | null)[] = [];
    for (const key of ['Home', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'End', 'ArrowDown', 'Home', 'ArrowUp']) {
      await p.press(key);
      seen.push(await position());
    }
    assert.deepEqual(seen, ['1', '2', '3', '2', count, count, '1', '1']);
    assert.equal(await list.evaluate((element) => element === document.activeElement), true);
  });

  test('leaves the keys to a quick pick that opened meanwhile, and has them where they go on after it', {
    view,
  }, async (p) => {
    const list = p.page.getByRole('listbox', { name: /^Timeline/u });
    const help = p.page.locator('.help');
    const isIn = (place: typeof list): Promise<boolean> =>
      place.evaluate((element) => element === document.activeElement);
    await list.focus();
    await p.page.evaluate(() => {
      document.hasFocus = () => false;
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    await p.act('nextProblem');
    assert.equal(await isIn(list), false);
    await p.act('showShortcuts');
    assert.equal(await isIn(help), false);
    await p.page.evaluate(() => {
      document.hasFocus = () => true;
      window.dispatchEvent(new Event('focus'));
    });
    assert.equal(await isIn(help), true);
  });

  test('goes into a step by Enter and back to the list by Escape', { view }, async (p) => {
    const list = p.page.getByRole('listbox', { name: /^Timeline/u });
    await list.focus();
    await p.press('Home', 'ArrowDown', 'Enter');
    assert.equal(await list.evaluate((element) => element === document.activeElement), false);
    await p.press('Escape');
    assert.equal(await list.evaluate((element) => element === document.activeElement), true);
  });

  const actions: readonly ViewAction[] = [
    'nextProblem',
    'previousProblem',
    'nextTurn',
    'previousTurn',
    'nextTab',
    'previousTab',
    'search',
    'showShortcuts',
    'toggleRaw',
    'collapseTurns',
    'expandTurns',
  ];
  for (const action of actions) {
    test(`keeps the focus in the page through ${action} and Escape`, { view }, async (p) => {
      for (const _ of ['once', 'again']) {
        await p.act(action);
        assert.notEqual((await focused(p)).tag, 'BODY');
        await p.press('Escape');
        assert.notEqual((await focused(p)).tag, 'BODY');
      }
    });
  }

  test('gives the keys back to what had them when VS Code gives them to the page as a whole', { view }, async (p) => {
    const comeBack = (): Promise<void> =>
      p.page.evaluate(() => {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        window.dispatchEvent(new FocusEvent('focus'));
      });
    const list = p.page.getByRole('listbox', { name: /^Timeline/u });
    await list.focus();
    await comeBack();
    assert.equal(await list.evaluate((element) => element === document.activeElement), true);
    // What had them is gone: then what the page is mainly about.
    await p.act('search');
    await p.act('showShortcuts');
    await p.page.evaluate(() => document.activeElement?.remove());
    await comeBack();
    assert.match((await p.focused().getAttribute('aria-label')) ?? '', /^Timeline/u);
  });

  test('keeps the focus when another document comes', { view }, async (p) => {
    await p.act('nextProblem');
    await p.show(viewOf(failingCall().record()));
    assert.notEqual((await focused(p)).tag, 'BODY');
    await p.show(viewOf({ id: 'nothing else' }));
    await p.press('Tab');
    assert.notEqual((await focused(p)).tag, 'BODY');
  });

  test('says what it moved to and what it did, for those who do not see it', { view }, async (p) => {
    const said = (): Promise<string | null> => p.page.locator('[aria-live]').textContent();
    await p.act('nextProblem');
    assert.match((await said()) ?? '', /problem 1 of 1: Answered with 502/u);
    await p.act('nextTurn');
    assert.match((await said()) ?? '', /Turn \d of \d/u);
    await p.act('copyId');
    assert.match((await said()) ?? '', /Copied/u);
  });

  test('shows all of a step whose type nobody knows yet, but for its secrets', {
    view: viewOf({
      flow_path: [
        {
          type: 'ai_agent_v9',
          context: { llm: { tokens: 912 } },
          request: { headers: { Authorization: 'Bearer not-to-be-seen' }, model: 'm1' },
          new_field: 42,
        },
      ],
    }),
  }, async (p) => {
    await p.press('End');
    const shown = (await p.page.getByRole('region', { name: 'As recorded' }).textContent()) ?? '';
    for (const text of ['"tokens"', '912', '"model"', '"new_field"', '42']) assert.ok(shown.includes(text), text);
    assert.doesNotMatch((await p.page.locator('main').textContent()) ?? '', /not-to-be-seen/u);
    await p.act('toggleRaw');
    assert.doesNotMatch((await p.page.locator('main').textContent()) ?? '', /not-to-be-seen/u);
  });

  test('tells who looks at the window why nothing happened', {
    view: viewOf({ flow_path: [{ type: 'speak', response: { code: 201 } }] }),
  }, async (p) => {
    const told = async (action: ViewAction): Promise<string | undefined> => {
      const before = p.asked.length;
      await p.act(action);
      // What is shared comes with a script of its own, the first time.
      for (let tries = 0; p.asked.length === before && tries < 500; tries += 1) await p.page.waitForTimeout(20);
      const asked = p.asked.at(-1);
      return asked?.type === 'tell' ? asked.sentence : undefined;
    };
    assert.match((await told('nextProblem')) ?? '', /No problems/u);
    assert.match((await told('nameNode')) ?? '', /Select a step/u);
    assert.match((await told('copyId')) ?? '', /has no id/u);
    assert.match((await told('copyCurl')) ?? '', /called nothing/u);
    for (const action of ['copyResponse', 'openPayload'] as const) {
      assert.match((await told(action)) ?? '', /got no response/u, action);
    }
    await p.show(viewOf({ transcription: [{ user: 'hello' }] }));
    assert.match((await told('filterFor')) ?? '', /This session has no value/u);
    for (const action of ['copyCurl', 'copyResponse', 'openPayload', 'nextPart'] as const) {
      assert.match((await told(action)) ?? '', /Select a step/u, action);
    }
  });

  test('finds the failing webhook, copies it and walks on, with single keys', { view }, async (p) => {
    await p.press('e');
    await p.page.getByText('UPSTREAM_UNAVAILABLE').first().waitFor();
    assert.match(await p.copiedBy(() => p.press('c')), /Answered with 502/u);
    await p.press('j');
    assert.deepEqual(p.asked.at(-1), { type: 'run', action: 'nextSession' });
  });

  test('offers the fact that it stands at for a query, before anything else', { view }, async (p) => {
    await p.press('Shift+V');
    await p.page.getByRole('button', { name: 'Copy Channel', exact: true }).focus();
    await p.press('f');
    const asked = p.asked.at(-1);
    assert.equal(asked?.type, 'filter');
    assert.deepEqual(asked.candidates[0], { path: 'channel', value: 'voice', label: 'Channel' });
  });

  test('leaves single keys alone when they are off', {
    view: viewOf(ordinaryCall().record(), { singleKeys: false }),
  }, async (p) => {
    const selected = (): Promise<string[]> => p.page.getByRole('option', { selected: true }).allTextContents();
    const before = await selected();
    await p.press('n', 'e', 'c', 'j', '/', '?');
    assert.deepEqual(p.asked, []);
    assert.deepEqual(await selected(), before);
    assert.equal(await p.page.getByRole('dialog').count(), 0);
  });

  test('types into a field what is typed there', { view }, async (p) => {
    await p.press('/');
    await p.page.keyboard.type('ecj?');
    await p.settled();
    assert.equal(await p.page.locator('input:focus').inputValue(), 'ecj?');
    assert.deepEqual(p.asked, []);
  });

  test('does not move by itself when a person wants no motion', { view, reducedMotion: true }, async (p) => {
    assert.deepEqual(await moving(p), []);
  });

  test('does not move by itself when VS Code is told so', { view }, async (p) => {
    await p.page.evaluate(() => document.body.classList.add('vscode-reduce-motion'));
    assert.deepEqual(await moving(p), []);
    // The check itself: it sees what moves.
    await p.page.evaluate(() => document.querySelector('h1')?.style.setProperty('transition', 'opacity 1s'));
    assert.equal((await moving(p)).length, 1);
  });
});

interface Stop {
  /** Which element it is: its number in the document, and in each shadow root below. */
  readonly at: string;
  readonly tag: string;
  readonly role: string;
  readonly name: string;
  /** Whether it looks other than without the focus. */
  readonly visible: boolean;
}

/** Every stop of the Tab key, once around the page from wherever the focus is. */
async function walk(p: SessionPage): Promise<Stop[]> {
  const stops: Stop[] = [];
  while (stops.length < 200) {
    await p.press('Tab');
    const stop = await focused(p);
    if (stops[0]?.at === stop.at) break;
    // Between its end and its start the page has no stop.
    if (stop.tag !== 'BODY') stops.push(stop);
  }
  return stops;
}

/** The element with the focus, within shadow roots too. */
function focused({ page }: SessionPage): Promise<Stop> {
  return page.evaluate(() => {
    const chain: Element[] = [];
    for (let at = document.activeElement; at; at = at.shadowRoot?.activeElement ?? null) chain.push(at);
    const look = (): string =>
      chain
        .flatMap((element) => [element, ...(element.shadowRoot?.querySelectorAll('*') ?? [])])
        .map((element) => {
          const { outline, boxShadow, border, backgroundColor } = getComputedStyle(element);
          return [outline, boxShadow, border, backgroundColor].join();
        })
        .join('\n');
    const inner = chain.at(-1);
    const withFocus = look();
    if (inner instanceof HTMLElement && inner !== document.body) inner.blur();
    const visible = look() !== withFocus;
    if (inner instanceof HTMLElement) inner.focus();
    const [host] = chain;
    const label = (element: Element | undefined): string => {
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
      const text = [...labels, element].map((part) => part?.textContent?.trim()).find(Boolean);
      return element?.getAttribute('aria-label') ?? element?.getAttribute('title') ?? text ?? '';
    };
    return {
      at: chain
        .map((element) => [...(element.getRootNode() as Document | ShadowRoot).querySelectorAll('*')].indexOf(element))
        .join('/'),
      tag: host?.tagName ?? '',
      role: host?.getAttribute('role') ?? '',
      name: label(host) || label(inner),
      visible,
    };
  });
}

/** What has a transition or an animation, within shadow roots too. */
function moving({ page }: SessionPage): Promise<string[]> {
  return page.evaluate(() => {
    const all = (root: ParentNode): Element[] =>
      [...root.querySelectorAll('*')].flatMap((element) => [
        element,
        ...(element.shadowRoot ? all(element.shadowRoot) : []),
      ]);
    const lasts = (durations: string): boolean =>
      durations.split(', ').some((duration) => Number.parseFloat(duration) > 0.01);
    return all(document)
      .filter((element) => {
        const { transitionDuration, animationName, animationDuration, scrollBehavior } = getComputedStyle(element);
        return (
          lasts(transitionDuration) ||
          (animationName !== 'none' && lasts(animationDuration)) ||
          scrollBehavior === 'smooth'
        );
      })
      .map((element) => `${element.tagName} ${element.className}`);
  });
}
