// npm run test:ui [-- FILTER...] [--no-build]: test/ui, a person's hands on the packaged extension in a clean VS Code.
// One server and one browser serve all files, one after the other; each window has its own copy of samples/ and its own browser storage.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { filesUnder, runNodeOrExit } from './run.js';
import { runTestFiles } from './runTestFiles.js';
import { outDir } from './vscodeHost/paths.js';
import { withWindowHost } from './windowHost.js';

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
  return withWindowHost((env) => runTestFiles({ files, counts: values.counts, env }));
}
