/**
 * Builds everything: `node esbuild.js` for development, `--production` for the package, `--tests` for the tests beside it, `--only-tests`
 * for them alone, `--watch` to build again on each change. What is built is read from the tree; nothing is listed here by hand but the entry points.
 */
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import esbuild from 'esbuild';
import { generate } from './tools/generate.js';
import { joinEagerChunks } from './tools/joinEagerChunks.js';
import { leanPages } from './tools/leanPages.js';
import { sameDraws } from './tools/sameDraws.js';
import { toCommonJs } from './tools/toCommonJs.js';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const onlyTests = process.argv.includes('--only-tests');
const tests = onlyTests || process.argv.includes('--tests');
/** Where everything goes: the repository, or with `--out=FOLDER` somewhere that a test may look at it. */
const out = process.argv.find((argument) => argument.startsWith('--out='))?.slice('--out='.length) ?? '.';
const dist = join(out, 'dist');
const meta = out === '.' ? 'out/meta' : join(out, 'meta');

/** An ES module has no `require`; bundled CommonJS packages call it for Node's own modules. */
const requireBanner = {
  js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
};

/**
 * Loading undici normally replaces the dispatcher that every other extension's `fetch` in this process uses.
 * This keeps ours to ourselves: the module that would write the process-wide slot is answered with one that writes its own variable.
 */
const privateDispatcher = {
  name: 'private-dispatcher',
  setup(build) {
    build.onLoad({ filter: /[\\/]undici[\\/]lib[\\/]global\.js$/ }, () => ({
      loader: 'js',
      contents: `
        'use strict';
        let dispatcher;
        const { InvalidArgumentError } = require('./core/errors');
        const Agent = require('./dispatcher/agent');
        function setGlobalDispatcher(agent) {
          if (!agent || typeof agent.dispatch !== 'function') throw new InvalidArgumentError('Argument agent must implement Agent');
          dispatcher = agent;
        }
        function getGlobalDispatcher() {
          dispatcher ??= new Agent();
          return dispatcher;
        }
        module.exports = { setGlobalDispatcher, getGlobalDispatcher };
      `,
    }));
  },
};

/**
 * undici ends a connection that says `100 Continue` where nobody waited for it. It is told ahead of an answer like every other status below 200
 * (RFC 9110, 15.2), and is passed over like those. A proxy that is asked for a tunnel says no such thing.
 */
const toldAhead = {
  name: 'told-ahead',
  setup(build) {
    build.onLoad({ filter: /[\\/]undici[\\/]lib[\\/]dispatcher[\\/]client-h1\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const refusing = 'if (statusCode === 100) {';
      if (source.split(refusing).length !== 2) throw new Error(`${path} reads answers in another way`);
      return {
        loader: 'js',
        contents: source.replace(refusing, "if (statusCode === 100 && request.method === 'CONNECT') {"),
      };
    });
  },
};

/**
 * undici's entry loads all of it. What never runs here (`fetch`, mocks, caches, sockets of other kinds, interceptors that nobody asks for) is
 * answered with an empty class for every name, which keeps a quarter of a megabyte out of the package.
 */
const unusedUndici = {
  name: 'unused-undici',
  setup(build) {
    const unused = [
      String.raw`mock[\\/].*|cache[\\/].*|web[\\/].*|util[\\/]cache|core[\\/]socks5-.*`,
      String.raw`api[\\/]api-(pipeline|stream|upgrade)`,
      String.raw`dispatcher[\\/](socks5-proxy-agent|h2c-client|balanced-pool|round-robin-pool)`,
      String.raw`handler[\\/](cache-.*|deduplication.*|redirect.*)`,
      String.raw`interceptor[\\/](cache|dns|decompress|deduplicate|dump|redirect|response-error)`,
    ];
    build.onLoad({ filter: new RegExp(String.raw`[\\/]undici[\\/]lib[\\/](${unused.join('|')})\.js$`) }, () => ({
      loader: 'js',
      contents: 'module.exports = new Proxy({}, { get: () => class Unused {} });',
    }));
    // Its parser of heads comes twice, each 72 kB. The plain one runs everywhere; what the other saves is nothing beside a network.
    build.onLoad({ filter: /[\\/]undici[\\/]lib[\\/]llhttp[\\/]llhttp_simd-wasm\.js$/ }, () => ({
      loader: 'js',
      contents: "module.exports = require('./llhttp-wasm.js');",
    }));
  },
};

