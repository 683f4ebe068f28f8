// npm run bench [-- FILTER...]: builds as for the package and runs test/bench, one file after the other. Each prints `name: value` lines; nothing fails by time.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { withPageBrowser } from './pageBrowser.js';
import { filesUnder, runNodeOrExit } from './run.js';
import { outDir, rootDir } from './vscodeHost/paths.js';

const words = process.argv.slice(2);
runNodeOrExit(['esbuild.js', '--production', '--tests']);
const files = filesUnder(path.join(outDir, 'test/bench'), '.bench.js').filter((file) =>
  words.every((word) => file.includes(word)),
);
if (files.length === 0) {
  console.error(`No bench matches ${words.join(' ')}.`);
  process.exit(1);
}
await withPageBrowser('dark', async (env) => {
  for (const file of files) {
    console.log(`\n${path.basename(file, '.bench.js')}`);
    const bench = spawn(process.execPath, ['--expose-gc', file], {
      cwd: rootDir,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    const [status] = await once(bench, 'exit');
    if (status !== 0) process.exitCode = 1;
  }
});
