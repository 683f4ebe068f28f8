// The fixture of the page tests: each test has a page of its own, and fails when that did what a page must never do.
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import type { Translation } from '../../../src/protocol/translation.ts';
import { pageRun } from './pageRun.ts';
import type { ShownView } from './sessionPage.ts';
import { SessionPage } from './sessionPage.ts';
import type { ThemeName } from './themes.ts';

export interface PageOptions {
  /** What the host shows; `viewOf` makes it of a document. */
  readonly view: ShownView;
  readonly theme?: ThemeName;
  readonly size?: { readonly width: number; readonly height: number };
  readonly reducedMotion?: boolean;
  readonly translation?: Translation;
}

export type PageTest = (name: string, options: PageOptions, body: (page: SessionPage) => Promise<void>) => void;

/**
 * Connects to the browser for the tests of the enclosing `describe`. The function that it returns declares a test with a page that shows
 * a session. When the test fails, a picture of the page is kept and named in the error.
 */
export function pageTest(): PageTest {
  let browser: Browser | undefined;
  before(async () => {
    browser = await chromium.connect(pageRun().browser);
  });
  after(() => browser?.close());
  return (name, options, body) => {
    it(name, { timeout: 120_000 }, async () => {
      if (!browser) throw new Error('The browser did not start.');
      await withPage(browser, name, options, body);
    });
  };
}

async function withPage(
  browser: Browser,
  name: string,
  { view, theme, size = { width: 1200, height: 800 }, reducedMotion = false, translation }: PageOptions,
  body: (page: SessionPage) => Promise<void>,
): Promise<void> {
  const run = pageRun();
  const context = await browser.newContext({
    viewport: size,
    timezoneId: 'UTC',
    locale: 'en-US',
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
  });
  const page = new SessionPage({ page: await context.newPage(), run, theme: theme ?? run.theme, view, translation });
  try {
    await page.open();
    await body(page);
    await page.settled();
    assert.deepEqual(page.complaints, []);
  } catch (error) {
    const picture = await page.screenshot(`failed-${name.replaceAll(/[^\w]+/gu, '-')}`).catch(() => 'no picture');
    if (error instanceof Error) error.message += `\nPicture: ${picture}\n${page.complaints.join('\n')}`;
    throw error;
  } finally {
    await context.close();
  }
}
