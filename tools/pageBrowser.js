// A browser for the session viewer's page alone: for its tests, and to measure it.
import path from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumArgs, findBrowser } from './vscodeHost/findBrowser.js';
import { outDir, rootDir } from './vscodeHost/paths.js';

/**
 * Starts the browser, does the work with the variables that tell it where the browser is, and closes the browser.
 * @template T
 * @param {string} theme @param {(env: Record<string, string>) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withPageBrowser(theme, work) {
  const browser = await chromium.launchServer({ executablePath: findBrowser(), args: chromiumArgs, timeout: 180_000 });
  const run = { root: rootDir, browser: browser.wsEndpoint(), screenshots: path.join(outDir, 'screenshots'), theme };
  try {
    return await work({ INSIGHTS_PAGE_RUN: JSON.stringify(run) });
  } finally {
    await browser.close();
  }
}
