// npm run mutate [-- FOLDER...]: small changes in src/domain and src/api (or in the folders named, such as src/domain/time), one at a
// time, and whether a unit test notices. On demand: all of it takes hours. The report says which changes nobody noticed.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runOrExit } from './run.js';
import { outDir, rootDir } from './vscodeHost/paths.js';

const folders = process.argv.slice(2).map((folder) => folder.replace(/\/+$/u, ''));
const home = path.join(rootDir, 'tools/mutation');
if (!fs.existsSync(path.join(home, 'node_modules'))) runOrExit('npm', ['ci', '--prefix', home]);

const mutated = folders.length > 0 ? folders : ['src/domain', 'src/api'];
const config = path.join(outDir, 'stryker.config.json');
fs.mkdirSync(outDir, { recursive: true });
fs.writeFileSync(
  config,
  JSON.stringify({
    plugins: [pathToFileURL(path.join(home, 'node_modules/@stryker-mutator/tap-runner/dist/src/index.js')).href],
    testRunner: 'tap',
    // A test of a folder stands in the folder of its name; those of other layers are slow, and hold other things.
    tap: {
      testFiles: mutated.map((folder) => `out/test/${folder.replace('src/', 'unit/')}/**/*.test.js`),
      nodeArgs: ['--test-reporter=tap', '-r', '{{hookFile}}', '{{testFile}}'],
      forceBail: true,
    },
    mutate: mutated.map((folder) => `${folder}/**/*.ts`),
    // The changes are all built in at once, and switched on one at a time.
    buildCommand: 'node esbuild.js --only-tests',
    // Its way of reading them needs an older compiler, and nothing here depends on them.
    tsconfigFile: 'none.json',
    ignorePatterns: ['/.vscode-test', '/out', '/dist', '/media', '/tools/mutation/node_modules'],
    coverageAnalysis: 'perTest',
    ignoreStatic: true,
    // Sentences are for people: a test that repeats one holds nothing.
    mutator: { excludedMutations: ['StringLiteral'] },
    concurrency: 2,
    tempDirName: 'out/stryker',
    reporters: ['clear-text', 'progress-append-only', 'html'],
    clearTextReporter: { allowColor: false, reportTests: false },
    htmlReporter: { fileName: 'out/mutation.html' },
    thresholds: { high: 90, low: 85, break: 85 },
  }),
);
runOrExit(process.execPath, [path.join(home, 'node_modules/@stryker-mutator/core/bin/stryker.js'), 'run', config]);
