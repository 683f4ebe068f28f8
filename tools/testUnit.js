// npm run test:unit [-- FILTER...] [--no-build]: test/unit under node:test, those files whose paths hold every filter.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { nodeTestArgs } from './nodeTestArgs.js';
import { filesUnder, runNodeOrExit } from './run.js';
import { outDir, rootDir } from './vscodeHost/paths.js';

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
const { status } = spawnSync(process.execPath, nodeTestArgs({ files, counts: values.counts }), {
  cwd: rootDir,
  stdio: ['ignore', 'inherit', 'inherit'],
});
process.exitCode = status ?? 1;
