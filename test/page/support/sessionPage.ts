import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { pageHtml } from '../../../src/host/pages/pageHtml.ts';
import { Channel } from '../../../src/protocol/channel.ts';
import type {
  ComparisonAction,
  ComparisonHostAnswers,
  ComparisonHostMessage,
  ComparisonPageMessage,
  ComparisonView,
} from '../../../src/protocol/comparisonMessages.ts';
import type { HostAnswers, HostMessage, PageMessage, SessionView, ViewAction } from '../../../src/protocol/messages.ts';
import type {
  ResultsHostAnswers,
  ResultsHostMessage,
  ResultsPageMessage,
  ResultsView,
} from '../../../src/protocol/resultsMessages.ts';
import type { Translation, TranslationRequest } from '../../../src/protocol/translation.ts';
import { inWebview } from './inWebview.ts';
import type { PageRun } from './pageRun.ts';
import type { ThemeName } from './themes.ts';
import { readTheme, readWebviewStyles } from './themes.ts';
import type { WebviewTab } from './webviewTab.ts';
import { origin } from './webviewTab.ts';

/** What a page shows: a session, two of them side by side, or what a query found. */
export type ShownView = SessionView | ComparisonView | ResultsView;
type ToPage =
  | { readonly type: 'show'; readonly view: ShownView }
  | HostMessage
  | ComparisonHostMessage
  | ResultsHostMessage;
type FromPage = PageMessage | ComparisonPageMessage | ResultsPageMessage | TranslationRequest;

export interface PageSetup {
  readonly tab: WebviewTab;
  readonly run: PageRun;
  readonly theme: ThemeName;
  /** What the host answers to `ready`. */
  readonly view: ShownView;
  /** The words of another language than English. */
  readonly translation?: Translation | undefined;
}

/** The session viewer's page in a browser, with the production HTML and policy, and ourselves as its host. */
export class SessionPage {
  readonly page: Page;
  /** What the page asked its host for, in order, other than what to show. */
  readonly asked: Exclude<FromPage, { type: 'ready' | 'translation' }>[] = [];
  /** What the page told that it is looked at with. */
  readonly looks: unknown[] = [];
  /** What the page kept for a reload of the window. */
  kept: unknown;
  /** What the host answers to `ready`. */
  view: ShownView;
  /** What the host answers to anything else. */
  answer: (message: FromPage) => unknown = () => undefined;
  /** Whether nobody hears what the page asks for, as after VS Code started its extensions again. */
  deaf = false;
  readonly #tab: WebviewTab;
  readonly #run: PageRun;
  #theme: ThemeName;
  #firstScript = '';
  readonly #translation: Translation | undefined;
  readonly #complaints: string[] = [];
  readonly #forgiven: RegExp[] = [];
  #channel: Channel<ToPage, HostAnswers & ComparisonHostAnswers & ResultsHostAnswers, FromPage>;
  #opened = false;

  constructor({ tab, run, theme, view, translation }: PageSetup) {
    this.#tab = tab;
    this.page = tab.page;
    this.view = view;
    this.#run = run;
    this.#theme = theme;
    this.#translation = translation;
    this.#channel = this.#newChannel();
  }

  /** Opens the page in the tab, in place of what was there, and waits until it shows something. */
  async open(): Promise<void> {
    this.#tab.shown = {
      html: () => this.#html(),
      files: path.join(this.#run.root, 'dist'),
      post: (envelope) => {
        if (!this.deaf) this.#channel.receive(envelope);
      },
      keep: (state) => {
        this.kept = state;
      },
      complain: (what) => {
        this.#complaints.push(what);
      },
      isOpen: () => this.#opened,
    };
    // A mouse that the test before left over a control would hover over another one.
    await this.page.mouse.move(0, 0);
    await this.reload();
  }

  /** Hears no more of its tab, which is free for another page. */
  close(): void {
    this.#channel.close();
    this.#tab.shown = undefined;
  }

  /** Opens the page again with a script of ours that runs before all of its own. */
  async reloadWith(script: () => void): Promise<void> {
    this.#firstScript = `(${script})()`;
    await this.reload();
  }

