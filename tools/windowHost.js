// VS Code with the packaged extension, for what acts as a person's hands: the UI tests, and what is measured in a window.
import path from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumArgs, findBrowser } from './vscodeHost/findBrowser.js';
import { installHost } from './vscodeHost/installHost.js';
import { outDir, rootDir, vsixPath } from './vscodeHost/paths.js';
import { calmSettings, installVsix } from './vscodeHost/profile.js';
import { startServer, tailOfLog } from './vscodeHost/startServer.js';
import { temporaryDir } from './vscodeHost/temporaryDir.js';

/**
 * Starts VS Code's server and a browser, does the work with the variables that tell it where they are, and ends both. What the server
 * said last is shown when the work does not succeed: its exit code is not 0.
 * @param {(env: Record<string, string>) => Promise<number>} work
 * @returns {Promise<number>}
 */
export async function withWindowHost(work) {
  const host = await installHost();
  const browserPath = findBrowser();
  const dir = temporaryDir('ui');
  installVsix(host, dir, vsixPath);
  const server = await startServer({ host, dir });
  const browser = await chromium.launchServer({ executablePath: browserPath, args: chromiumArgs, timeout: 180_000 });
  try {
    const run = {
      root: rootDir,
      vsix: vsixPath,
      origin: server.origin,
      browser: browser.wsEndpoint(),
      profile: dir,
      samples: path.join(rootDir, 'samples'),
      screenshots: path.join(outDir, 'screenshots'),
      settings: calmSettings,
    };
    const code = await work({ INSIGHTS_UI_RUN: JSON.stringify(run) });
    if (code !== 0) console.error(`End of the server's log:\n${tailOfLog(server.log)}`);
    return code;
  } finally {
    await browser.close();
    await server.stop();
  }
}
