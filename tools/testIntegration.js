// npm run test:integration [-- --grep PATTERN]: the mocha suite in test/integration, inside VS Code's extension host.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { copyOfSamples, filesUnder, runNodeOrExit } from './run.js';
import { runTwiceAtMost } from './runTestFiles.js';
import { outDir, rootDir } from './vscodeHost/paths.js';
import { runInExtensionHost } from './vscodeHost/runInExtensionHost.js';

const { values } = parseArgs({
  options: { grep: { type: 'string' }, 'no-build': { type: 'boolean' }, counts: { type: 'string' } },
});
if (!values['no-build']) runNodeOrExit(['esbuild.js', '--tests']);
const suite = path.join(outDir, 'test/integration');
const run = { files: filesUnder(suite, '.test.js'), counts: values.counts };
process.exitCode = await runTwiceAtMost(run, runInOneWindow);

/** Each time in a window and a workspace of its own. @param {import('./runTestFiles.js').TestRun} run */
function runInOneWindow({ files, counts = '' }) {
  return runInExtensionHost({
    extension: rootDir,
    tests: path.join(suite, 'run.js'),
    workspace: copyOfSamples(),
    env: {
      INSIGHTS_TEST_FILES: files.join(path.delimiter),
      INSIGHTS_TEST_COUNTS: path.resolve(counts),
      ...(values.grep ? { INSIGHTS_TEST_GREP: values.grep } : {}),
    },
  });
}
