// The extension as CommonJS. VS Code has ES modules of extensions found by hooks that run in a thread of their own, and waits for them file
// by file, while every other extension starts too; a CommonJS file it requires, at once.
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import esbuild from 'esbuild';

/** @typedef {import('esbuild').Metafile['outputs']} Outputs */

/**
 * Makes a `.cjs` of each script in `outputs`, which import each other, and removes the ES modules. What was imported on first use is
 * required on first use. Changes the files, and `outputs` to tell what they are then.
 * @param {{ outputs: Outputs, options: import('esbuild').BuildOptions }} built
 */
export async function toCommonJs({ outputs, options }) {
  const modules = Object.keys(outputs).filter((file) => file.endsWith('.js'));
  await Promise.all(
    modules.map((file) =>
      esbuild.build({
        ...options,
        format: 'cjs',
        supported: { 'dynamic-import': false },
        entryPoints: [path.resolve(file)],
        outfile: commonJs(file),
        plugins: [importsOf],
      }),
    ),
  );
  if (options.minify) await Promise.all(modules.map((file) => withoutCopies(commonJs(file), options)));
  const maps = Object.keys(outputs).filter((file) => file.endsWith('.js.map'));
  await Promise.all([...modules, ...maps].map((file) => rm(file)));
  for (const file of maps) delete outputs[file];
  for (const file of modules) {
    const output = outputs[file];
    if (!output) continue;
    delete outputs[file];
    for (const found of output.imports) if (!found.external) found.path = commonJs(found.path);
    output.bytes = (await stat(commonJs(file))).size;
    outputs[commonJs(file)] = output;
  }
}

/**
 * esbuild copies what a file exports once more, to mark it for who may take it for CommonJS written by hand. Nobody does, and what
 * copies is a good part of a small file.
 * @param {string} file @param {import('esbuild').BuildOptions} options
 */
async function withoutCopies(file, { target = 'esnext', platform = 'node', charset = 'utf8' }) {
  const text = await readFile(file, 'utf8');
  const exported = text.replace(/\bmodule\.exports=[\w$]+\(([\w$]+)\);/, 'module.exports=$1;');
  const { code } = await esbuild.transform(exported, {
    target,
    platform,
    charset,
    minify: true,
    treeShaking: true,
    legalComments: 'none',
  });
  await writeFile(file, code);
}

function commonJs(/** @type {string} */ file) {
  return file.replace(/\.js$/, '.cjs');
}

/** Leaves imports between the files as imports, of what they become. @type {import('esbuild').Plugin} */
const importsOf = {
  name: 'imports-between-outputs',
  setup(build) {
    build.onResolve({ filter: /^\./ }, ({ kind, path: named }) =>
      kind === 'entry-point' ? undefined : { path: commonJs(named), external: true },
    );
  },
};
