// What an entry loads at once, in one file. esbuild splits what lazy parts share with the entry into a chunk for each combination of
// them, and VS Code finds, reads and links each of these by itself when it activates the extension.
import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import esbuild from 'esbuild';

/** @typedef {import('esbuild').Metafile['outputs']} Outputs */

/**
 * Moves the chunks that `entry` loads at once into it, and has the lazy ones import from there. `loaded` are files that are there already
 * when it loads. Changes the files, and `outputs` to tell what they are then.
 * @param {{ outputs: Outputs, entry: string, options: import('esbuild').BuildOptions, loaded?: readonly string[] }} built
 */
export async function joinEagerChunks({ outputs, entry, options, loaded = [] }) {
  const chunks = eagerOutputs(outputs, entry, loaded).filter((file) => file !== entry);
  const lazy = Object.keys(outputs).filter(
    (file) => file !== entry && !chunks.includes(file) && !loaded.includes(file),
  );

  // In each chunk its exports are called a, b, c.
  const exportsOf = (/** @type {string} */ chunk, /** @type {(own: string, joined: string) => string} */ write) =>
    (outputs[chunk]?.exports ?? []).map((own) => write(own, `c${chunks.indexOf(chunk)}_${own}`)).join(', ');
  const whole = [
    `export * from '${specifier(entry, entry)}';`,
    ...chunks.map((chunk) => {
      const all = exportsOf(chunk, (own, joined) => `${own} as ${joined}`);
      return `export { ${all} } from '${specifier(entry, chunk)}';`;
    }),
  ];
  const again = { ...options, metafile: false, allowOverwrite: true };
  await esbuild.build({
    ...again,
    stdin: { contents: whole.join('\n'), resolveDir: path.dirname(entry) },
    outfile: entry,
    plugins: [importsOf(entry, (found) => found.kind === 'dynamic-import' || loaded.includes(fileOf(found)))],
  });
  // esbuild's own helpers, which are of no file: what needs nothing else of the entry has to load without VS Code, as undici does in a test.
  const helpers = chunks.filter((chunk) => Object.keys(outputs[chunk]?.inputs ?? {}).length === 0);
  const isHelper = (/** @type {import('esbuild').OnResolveArgs} */ found) => helpers.includes(fileOf(found));
  for (const file of lazy) {
    const fromEntry = (/** @type {string} */ chunk) =>
      `export { ${exportsOf(chunk, (own, joined) => `${joined} as ${own}`)} } from '${specifier(file, entry)}';`;
    await esbuild.build({
      ...again,
      entryPoints: [path.resolve(file)],
      outfile: file,
      plugins: [
        answered(
          chunks.filter((chunk) => !helpers.includes(chunk)),
          fromEntry,
        ),
        importsOf(file, (found) => found.kind !== 'entry-point' && !isHelper(found)),
      ],
    });
  }
  await Promise.all(chunks.map((chunk) => rm(chunk)));
  await describeJoined(outputs, entry, chunks);
}

/**
 * The outputs that loading `entry` loads at once, itself first, but for those that are loaded.
 * @param {Outputs} outputs @param {string} entry @param {readonly string[]} loaded
 */
function eagerOutputs(outputs, entry, loaded) {
  const reached = new Set([entry]);
  for (const file of reached) {
    for (const { path: imported, kind, external } of outputs[file]?.imports ?? []) {
      if (kind === 'import-statement' && !external && !loaded.includes(imported)) reached.add(imported);
    }
  }
  return [...reached];
}

/** Which output an import names. */
function fileOf(/** @type {{ readonly resolveDir: string, readonly path: string }} */ { resolveDir, path: named }) {
  return path.relative('.', path.join(resolveDir, named));
}

/** How the module in one file names the one in another. */
function specifier(/** @type {string} */ from, /** @type {string} */ to) {
  return `./${path.relative(path.dirname(from), to).split(path.sep).join('/')}`;
}

/**
 * Leaves imports between outputs as imports, named as the file at `importer` has to.
 * @param {string} importer @param {(found: import('esbuild').OnResolveArgs) => boolean} which
 * @returns {import('esbuild').Plugin}
 */
function importsOf(importer, which) {
  return {
    name: 'imports-between-outputs',
    setup(build) {
      build.onResolve({ filter: /^\./ }, (found) =>
        which(found)
          ? { path: specifier(importer, path.join(found.resolveDir, found.path)), external: true }
          : undefined,
      );
    },
  };
}

/**
 * Answers imports of these files with other contents.
 * @param {readonly string[]} files @param {(file: string) => string} contentsOf
 * @returns {import('esbuild').Plugin}
 */
function answered(files, contentsOf) {
  return {
    name: 'answered-chunks',
    setup(build) {
      build.onResolve({ filter: /^\./ }, ({ path: named, resolveDir, kind }) => {
        const file = fileOf({ resolveDir, path: named });
        return kind !== 'entry-point' && files.includes(file) ? { path: file, namespace: 'answered' } : undefined;
      });
      build.onLoad({ filter: /.*/, namespace: 'answered' }, ({ path: file }) => ({
        contents: contentsOf(file),
        resolveDir: path.dirname(file),
      }));
    },
  };
}

/**
 * Has the outputs tell what became of them.
 * @param {Outputs} outputs @param {string} entry @param {readonly string[]} chunks
 */
async function describeJoined(outputs, entry, chunks) {
  const whole = outputs[entry];
  for (const chunk of chunks) {
    const part = outputs[chunk];
    if (!whole || !part) continue;
    Object.assign(whole.inputs, part.inputs);
    whole.imports.push(...part.imports);
    delete outputs[chunk];
  }
  for (const [file, output] of Object.entries(outputs)) {
    const all = output.imports.map((found) => (chunks.includes(found.path) ? { ...found, path: entry } : found));
    output.imports = all.filter((found) => found.path !== file);
    output.bytes = (await stat(file)).size;
  }
}
