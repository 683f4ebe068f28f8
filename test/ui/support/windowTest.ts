// The fixture of the UI tests: a VS Code window for the tests of one `describe`.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { removeFolder } from '../../../tools/vscodeHost/removeFolder.js';
import { uiRun } from './uiRun.ts';
import { Workbench } from './workbench.ts';

export type WindowOptions = {
  /** User settings beside the calm ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Files to add to the copy of samples/: path in the workspace -> text. */
  readonly files?: Readonly<Record<string, string>>;
  /** Start from an empty folder instead of samples/. */
  readonly empty?: boolean;
  /** Whether the workspace is trusted (the default); if not, the window is in Restricted Mode. */
  readonly trusted?: boolean;
  /** Secrets outlive a reload of the window. */
  readonly keepSecrets?: boolean;
  readonly size?: { readonly width: number; readonly height: number };
};

const restrictedMode = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
};

export type WindowTest = (name: string, body: (workbench: Workbench) => Promise<void>) => void;

/**
 * Opens a window before the tests of the enclosing `describe` and closes it after them. The function that it returns declares a
 * test with that window; when the test fails, a picture of the window is kept and named in the error.
 */
export function windowTest(options: WindowOptions = {}): WindowTest {
  let browser: Browser | undefined;
  let workbench: Workbench | undefined;
  before(async () => {
    const run = uiRun();
    browser = await chromium.connect(run.browser);
    const context = await browser.newContext({
      viewport: options.size ?? { width: 1400, height: 900 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    workbench = new Workbench({ page: await context.newPage(), run, workspace: makeWorkspace(run.samples, options) });
    workbench.writeUserSettings({
      ...run.settings,
      ...(options.trusted === false ? restrictedMode : {}),
      ...options.settings,
    });
    if (options.keepSecrets) await workbench.keepSecrets();
    await withPicture('window does not open', workbench, () => workbench?.open() ?? Promise.resolve());
  });
  after(async () => {
    await workbench?.leave();
    await browser?.close();
    if (workbench) removeFolder(path.dirname(workbench.workspace));
  });
  return (name, body) => {
    it(name, { timeout: 600_000 }, async () => {
      if (!workbench) throw new Error('The window did not open.');
      const opened = workbench;
      await withPicture(name, opened, () => body(opened));
    });
  };
}

function makeWorkspace(samples: string, { files = {}, empty = false }: WindowOptions): string {
  const workspace = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'insights-ui-')), 'samples');
  if (empty) fs.mkdirSync(workspace);
  else fs.cpSync(samples, workspace, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(workspace, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
  return workspace;
}

async function withPicture(name: string, workbench: Workbench, body: () => Promise<void>): Promise<void> {
  try {
    await body();
  } catch (error) {
    const picture = await workbench.screenshot(`failed-${name.replaceAll(/[^\w]+/g, '-')}`).catch(() => 'no picture');
    if (error instanceof Error) error.message += `\nPicture: ${picture}\n${workbench.pageErrors().join('\n')}`;
    throw error;
  }
}
