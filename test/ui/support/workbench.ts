// A VS Code window as a person uses it. Selectors are VS Code's own and live here only.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { parse as parseJsonWithComments } from 'jsonc-parser';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { UiRun } from './uiRun.ts';

/** How often a gesture is tried again that VS Code drops while it still loads (commands registered late, a language server not up). */
const tries = 12;

/** When to give up waiting, in milliseconds: on a machine with much else to do, everything takes its time. */
const patience = 90_000;

/** VS Code's themes by what they are for. */
const themes = {
  light: 'Light 2026',
  dark: 'Dark 2026',
  highContrast: 'Default High Contrast',
  highContrastLight: 'Default High Contrast Light',
} as const;
const themeClasses = { light: 'vs', dark: 'vs-dark', highContrast: 'hc-black', highContrastLight: 'hc-light' } as const;

export type Theme = keyof typeof themes;

export class Workbench {
  /** The page, for what has no helper here. */
  readonly page: Page;
  /** The folder that the window shows, on disk. */
  readonly workspace: string;
  readonly #run: UiRun;
  readonly #pageErrors: string[] = [];

  constructor({ page, run, workspace }: { page: Page; run: UiRun; workspace: string }) {
    this.page = page;
    this.workspace = workspace;
    this.#run = run;
    page.setDefaultTimeout(patience);
    page.on('pageerror', (error) => this.#pageErrors.push(error.message));
  }

  /** Opens the window and waits for the workbench, and for what the extension brings to it. */
  async open(): Promise<void> {
    const comeUp = async (): Promise<void> => {
      await this.page.goto(`${this.#run.origin}/?folder=${encodeURIComponent(this.workspace)}`);
      await this.page.locator('.monaco-workbench .part.statusbar').waitFor();
      // Until VS Code has read what the extension brings, it opens a session as text.
      await this.page.locator('.part.activitybar').getByRole('tab', { name: 'Insights' }).waitFor();
    };
    // A window whose extension host does not answer is loaded anew, as a person does.
    await comeUp().catch(comeUp);
  }

  /**
   * Reloads the window by VS Code's own command, which writes down first which editors are open and what their pages keep: going to the
   * address anew finds what was there up to five seconds ago.
   */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await this.runCommand('Developer: Reload Window');
    await loaded;
  }

  /** Ends the window as a person does, so that its extension host ends too: one that is cut off is kept for hours. */
  async leave(): Promise<void> {
    await this.page.goto('about:blank').catch(() => {});
  }

  /**
   * Makes secrets outlive a reload of the window, as on a desktop with a keyring: VS Code's server leaves to its host to answer for
   * half of the key that encrypts them. Before `open()`.
   */
  async keepSecrets(): Promise<void> {
    await this.page.route('**/mint-key', (route) => route.fulfill({ status: 200, body: Buffer.alloc(32, 7) }));
  }

  pageErrors(): readonly string[] {
    return this.#pageErrors;
  }

  // Files and settings

  /** Replaces the user settings. VS Code's server reads them when a window opens, and does not follow the file. */
  writeUserSettings(settings: Readonly<Record<string, unknown>>): void {
    const file = path.join(this.#run.profile, 'data/User/settings.json');
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, JSON.stringify(settings, null, 2));
  }

  /** Adds to the workspace's settings, which take effect at once. */
  changeSettings(settings: Readonly<Record<string, unknown>>): void {
    const name = '.vscode/settings.json';
    const before: unknown = this.hasFile(name) ? parseJsonWithComments(this.readFile(name)) : {};
    this.writeFile(name, JSON.stringify(Object.assign({}, before, settings), null, 2));
  }

  async switchTheme(theme: Theme): Promise<void> {
    this.changeSettings({ 'workbench.colorTheme': themes[theme] });
    await this.page.locator(`.monaco-workbench.${themeClasses[theme]}`).waitFor();
  }

  hasFile(name: string): boolean {
    return fs.existsSync(path.join(this.workspace, name));
  }

  readFile(name: string): string {
    return fs.readFileSync(path.join(this.workspace, name), 'utf8');
  }

  /** The text of a file that may not be there yet. */
  readFileOrNothing(name: string): string {
    return this.hasFile(name) ? this.readFile(name) : '';
  }

  /** The files of a name, wherever they are in the workspace. */
  findFiles(name: string): string[] {
    const all = fs.readdirSync(this.workspace, { recursive: true, encoding: 'utf8' });
    return all.filter((file) => path.basename(file) === name);
  }

