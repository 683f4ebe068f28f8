// The fixture of the page tests: each test opens a page anew, and fails when that did what a page must never do.
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { after, before, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import type { Translation } from '../../../src/protocol/translation.ts';
import { pageRun } from './pageRun.ts';
import type { ShownView } from './sessionPage.ts';
import { SessionPage } from './sessionPage.ts';
import type { ThemeName } from './themes.ts';
import { WebviewTab } from './webviewTab.ts';

export interface PageOptions {
  /** What the host shows; `viewOf` makes it of a document. */
  readonly view: ShownView;
  readonly theme?: ThemeName;
  readonly size?: { readonly width: number; readonly height: number };
  readonly reducedMotion?: boolean;
  readonly translation?: Translation;
}

/** `t` is for tests within the test, that look at the same page. */
type Body = (page: SessionPage, t: TestContext) => Promise<void>;
export type PageTest = (name: string, options: PageOptions, body: Body) => void;

/**
 * Opens a tab of the browser for the tests of the enclosing `describe`. The function that it returns declares a test with a page that shows
 * a session. When the test fails, a picture of the page is kept and named in the error.
 */
export function pageTest(): PageTest {
  let browser: Browser | undefined;
  let tab: WebviewTab | undefined;
  before(async () => {
    browser = await chromium.connect(pageRun().browser);
    tab = await WebviewTab.open(browser);
  });
  after(() => browser?.close());
  return (name, options, body) => {
    it(name, { timeout: 600_000 }, async (t) => {
      if (!browser) throw new Error('The browser did not start.');
      tab ??= await WebviewTab.open(browser);
      try {
        await withPage(tab, name, options, (page) => body(page, t));
      } catch (error) {
        // What a failed test left in its tab is not for the next one to find out.
        await tab.close();
        tab = undefined;
        throw error;
      }
    });
  };
}

async function withPage(
  tab: WebviewTab,
  name: string,
  { view, theme, size = { width: 1200, height: 800 }, reducedMotion = false, translation }: PageOptions,
  body: (page: SessionPage) => Promise<void>,
): Promise<void> {
  const run = pageRun();
  const page = new SessionPage({ tab, run, theme: theme ?? run.theme, view, translation });
  try {
    await tab.page.setViewportSize(size);
    await tab.page.emulateMedia({ reducedMotion: reducedMotion ? 'reduce' : 'no-preference' });
    await page.open();
    await body(page);
    await page.settled();
    assert.deepEqual(page.complaints, []);
  } catch (error) {
    const picture = await page.screenshot(`failed-${name.replaceAll(/[^\w]+/gu, '-')}`).catch(() => 'no picture');
    if (error instanceof Error) error.message += `\nPicture: ${picture}\n${page.complaints.join('\n')}`;
    throw error;
  } finally {
    page.close();
  }
}