  /** Changes the theme under the open page, as VS Code does. */
  async switchTheme(name: ThemeName): Promise<void> {
    this.#theme = name;
    await this.page.evaluate(
      ({ variables, bodyClass, kind, id }) => {
        document.documentElement.removeAttribute('style');
        for (const [variable, value] of Object.entries(variables))
          document.documentElement.style.setProperty(variable, value);
        document.body.className = bodyClass;
        Object.assign(document.body.dataset, { vscodeThemeKind: kind, vscodeThemeId: id });
      },
      readTheme(this.#run.root, name),
    );
    await this.settled();
  }

  /** Opens the page again with what it kept, as VS Code does when its tab comes back. */
  async reload(): Promise<void> {
    this.#channel.close();
    this.#channel = this.#newChannel();
    this.#opened = false;
    await this.page.goto(`${origin}/`);
    this.#opened = true;
    await this.page.locator('main h1, main [role="alert"]').first().waitFor();
    // What masks comes after the first look.
    if (!('columns' in this.view)) await this.page.waitForFunction(() => 'masking' in globalThis);
    await this.settled();
  }

  /** Shows another document or other settings, as the host does when the file or a setting changes. */
  async show(view: ShownView): Promise<void> {
    this.view = view;
    await this.send({ type: 'show', view } as ToPage);
  }

  /** Has the page do what a command does. */
  async act(action: ViewAction | ComparisonAction): Promise<void> {
    await this.send({ type: 'act', action } as ToPage);
  }

  /** Tells the page anything else. */
  async send(message: ToPage): Promise<void> {
    await this.#channel.request(message);
    await this.settled();
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
    await this.settled();
  }

  /** Waits until what was asked for is drawn, fonts and all. */
  async settled(): Promise<void> {
    await this.page.evaluate(async () => {
      await document.fonts.ready;
      for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    });
  }

  /** Waits until the page has done something. */
  async until(isDone: () => boolean): Promise<void> {
    const deadline = Date.now() + 30_000;
    while (!isDone()) {
      if (Date.now() > deadline) throw new Error(`It did not happen. ${this.complaints.join(' ')}`);
      await this.page.waitForTimeout(10);
    }
  }

  /** Has the page copy something, and waits for the text of it. */
  async copiedBy(act: () => Promise<unknown>): Promise<string> {
    const before = this.copied().length;
    await act();
    await this.until(() => this.copied().length > before);
    return this.copied().at(-1) ?? '';
  }

  /** The texts that the page had copied, in order. */
  copied(): string[] {
    return this.asked.flatMap((message) => (message.type === 'copy' && 'text' in message ? [message.text] : []));
  }

  /** The element with the focus, also when it is within another's shadow. */
  focused(): Locator {
    return this.page.locator('*:focus').last();
  }

  /** What the page did that it must never do: errors, requests, anything against the policy, text that ran. */
  get complaints(): readonly string[] {
    return this.#complaints.filter((what) => !this.#forgiven.some((pattern) => pattern.test(what)));
  }

  /** Waits until the page did such a thing, which it is meant to do in this test, and has it count no more. */
  async forgive(pattern: RegExp): Promise<void> {
    const deadline = Date.now() + 60_000;
    while (!this.#complaints.some((what) => pattern.test(what))) {
      if (Date.now() > deadline) throw new Error(`The page did nothing that matches ${pattern}.`);
      await this.page.waitForTimeout(20);
    }
    this.#forgiven.push(pattern);
  }

  /** Keeps a picture in out/screenshots; resolves to its path. */
  async screenshot(name: string): Promise<string> {
    const file = path.join(this.#run.screenshots, `page-${name}.png`);
    await this.page.screenshot({ path: file, animations: 'disabled' });
    return file;
  }

  #html(): string {
    const { root } = this.#run;
    const name = 'left' in this.view ? 'comparison' : 'columns' in this.view ? 'results' : 'session';
    const html = pageHtml({
      nonce: 'cGFnZSB0ZXN0cw==',
      cspSource: origin,
      addressOf: (file) => `${origin}/${file}`,
      language: this.#translation ? 'x-other' : 'en',
      name,
      title: 'Session',
    });
    return inWebview(html, {
      theme: readTheme(root, this.#theme),
      styles: readWebviewStyles(root),
      state: this.kept,
      firstScript: this.#firstScript,
    });
  }

  #newChannel(): Channel<ToPage, HostAnswers & ComparisonHostAnswers & ResultsHostAnswers, FromPage> {
    return new Channel<ToPage, HostAnswers & ComparisonHostAnswers & ResultsHostAnswers, FromPage>({
      // As in VS Code, a page that has gone meanwhile hears of nothing.
      post: (envelope) =>
        void this.page.evaluate((data) => window.postMessage(data, location.origin), envelope).catch(() => {}),
      handle: (message) => {
        if (message.type === 'translation') return this.#translation;
        if (message.type === 'ready') return this.view;
        // It comes by itself a moment after anything was done, and is no question.
        if (message.type === 'look') return void this.looks.push(message.look);
        this.asked.push(message);
        return this.answer(message);
      },
    });
  }
}
