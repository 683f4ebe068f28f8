// npm run mutate [-- [--part K/N] FOLDER...]: small changes in src/domain and src/api (or in the folders named, such as src/domain/time),
// one at a time, and whether a unit test notices. On demand: all of it takes hours. `--part 1/8` takes every eighth file, from the first
// on: a fair sample, and the eight parts are the whole. The report says which changes nobody noticed.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { runOrExit } from './run.js';
import { outDir, rootDir } from './vscodeHost/paths.js';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { part: { type: 'string', default: '1/1' } },
});
const [, part, parts] = /^([1-9]\d*)\/([1-9]\d*)$/u.exec(options.part) ?? [];
if (part === undefined || Number(part) > Number(parts))
  throw new Error(`--part is to be such as 1/8, not ${options.part}.`);
const folders = positionals.map((folder) => folder.replace(/\/+$/u, ''));
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
      testFiles: filesOf(mutated.map((folder) => folder.replace('src/', 'test/unit/')))
        .filter((file) => file.endsWith('.test.ts') && !looksAtThePackage(file))
        .map((file) => `out/${file.replace(/ts$/u, 'js')}`),
      nodeArgs: ['--test-reporter=./tools/mutation/verdictReporter.js', '-r', '{{hookFile}}', '{{testFile}}'],
      forceBail: true,
    },
    mutate: filesOf(mutated).filter((_, at) => at % Number(parts) === Number(part) - 1),
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
    // A busy machine is no endless loop.
    timeoutMS: 10_000,
    tempDirName: 'out/stryker',
    reporters: ['clear-text', 'progress-append-only', 'html'],
    clearTextReporter: { allowColor: false, reportTests: false },
    htmlReporter: { fileName: 'out/mutation.html' },
    thresholds: { high: 90, low: 85, break: 85 },
  }),
);
runOrExit(process.execPath, [path.join(home, 'node_modules/@stryker-mutator/core/bin/stryker.js'), 'run', config]);

/** The sources in folders, in the order of their names. @param {readonly string[]} within */
function filesOf(within) {
  return within
    .flatMap((folder) =>
      fs
        .readdirSync(path.join(rootDir, folder), { recursive: true, encoding: 'utf8' })
        .map((name) => `${folder}/${name}`),
    )
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .sort();
}

/** Whether a test reads what is built to be shipped, which is not built here. @param {string} file */
function looksAtThePackage(file) {
  return fs.readFileSync(path.join(rootDir, file), 'utf8').includes('dist/');
}
