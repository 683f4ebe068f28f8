// npm run test:ui [-- FILTER...] [--no-build]: test/ui, a person's hands on the packaged extension in a clean VS Code.
// One server and one browser serve all files, one after the other; each window has its own copy of samples/ and its own browser storage.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { filesUnder, runNodeOrExit } from './run.js';
import { runTestFiles } from './runTestFiles.js';
import { chromiumArgs, findBrowser } from './vscodeHost/findBrowser.js';
import { installHost } from './vscodeHost/installHost.js';
import { outDir, rootDir, vsixPath } from './vscodeHost/paths.js';
import { calmSettings, installVsix } from './vscodeHost/profile.js';
import { startServer, tailOfLog } from './vscodeHost/startServer.js';
import { temporaryDir } from './vscodeHost/temporaryDir.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'no-build': { type: 'boolean' }, counts: { type: 'string' } },
});
if (!values['no-build']) {
  runNodeOrExit(['esbuild.js', '--tests']);
  runNodeOrExit(['tools/package.js']);
}
process.exitCode = await runUiTests().catch((/** @type {Error} */ error) => {
  console.error(error.message);
  return 1;
});

async function runUiTests() {
  const files = filesUnder(path.join(outDir, 'test/ui'), '.test.js').filter((file) =>
    positionals.every((word) => file.includes(word)),
  );
  if (files.length === 0) throw new Error(`No UI test matches ${positionals.join(' ')}.`);
  const host = await installHost();
  const browserPath = findBrowser();
  const dir = temporaryDir('ui');
  installVsix(host, dir, vsixPath);
  const server = await startServer({ host, dir });
  const browser = await chromium.launchServer({ executablePath: browserPath, args: chromiumArgs });
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
    const code = await runTestFiles({ files, counts: values.counts, env: { INSIGHTS_UI_RUN: JSON.stringify(run) } });
    if (code !== 0) console.error(`End of the server's log:\n${tailOfLog(server.log)}`);
    return code;
  } finally {
    await browser.close();
    await server.stop();
  }
}
