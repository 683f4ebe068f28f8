// npm run test:page [-- FILTER...] [--no-build] [--theme light|dark|highContrast|highContrastLight]: test/page, the session viewer's
// page as built, alone in a browser without VS Code. One browser serves all files, one after the other.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { filesUnder, runNodeOrExit } from './run.js';
import { runTestFiles } from './runTestFiles.js';
import { chromiumArgs, findBrowser } from './vscodeHost/findBrowser.js';
import { outDir, rootDir } from './vscodeHost/paths.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'no-build': { type: 'boolean' }, counts: { type: 'string' }, theme: { type: 'string', default: 'light' } },
});
if (!values['no-build']) runNodeOrExit(['esbuild.js', '--tests']);
process.exitCode = await runPageTests().catch((/** @type {Error} */ error) => {
  console.error(error.message);
  return 1;
});

async function runPageTests() {
  const files = filesUnder(path.join(outDir, 'test/page'), '.test.js').filter((file) =>
    positionals.every((word) => file.includes(word)),
  );
  if (files.length === 0) throw new Error(`No page test matches ${positionals.join(' ')}.`);
  const browser = await chromium.launchServer({ executablePath: findBrowser(), args: chromiumArgs });
  try {
    const run = {
      root: rootDir,
      browser: browser.wsEndpoint(),
      screenshots: path.join(outDir, 'screenshots'),
      theme: values.theme,
    };
    return await runTestFiles({ files, counts: values.counts, env: { INSIGHTS_PAGE_RUN: JSON.stringify(run) } });
  } finally {
    await browser.close();
  }
}
