// Has fast-check draw the same in every run: a draw that was never tried before, and fails, says nothing of the change that it fails on.
import { readFile } from 'node:fs/promises';

const seed = 20_261_201;

/**
 * A run with PROPERTY_RUNS, which asks for more draws than usual, has others each time. A test may name a seed of its own.
 * @type {import('esbuild').Plugin}
 */
export const sameDraws = {
  name: 'same-draws',
  setup(build) {
    build.onLoad({ filter: /[\\/]fast-check[\\/]lib[\\/]fast-check\.js$/ }, async ({ path }) => ({
      loader: 'js',
      contents: `${await readFile(path, 'utf8')}\nif (!process.env.PROPERTY_RUNS) configureGlobal({ seed: ${seed} });\n`,
    }));
  },
};
