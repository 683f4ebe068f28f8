// npm run test:integration [-- --grep PATTERN]: the mocha suite in test/integration, inside VS Code's extension host.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { copyOfSamples, runNodeOrExit } from './run.js';
import { outDir, rootDir } from './vscodeHost/paths.js';
import { runInExtensionHost } from './vscodeHost/runInExtensionHost.js';

const { values } = parseArgs({
  options: { grep: { type: 'string' }, 'no-build': { type: 'boolean' }, counts: { type: 'string' } },
});
if (!values['no-build']) runNodeOrExit(['esbuild.js', '--tests']);
process.exitCode = await runInExtensionHost({
  extension: rootDir,
  tests: path.join(outDir, 'test/integration/run.js'),
  workspace: copyOfSamples(),
  counts: values.counts,
  env: values.grep ? { INSIGHTS_TEST_GREP: values.grep } : {},
}).catch((/** @type {Error} */ error) => {
  console.error(error.message);
  return 1;
});
