// What a page can do without, of its 300 kB: line ends and indents in markup, which only who writes it reads, and a table that the
// toolkit asks for nothing.
import { readFile } from 'node:fs/promises';

/** The end of a line, and the indent of the next, in front of a tag, an attribute, the end of a tag or a value. No line of code begins so. */
const indent = /(?<!\/\/[^\n]*)\n\s+(?=<[a-z/!$]|[\w@.?:-]+=["$]|\/?>[<\n`]|\$\{)/g;
/** In styles, every indent: what stands around them ends its lines with semicolons. */
const indentOfStyle = /(?<!\/\/[^\n]*)\n\s+/g;
/** Codes of keys by name, as old browsers told them; beside it stand the names that are asked for. */
const keyCodes = /export var KeyCodes;\n\(function[\s\S]*?\}\)\(KeyCodes \|\| \(KeyCodes = \{\}\)\);/;

/** @type {import('esbuild').Plugin} */
export const leanPages = {
  name: 'lean-pages',
  setup(build) {
    build.onLoad({ filter: /[\\/]webview[\\/].*\.ts$/ }, ({ path }) => changed(path, indent, ' '));
    build.onLoad({ filter: /[\\/]@(?:microsoft|vscode)[\\/].*\.styles\.js$/ }, ({ path }) =>
      changed(path, indentOfStyle, ' '),
    );
    build.onLoad({ filter: /[\\/]@(?:microsoft|vscode)[\\/].*\.template\.js$|[\\/]patterns[\\/].*\.js$/ }, ({ path }) =>
      changed(path, indent, ' '),
    );
    build.onLoad({ filter: /[\\/]fast-web-utilities[\\/]dist[\\/]key-codes\.js$/ }, ({ path }) =>
      changed(path, keyCodes, ''),
    );
  },
};

/**
 * @param {string} path @param {RegExp} pattern @param {string} by
 * @returns {Promise<import('esbuild').OnLoadResult>}
 */
async function changed(path, pattern, by) {
  return { loader: path.endsWith('.ts') ? 'ts' : 'js', contents: (await readFile(path, 'utf8')).replace(pattern, by) };
}
