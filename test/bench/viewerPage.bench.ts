// From a document's bytes to the drawn page, in a browser: how much of it depends on the number of steps.
import { chromium } from 'playwright-core';
import { longCall } from '../page/support/calls.ts';
import { pageRun } from '../page/support/pageRun.ts';
import { SessionPage } from '../page/support/sessionPage.ts';
import { viewOf } from '../page/support/viewOf.ts';
import { WebviewTab } from '../page/support/webviewTab.ts';

interface Times {
  /** From the host's message to the frame that shows the session. */
  readonly drawn: number;
  /** Decoding and parsing the same bytes, which nothing can do without. */
  readonly parsed: number;
  /** From a key to the frame that shows the next step, with the session open. */
  readonly key: number;
  /** The slowest of the keys that show talk, steps and everything, when each is pressed first, and when each was pressed before. */
  readonly first: number;
  readonly again: number;
}

const rounds = 5;
const items = Array.from({ length: 80 }, (_, item) => ({ item, name: `Item ${item}`, words: 'a'.repeat(60) }));
const sessions: readonly (readonly [name: string, steps: number, answer?: (turn: number) => unknown])[] = [
  ['10 steps', 10],
  ['200 steps', 200],
  ['2,000 steps', 2_000],
  ['20,000 steps', 20_000],
  ['2,000 steps with answers of 8 kB', 2_000, () => ({ items })],
];

const run = pageRun();
const browser = await chromium.connect(run.browser);
const found = new Map<string, Times>();
for (const [name, steps, answer] of sessions) {
  const text = JSON.stringify({ ...Object(longCall(steps, answer).record()), agent_information: { name } });
  const times: Times[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await measureOnce(name, text));
  const middle = (of: (time: Times) => number): number => times.map(of).toSorted((a, b) => a - b)[rounds >> 1] ?? 0;
  const median = {
    drawn: middle(({ drawn }) => drawn),
    parsed: middle(({ parsed }) => parsed),
    key: middle(({ key }) => key),
    first: middle(({ first }) => first),
    again: middle(({ again }) => again),
  };
  found.set(name, median);
  console.log(`page, ${name}, size, MB: ${(text.length / 1_000_000).toFixed(1)}`);
  console.log(`page, ${name}, bytes to drawn, ms: ${median.drawn.toFixed(1)}`);
  console.log(`page, ${name}, of that decode and parse, ms: ${median.parsed.toFixed(1)}`);
  console.log(`page, ${name}, key to drawn, ms: ${median.key.toFixed(1)}`);
  console.log(`page, ${name}, talk, steps or everything by key, ms: ${median.first.toFixed(1)}`);
  console.log(`page, ${name}, the same again, ms: ${median.again.toFixed(1)}`);
}
await browser.close();

const ratio = (of: (times: Times) => number): string => {
  const [few, many] = ['200 steps', '20,000 steps'].map((name) => found.get(name));
  return few && many ? (of(many) / of(few)).toFixed(1) : 'n/a';
};
console.log(`page, bytes to drawn, 20,000 steps over 200: ${ratio(({ drawn }) => drawn)}`);
console.log(`page, the same without decode and parse: ${ratio(({ drawn, parsed }) => drawn - parsed)}`);
console.log(`page, key to drawn, 20,000 steps over 200: ${ratio(({ key }) => key)}`);

/** In a tab of its own, so that nothing has run before that would not have run for a person who opens a session. */
async function measureOnce(name: string, text: string): Promise<Times> {
  const tab = await WebviewTab.open(browser);
  await tab.page.setViewportSize({ width: 1200, height: 800 });
  const session = new SessionPage({
    tab,
    run,
    theme: run.theme,
    view: viewOf({ id: 'none', agent_information: { name: 'Nothing yet' } }),
  });
  await session.open();
  const { settings } = viewOf({});
  const times = await session.page.evaluate(
    async (given): Promise<Times> => {
      const painted = (): Promise<void> =>
        new Promise((resolve) => {
          requestAnimationFrame(() => setTimeout(resolve));
        });
      const bytes = new TextEncoder().encode(given.text);
      const started = performance.now();
      window.postMessage(
        {
          type: 'request',
          number: 1_000_000,
          message: {
            type: 'show',
            view: {
              content: { type: 'document', bytes, partial: false },
              fileName: 'bench.insights-session.json',
              settings: given.settings,
            },
          },
        },
        location.origin,
      );
      // Its first problem stands before the name.
      do await painted();
      while (!document.querySelector('h1')?.textContent?.includes(given.name));
      const drawn = performance.now() - started;
      const again = performance.now();
      JSON.parse(new TextDecoder().decode(bytes));
      const parsed = performance.now() - again;
      const list = [...document.querySelectorAll<HTMLElement>('[role=listbox]')].at(-1);
      list?.focus();
      const press = async (name: string): Promise<number> => {
        const pressed = performance.now();
        list?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }));
        await painted();
        return performance.now() - pressed;
      };
      const key = await press('End');
      const slowest = async (...names: readonly string[]): Promise<number> => {
        let most = 0;
        for (const one of names) most = Math.max(most, await press(one));
        return most;
      };
      return { drawn, parsed, key, first: await slowest('1', '2', '3'), again: await slowest('1', '2', '3') };
    },
    { name, text, settings },
  );
  await tab.close();
  return times;
}
