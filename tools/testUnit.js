// npm run test:unit [-- FILTER...] [--no-build]: test/unit under node:test, those files whose paths hold every filter.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { filesUnder, runNodeOrExit } from './run.js';
import { runTwiceAtMost } from './runTestFiles.js';
import { outDir } from './vscodeHost/paths.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'no-build': { type: 'boolean' }, counts: { type: 'string' } },
});
if (!values['no-build']) runNodeOrExit(['esbuild.js', '--tests']);
const files = filesUnder(path.join(outDir, 'test/unit'), '.test.js').filter((file) =>
  positionals.every((word) => file.includes(word)),
);
if (files.length === 0) {
  console.error(`No unit test matches ${positionals.join(' ')}.`);
  process.exit(1);
}
process.exitCode = await runTwiceAtMost({ files, counts: values.counts });
