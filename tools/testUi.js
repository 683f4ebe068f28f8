// npm run test:ui [-- FILTER...] [--no-build] [--share 1/2]: test/ui, a person's hands on the packaged extension in a clean VS Code.
// One server and one browser serve all files, one after the other; each window has its own copy of samples/ and its own browser storage.
// A share is a part of the files: two shares run beside each other, each with a server of its own, for windows mostly wait.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { filesUnder, runNodeOrExit } from './run.js';
import { runTestFiles, runTwiceAtMost } from './runTestFiles.js';
import { outDir } from './vscodeHost/paths.js';
import { withWindowHost } from './windowHost.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'no-build': { type: 'boolean' }, counts: { type: 'string' }, share: { type: 'string', default: '1/1' } },
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
  const [number = 1, of = 1] = values.share.split('/').map(Number);
  const own = shares(files, of)[number - 1];
  if (!own?.length) throw new Error(`No UI test is in share ${values.share}.`);
  return runTwiceAtMost({ files: own, counts: values.counts, concurrency: 1 }, (run) =>
    withWindowHost((env) => runTestFiles({ ...run, env })),
  );
}

/**
 * The files in as many shares, about as long as each other: a longer file has more to do.
 * @param {readonly string[]} files @param {number} of
 */
function shares(files, of) {
  const all = Array.from({ length: of }, () => ({ size: 0, files: /** @type {string[]} */ ([]) }));
  const sized = files.map((file) => ({ file, size: fs.statSync(file).size })).sort((a, b) => b.size - a.size);
  for (const { file, size } of sized) {
    const least = all.reduce((a, b) => (b.size < a.size ? b : a));
    least.files.push(file);
    least.size += size;
  }
  return all.map((share) => share.files.sort());
}