const common = {
  bundle: true,
  metafile: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'warning',
  // Pages say that they are UTF-8, and Node reads everything as that.
  charset: 'utf8',
  // Packages that ship UMD beside ES modules bundle into something that fails at run time.
  mainFields: ['module', 'main'],
};

const node = {
  ...common,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  banner: requireBanner,
  plugins: [privateDispatcher, toldAhead, unusedUndici],
};

/** The files of a kind of test, found by their name. */
async function found(folder, ending) {
  const names = await readdir(join('test', folder), { recursive: true }).catch(() => []);
  return names.filter((name) => name.endsWith(ending)).map((name) => join('test', folder, name));
}

const extension = {
  ...node,
  // It becomes CommonJS, which has a `require`.
  banner: {},
  entryPoints: { extension: 'src/extension.ts' },
  outdir: dist,
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  external: ['vscode'],
  plugins: [...node.plugins, { name: 'finish-extension', setup: (build) => build.onEnd(finishExtension) }],
};

/** esbuild splits ES modules alone: what it made becomes one file for activation and CommonJS throughout. */
async function finishExtension({ errors, metafile }) {
  if (errors.length > 0) return;
  const { outputs } = metafile;
  const { bundle, minify, sourcemap, platform, format, target, external, charset, logLevel } = extension;
  const options = { bundle, minify, sourcemap, platform, format, target, external, charset, logLevel };
  const entry = Object.keys(outputs).find((file) => outputs[file].entryPoint === 'src/extension.ts');
  if (production) await joinEagerChunks({ outputs, entry, options });
  await toCommonJs({ outputs, options });
}
/** For the command line, and for the process that the extension starts for local connections. Each is one file that needs no other. */
const emulator = { ...node, entryPoints: { emulator: 'src/emulator/main.ts' }, outdir: dist };
const emulatorProcess = { ...node, entryPoints: { emulatorProcess: 'src/emulator/process/main.ts' }, outdir: dist };
/** The command line. What a sub-command needs is loaded when it runs, so that `--help` and `lint` start at once. */
const cli = {
  ...node,
  plugins: [...node.plugins, { name: 'finish-cli', setup: (build) => build.onEnd(finishCli) }],
  entryPoints: { cli: 'src/cli/main.ts' },
  outdir: dist,
  splitting: true,
  chunkNames: 'cli/[name]-[hash]',
  banner: {},
  define: { cliVersion: JSON.stringify(JSON.parse(await readFile('package.json', 'utf8')).version) },
};
/** CommonJS starts sooner. `dist/cli.js` is for a clone, whose scripts are ES modules. */
async function finishCli({ errors, metafile }) {
  if (errors.length > 0) return;
  const { outputs } = metafile;
  const { bundle, minify, sourcemap, platform, format, target, charset, logLevel } = cli;
  const options = { bundle, minify, sourcemap, platform, format, target, charset, logLevel };
  if (production) {
    const fileOf = (source) => Object.keys(outputs).find((file) => outputs[file].entryPoint === source);
    const main = fileOf('src/cli/main.ts');
    await joinEagerChunks({ outputs, entry: main, options });
    // What is run at every save and on every push finds and reads one file more, not a dozen.
    const lint = fileOf('src/cli/commands/lint.ts');
    await joinEagerChunks({ outputs, entry: lint, options, loaded: [main] });
  }
  await toCommonJs({ outputs, options });
  const shebang = '#!/usr/bin/env node\n';
  const script = join(dist, 'cli.cjs');
  await writeFile(script, shebang + (await readFile(script, 'utf8')));
  const start = "import { createRequire } from 'node:module';\ncreateRequire(import.meta.url)('./cli.cjs');\n";
  await writeFile(join(dist, 'cli.js'), shebang + start);
}
/** Each of the pages is one script, and all have one style, to which the results add their own; the layout of graphs, the mask and what is shared are scripts that a page runs when it needs them. */
const pages = {
  ...common,
  platform: 'browser',
  format: 'iife',
  target: 'es2022',
  // The page's build of what has one of its own.
  mainFields: ['browser', 'module', 'main'],
  // The notices of what is bundled stand beside it: a page has 300 kB, and nobody reads them there.
  legalComments: 'linked',
  entryPoints: {
    session: 'webview/session/session.ts',
    comparison: 'webview/comparison/comparison.ts',
    results: 'webview/results/results.ts',
    graph: 'webview/parts/graph/graphScript.ts',
    mask: 'webview/parts/masking/maskScript.ts',
    share: 'webview/session/share/shareScript.ts',
    page: 'webview/page.css',
  },
  define: { 'process.env.NODE_ENV': '"production"' },
  outdir: dist,
  loader: { '.ttf': 'file' },
  plugins: production ? [leanPages] : [],
};
const testBuild = async () => ({
  ...node,
  entryPoints: [
    ...(await found('unit', '.test.ts')),
    ...(await found('page', '.test.ts')),
    ...(await found('ui', '.test.ts')),
    ...(await found('archive', '.test.ts')),
    ...(await found('bench', '.bench.ts')),
    ...(await found('integration', '.ts')),
  ],
  outdir: 'out/test',
  outbase: 'test',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  external: ['vscode', 'mocha', 'playwright-core', '@vscode/test-electron', 'esbuild', 'libxml2-wasm'],
  sourcemap: 'inline',
  plugins: [...node.plugins, sameDraws],
});

