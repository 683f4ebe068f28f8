// Runs an extension test entry (the `run` that desktop VS Code calls with --extensionTestsPath) in the extension host of VS Code's server.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { chromiumArgs, findBrowser } from './findBrowser.js';
import { installHost } from './installHost.js';
import { outDir } from './paths.js';
import { followReport } from './report.js';
import { startServer, tailOfLog } from './startServer.js';
import { temporaryDir } from './temporaryDir.js';

/** How long a browser and its page may take to come up, on a machine with much else to do. */
const patienceMs = 180_000;

/** Exit code of a run in which nothing was heard of the tests for too long. */
const timedOut = 124;

/**
 * Prints what the tests report and resolves to the exit code: 0 only if the extension host said so *and* the closing line of the report
 * counts passed tests and no failed one, for an extension host that crashes or calls process.exit is reported as 0 too.
 * @param {{ extension: string, tests: string, workspace: string, env?: Record<string, string>, idleSeconds?: number }} options
 * @returns {Promise<number>}
 */
export async function runInExtensionHost({ extension, tests, workspace, env = {}, idleSeconds = 300 }) {
  const dir = temporaryDir('integration');
  const host = await installHost();
  const executablePath = findBrowser();
  const report = followReport(path.join(dir, 'report.txt'));
  const server = await startServer({
    host,
    dir,
    extensionTests: true,
    args: ['--disable-workspace-trust'],
    env: { ...env, INSIGHTS_TEST_REPORT: report.file },
  });
  const browser = await launchBrowser(executablePath).catch(async (/** @type {Error} */ error) => {
    await server.stop();
    throw error;
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    page.setDefaultTimeout(patienceMs);
    /** @type {Promise<number>} */
    const exited = new Promise((resolve) => {
      void page.exposeFunction('codeAutomationExit', resolve);
    });
    await page.exposeFunction('codeAutomationLog', () => {});
    await page.goto(address(server.origin, { extension, tests, workspace }));
    const code = await Promise.race([exited, report.idleFor(idleSeconds * 1000).then(() => timedOut)]);
    report.end();
    const passed = code === 0 && report.hasPassed();
    if (!passed && !report.isComplete()) {
      const picture = path.join(outDir, 'screenshots/integration-failure.png');
      await page.screenshot({ path: picture }).catch(() => {});
      console.error(
        code === timedOut
          ? `Nothing was heard of the tests for ${idleSeconds} s.`
          : `The extension host ended (exit code ${code}) before the tests did: it crashed, or no test was loaded.`,
      );
      console.error(`Screenshot: ${picture}\nEnd of the server's log:\n${tailOfLog(server.log)}`);
    }
    if (code === 0 && report.isComplete() && !passed) console.error('No test ran.');
    return passed ? 0 : code || 1;
  } finally {
    report.end();
    await browser.close();
    await server.stop();
  }
}

/** @param {string} executablePath */
function launchBrowser(executablePath) {
  return chromium.launch({ executablePath, args: chromiumArgs, timeout: patienceMs });
}

/** @param {string} origin @param {{ extension: string, tests: string, workspace: string }} paths */
function address(origin, { extension, tests, workspace }) {
  /** @param {string} file */
  const remote = (file) => `vscode-remote://${new URL(origin).host}${pathToFileURL(file).pathname}`;
  const payload = [
    ['extensionDevelopmentPath', remote(extension)],
    ['extensionTestsPath', remote(tests)],
    ['skipWelcome', 'true'],
  ];
  return `${origin}/?folder=${encodeURIComponent(workspace)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}
