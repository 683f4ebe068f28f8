// npm run bench [-- FILTER...]: builds as for the package and runs test/bench, one file after the other. Each prints `name: value` lines;
// nothing fails by time. `NAME.window.bench.ts` measures in a VS Code window, with the packaged extension, and `NAME.cluster.bench.ts` beside
// three nodes of OpenSearch (see tools/testArchive.js).
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { withCluster } from './archiveCluster/withCluster.js';
import { withPageBrowser } from './pageBrowser.js';
import { filesUnder, runNodeOrExit, runOrExit } from './run.js';
import { outDir, rootDir } from './vscodeHost/paths.js';
import { withWindowHost } from './windowHost.js';

const words = process.argv.slice(2);
runNodeOrExit(['esbuild.js', '--production', '--tests']);
const files = filesUnder(path.join(outDir, 'test/bench'), '.bench.js').filter((file) =>
  words.every((word) => path.relative(outDir, file).includes(word)),
);
if (files.length === 0) {
  console.error(`No bench matches ${words.join(' ')}.`);
  process.exit(1);
}
const inWindow = files.filter((file) => file.endsWith('.window.bench.js'));
const byCluster = files.filter((file) => file.endsWith('.cluster.bench.js'));
const others = files.filter((file) => !inWindow.includes(file) && !byCluster.includes(file));
if (others.length > 0) process.exitCode = await withPageBrowser('dark', (env) => runAll(others, env));
if (byCluster.length > 0) {
  const home = path.join(rootDir, 'tools/archiveCluster/client');
  if (!fs.existsSync(path.join(home, 'node_modules'))) runOrExit('npm', ['ci', '--prefix', home]);
  process.exitCode = (await withCluster({ for: 'benches' }, (env) => runAll(byCluster, env))) || process.exitCode;
}
if (inWindow.length > 0) {
  runNodeOrExit(['tools/package.js']);
  process.exitCode = (await withWindowHost((env) => runAll(inWindow, env))) || process.exitCode;
}

/**
 * Resolves to 0, or to the exit code of one that failed.
 * @param {string[]} benches @param {Record<string, string>} env
 */
async function runAll(benches, env) {
  let code = 0;
  for (const file of benches) {
    console.log(`\n${path.basename(file).replace(/(?:\.window|\.cluster)?\.bench\.js$/u, '')}`);
    const bench = spawn(process.execPath, ['--expose-gc', file], {
      cwd: rootDir,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    const [status] = await once(bench, 'exit');
    code = status === 0 ? code : (status ?? 1);
  }
  return code;
}