/** Removes the built tests whose sources are gone, so that they are not found and run. */
async function removeOrphans(outdir, entryPoints) {
  const wanted = new Set(entryPoints.map((file) => file.slice('test/'.length).replace(/\.ts$/, '.js')));
  const names = await readdir(outdir, { recursive: true }).catch(() => []);
  const orphans = names.filter((name) => /\.(test|bench)\.js$/.test(name) && !wanted.has(name));
  await Promise.all(orphans.map((name) => rm(join(outdir, name))));
}

const schemas = await generate();
await mkdir(dist, { recursive: true });
// Chunks are named by their content: those of earlier builds would pile up in the package, and while developing they do no harm.
if (production) {
  for (const chunks of ['chunks', 'cli']) await rm(join(dist, chunks), { recursive: true, force: true });
}
const schemaText = (schema) => `${JSON.stringify(schema, null, production ? 0 : 2)}\n`;
await writeFile(join(dist, 'insights-query.schema.json'), schemaText(schemas.published));
await writeFile(join(dist, 'insights-query.editor.schema.json'), schemaText(schemas.editor));
await copyFile('schemas/insights-nodes.schema.json', join(dist, 'insights-nodes.schema.json'));

/** @type {Record<string, import('esbuild').BuildOptions>} */
const builds = onlyTests ? {} : { extension, emulator, emulatorProcess, cli, pages };
if (tests) {
  builds.tests = await testBuild();
  await removeOrphans('out/test', builds.tests.entryPoints);
}

if (watch) {
  await Promise.all(Object.values(builds).map(async (options) => (await esbuild.context(options)).watch()));
} else {
  await mkdir(meta, { recursive: true });
  await Promise.all(
    Object.entries(builds).map(async ([name, options]) => {
      const { metafile } = await esbuild.build(options);
      // What went into each bundle: tests hold the budgets and the promises of the bundles against it.
      await writeFile(join(meta, `${name}.json`), JSON.stringify(metafile));
    }),
  );
}
