// npm run test:page [-- FILTER...] [--no-build] [--theme light|dark|highContrast|highContrastLight]: test/page, the session viewer's
// page as built, alone in a browser without VS Code. One browser serves all files, one after the other.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { withPageBrowser } from './pageBrowser.js';
import { filesUnder, runNodeOrExit } from './run.js';
import { runTestFiles, runTwiceAtMost } from './runTestFiles.js';
import { outDir } from './vscodeHost/paths.js';

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
  return runTwiceAtMost({ files, counts: values.counts, concurrency: 1 }, (run) =>
    withPageBrowser(values.theme, (env) => runTestFiles({ ...run, env })),
  );
}