  writeFile(name: string, text: string): void {
    const file = path.join(this.workspace, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }

  // The keyboard

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Runs a command by its title in the Command Palette. */
  async runCommand(title: string): Promise<void> {
    await this.#again(async (timeout) => {
      await this.press('F1');
      await this.pick(`>${title}`, title, timeout);
    });
  }

  /** Opens a file of the workspace with Quick Open and waits for its tab. */
  async openFile(name: string): Promise<void> {
    const base = path.basename(name);
    await this.#again(async (timeout) => {
      await this.press('Control+P');
      await this.pick(name, base, timeout);
    });
    await this.tab(base).waitFor();
  }

  /** Saves the active editor. */
  async save(): Promise<void> {
    await this.press('Control+S');
  }

  // Quick picks and input boxes

  /** The text field of the quick pick or input box that is open. */
  quickInput(): Locator {
    return this.page.locator('.quick-input-widget input:not([type="checkbox"])').locator('visible=true').first();
  }

  quickPickRow(text: string | RegExp): Locator {
    return this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: text });
  }

  quickInputTitle(text: string | RegExp): Locator {
    return this.page.locator('.quick-input-title', { hasText: text });
  }

  /** The message under an input box (validation), or the prompt. */
  quickInputMessage(text: string | RegExp): Locator {
    return this.page.locator('.quick-input-message', { hasText: text });
  }

  /** Types into the open quick pick and accepts the first row, which must hold `expected`. */
  async pick(text: string, expected: string | RegExp = text, timeout = patience): Promise<void> {
    await this.quickInput().waitFor({ timeout });
    await this.quickInput().fill(text, { timeout });
    await this.page
      .locator('.quick-input-list .monaco-list-row')
      .first()
      .filter({ hasText: expected })
      .waitFor({ timeout });
    await this.press('Enter');
  }

  /** Fills the open input box and accepts. */
  async answer(text: string): Promise<void> {
    await this.quickInput().waitFor();
    await this.quickInput().fill(text);
    await this.quickInput().press('Enter');
  }

  // Messages

  /** A message behind the bell, while those are shown. */
  notification(text: string | RegExp): Locator {
    return this.page.locator('.notifications-center .notification-list-item').filter({ hasText: text }).first();
  }

  toast(text: string | RegExp): Locator {
    return this.page.locator('.notifications-toasts .notification-list-item').filter({ hasText: text }).first();
  }

  async pressToastButton(text: string | RegExp, button: string): Promise<void> {
    await this.toast(text).getByRole('button', { name: button, exact: true }).click();
  }

  dialog(text: string | RegExp): Locator {
    return this.page.getByRole('dialog').filter({ hasText: text });
  }

  statusBarItem(text: string | RegExp): Locator {
    return this.page.locator('.part.statusbar .statusbar-item').filter({ hasText: text });
  }

  // Views and trees

  /** Shows a view container of the activity bar. */
  async showContainer(name: string | RegExp): Promise<void> {
    const tab = this.page.locator('.part.activitybar').getByRole('tab', { name });
    await tab.waitFor();
    if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
  }

  treeRow(name: string | RegExp): Locator {
    return this.page.locator('.part.sidebar').getByRole('treeitem', { name }).first();
  }

  /** What the row says that has the keys in the side bar; nothing when none has them. */
  async focusedRow(): Promise<string> {
    const rows = this.page.locator('.part.sidebar .monaco-list:focus-within .monaco-list-row.focused');
    const [label = ''] = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''));
    return label;
  }

  /** Whether the keys are on a session in the side bar. */
  async isOnSession(): Promise<boolean> {
    return /^(Successful|With warnings|With errors|In progress), /.test(await this.focusedRow());
  }

  /** The texts of all tree rows in the side bar, top to bottom as far as they are drawn. */
  async treeRows(): Promise<string[]> {
    return this.page
      .locator('.part.sidebar')
      .getByRole('treeitem')
      .evaluateAll((rows) =>
        rows
          .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
          // biome-ignore lint/performance/useDomNodeTextContent: what a person sees, not what is hidden
          .map((row) => (row as HTMLElement).innerText),
      );
  }

  async expand(name: string | RegExp): Promise<void> {
    const row = this.treeRow(name);
    await row.waitFor();
    if ((await row.getAttribute('aria-expanded')) !== 'true') await row.locator('.monaco-tl-twistie').click();
  }

  /** Presses a button that a row shows on hover. */
  async pressRowButton(name: string | RegExp, button: string | RegExp): Promise<void> {
    await this.#leaveRows();
    await this.treeRow(name).hover();
    await this.treeRow(name).getByRole('button', { name: button }).click();
  }

  /** Chooses from a row's context menu. */
  async chooseFromRowMenu(name: string | RegExp, item: string | RegExp): Promise<void> {
    await this.#leaveRows();
    await this.treeRow(name).click({ button: 'right' });
    await this.chooseFromMenu(item);
  }

  /** Chooses from the menu that is open. */
  async chooseFromMenu(item: string | RegExp): Promise<void> {
    // A menu takes no click before it has stood for a moment, and a key for the item that it has marked by then.
    const marked = this.page.locator('.action-item.focused').getByRole('menuitem', { name: item });
    await this.page.getByRole('menuitem', { name: item }).hover();
    await marked.waitFor();
    await this.press('Enter');
  }

  /** Takes the mouse off the rows: what it rests on has a tooltip over the rows around it. */
  async #leaveRows(): Promise<void> {
    await this.page.mouse.move(700, 500);
    await this.page.locator('.context-view .workbench-hover').first().waitFor({ state: 'hidden' });
  }

  /** A button in a view's title. */
  viewButton(name: string | RegExp): Locator {
    return this.page.locator('.part.sidebar').getByRole('button', { name });
  }

  // Editors

  tab(name: string | RegExp): Locator {
    return this.page.locator('.tabs-container').getByRole('tab', { name });
  }

  /** What the active tab of the editor shows. */
  async tabInFront(): Promise<string | null> {
    return this.page.locator('.tabs-container .tab.active').getAttribute('data-resource-name');
  }

  /** A part of the path above the editor in front. */
  breadcrumb(text: string | RegExp): Locator {
    return this.page.locator('.breadcrumbs-below-tabs .monaco-breadcrumb-item', { hasText: text });
  }

  lens(text: string | RegExp): Locator {
    return this.page.locator('.codelens-decoration a', { hasText: text }).first();
  }

  /** The lines of the visible text editor, top to bottom as far as they are drawn. */
  async editorText(): Promise<string> {
    const lines = this.page
      .locator('.editor-instance .monaco-editor')
      .locator('visible=true')
      .first()
      .locator('.view-line');
    await lines.first().waitFor();
    const texts = await lines.evaluateAll((all) =>
      all
        .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
        .map((line) => line.textContent ?? ''),
    );
    return texts.join('\n').replaceAll('\u00A0', ' ');
  }

  /** Puts the focus into the visible text editor. */
  async focusEditor(): Promise<void> {
    await this.page.locator('.editor-instance .monaco-editor .view-lines').locator('visible=true').first().click();
  }

  /** Puts the cursor at a line and column (from 1) of the active text editor. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.#again(async (timeout) => {
      await this.press('Control+G');
      await this.quickInput().waitFor({ timeout });
      await this.quickInput().fill(`:${line}:${column}`, { timeout });
      await this.press('Enter');
      await this.statusBarItem(new RegExp(`Ln ${line}, Col ${column}\\b`)).waitFor({ timeout });
    });
  }

  /** Opens the completion list and waits until it offers `text`; resolves to all the rows drawn. */
  async suggest(text: string | RegExp): Promise<string[]> {
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row');
    await this.#again(async (timeout) => {
      await this.press('Control+Space');
      await rows.filter({ hasText: text }).first().waitFor({ timeout });
    });
    return rows.allInnerTexts();
  }

  /** Hovers over text in the editor and waits for a hover that says `expected`. */
  async hover(text: string, expected: string | RegExp): Promise<Locator> {
    const hover = this.page.locator('.monaco-hover:not(.hidden)', { hasText: expected }).first();
    await this.#again(async (timeout) => {
      await this.page.mouse.move(0, 0);
      await this.page.locator('.editor-instance .view-lines').getByText(text).first().hover();
      await hover.waitFor({ timeout });
    });
    return hover;
  }

  /** Opens the list of fixes at the cursor and takes one. */
  async applyFix(title: string): Promise<void> {
    const fix = this.page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
    await this.#again(async (timeout) => {
      await this.press('Control+.');
      await fix.waitFor({ timeout });
    });
    await fix.click();
  }

  squiggle(severity: 'error' | 'warning'): Locator {
    return this.page.locator(`.monaco-editor .squiggly-${severity}`).first();
  }

  /** The page inside the visible custom editor or webview panel. */
  viewer(): FrameLocator {
    return this.page
      .locator('iframe.webview.ready')
      .locator('visible=true')
      .first()
      .contentFrame()
      .locator('iframe#active-frame')
      .contentFrame();
  }

  // Looking

  /** Keeps a picture of the window in out/screenshots; resolves to its path. */
  async screenshot(name: string): Promise<string> {
    const file = path.join(this.#run.screenshots, `${name}.png`);
    await this.page.screenshot({ path: file, animations: 'disabled' });
    return file;
  }

  /** Waits until a condition holds, for what no locator can say. */
  async eventually(what: string, condition: () => Promise<boolean> | boolean, milliseconds = patience): Promise<void> {
    const deadline = Date.now() + milliseconds;
    while (!(await condition())) {
      assert.ok(Date.now() < deadline, `not within ${milliseconds} ms: ${what}`);
      await this.page.waitForTimeout(100);
    }
  }

  /** `gesture` is told how long it may take, which is more each time. */
  async #again(gesture: (timeout: number) => Promise<void>): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await gesture(2_000 * attempt);
      } catch (error) {
        if (attempt === tries) throw error;
        await this.press('Escape');
      }
    }
  }
}
