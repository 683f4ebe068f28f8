import fs from 'node:fs';
import path from 'node:path';
import esbuild from 'esbuild';
import { rootDir } from '../vscodeHost/paths.js';

/**
 * A unit test as one script, with a change or as it is, and where its parts come from.
 * @param {string} test @param {import('./changesIn.js').Change} [change] @returns {Promise<{ script: string, map: string }>}
 */
export async function builtTest(test, change) {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: rootDir,
    entryPoints: [test],
    outfile: path.join(rootDir, 'out/mutation/test.js'),
    write: false,
    bundle: true,
    sourcemap: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    external: ['esbuild', 'playwright-core', 'libxml2-wasm'],
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    plugins: change ? [changedBy(change)] : [],
    logLevel: 'silent',
  });
  const textOf = (/** @type {string} */ ending) => outputFiles.find((file) => file.path.endsWith(ending))?.text ?? '';
  return { script: textOf('.js'), map: textOf('.js.map') };
}

/** @param {import('./changesIn.js').Change} change @returns {esbuild.Plugin} */
function changedBy({ file, start, end, replacement }) {
  return {
    name: 'changed',
    setup({ onLoad }) {
      const source = path.join(rootDir, file);
      onLoad({ filter: /\.ts$/ }, ({ path: loaded }) => {
        if (loaded !== source) return undefined;
        const text = fs.readFileSync(source, 'utf8');
        return { loader: 'ts', contents: text.slice(0, start) + replacement + text.slice(end) };
      });
    },
  };
}
