import path from 'node:path';
import type { Browser, Page, Request, Route } from 'playwright-core';
import { bindings } from './inWebview.ts';

/** Nobody answers there but we. */
export const origin = 'https://webview.test';

/** What a tab shows: where its contents come from, and who hears of what it does. */
export interface Shown {
  readonly html: () => string;
  /** The folder of the scripts, styles and fonts that the page may load. */
  readonly files: string;
  readonly post: (envelope: unknown) => void;
  readonly keep: (state: unknown) => void;
  /** Is told what the page must never do. */
  readonly complain: (what: string) => void;
  /** Whether it is there, and has no reason to go elsewhere. */
  readonly isOpen: () => boolean;
}

/**
 * A tab of the browser that shows one page after the other: to make a new one for each takes longer than most tests. What must be as in a
 * new one is: each page is a new document with a state of its own, and whatever else was opened is closed.
 */
export class WebviewTab {
  readonly page: Page;
  /** What it shows now. Nobody hears of what it does meanwhile. */
  shown: Shown | undefined;

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(browser: Browser): Promise<WebviewTab> {
    const context = await browser.newContext({ timezoneId: 'UTC', locale: 'en-US' });
    const tab = new WebviewTab(await context.newPage());
    await tab.#prepare();
    return tab;
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  async #prepare(): Promise<void> {
    const { page } = this;
    const complain = (what: string): void => this.shown?.complain(what);
    // When to give up; on a machine with much else to do everything may take long.
    page.setDefaultTimeout(60_000);
    await page.exposeFunction(bindings.post, (envelope: unknown) => this.shown?.post(envelope));
    await page.exposeFunction(bindings.keep, (state: unknown) => this.shown?.keep(state));
    await page.exposeFunction(bindings.complain, complain);
    await page.route('**/*', (route) => this.#answer(route));
    page.on('request', (request) => this.#isOurs(request) || complain(`requested: ${request.url()}`));
    page.on('websocket', (socket) => complain(`opened a socket: ${socket.url()}`));
    page.on('console', (message) => {
      if (['error', 'warning', 'assert'].includes(message.type())) complain(`${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => complain(`threw: ${error.stack ?? error.message}`));
    page.on('crash', () => complain('crashed'));
    page.on('dialog', (dialog) => {
      complain(`opened a dialog: ${dialog.message()}`);
      void dialog.dismiss().catch(() => {});
    });
    page.on('popup', (popup) => {
      complain(`opened a window: ${popup.url()}`);
      void popup.close().catch(() => {});
    });
    page.on('frameattached', () => complain('has a frame'));
    page.on('framenavigated', (frame) => {
      if (this.shown?.isOpen()) complain(`went to ${frame.url()}`);
    });
  }

  #isOurs(request: Request): boolean {
    const { origin: from, pathname } = new URL(request.url());
    return from === origin && (pathname === '/' || this.#fileOf(pathname) !== undefined);
  }

  /** What the page may load: its scripts, its style and its font. */
  #fileOf(pathname: string): string | undefined {
    if (
      !this.shown ||
      !/^\/(?:(?:session|comparison|results|graph|mask|share)\.js|(?:page|results)\.css|codicon-\w+\.ttf)$/u.test(
        pathname,
      )
    )
      return undefined;
    return path.join(this.shown.files, pathname.slice(1));
  }

  async #answer(route: Route): Promise<void> {
    const file = this.#fileOf(new URL(route.request().url()).pathname);
    if (file) await route.fulfill({ path: file });
    else if (!this.shown || !this.#isOurs(route.request()))
      await route.fulfill({ status: 204 }); // which leaves the page where it is
    else await route.fulfill({ contentType: 'text/html; charset=utf-8', body: this.shown.html() });
  }
}
