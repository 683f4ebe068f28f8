// What a page can do without, of its 300 kB: line ends and indents in markup, which only who writes it reads, and a table that the
// toolkit asks for nothing; and what it makes for elements that no page has.
import { readFile } from 'node:fs/promises';

/** The end of a line, and the indent of the next, in front of a tag, an attribute, the end of a tag or a value. No line of code begins so. */
const indent = /(?<!\/\/[^\n]*)\n\s+(?=<[a-z/!$]|[\w@.?:-]+=["$]|\/?>[<\n`]|\$\{)/g;
/** In styles, every indent: what stands around them ends its lines with semicolons. */
const indentOfStyle = /(?<!\/\/[^\n]*)\n\s+/g;
/** Codes of keys by name, as old browsers told them; beside it stand the names that are asked for. */
const keyCodes = /export var KeyCodes;\n\(function[\s\S]*?\}\)\(KeyCodes \|\| \(KeyCodes = \{\}\)\);/;

/** Variables of styles, of which each element of the toolkit asks for a few. */
const token = /^export const (\w+) = (create\([^;]*\));$/gm;
const tokenWhenUsed = 'export const $1 = /* @__PURE__ */ (() => $2)();';
/** Of the toolkit's container: ways to ask for what no element of ours asks for, and what it says to who writes an element wrongly. */
const resolver = /(?<=^export const \w+ = )(?=create(?:All)?Resolver\()/gm;
const guard =
  /if \(isNativeFunction\(Type\)\) \{[^{}]*\$\{[^{}]*\}[^{}]*\}|^const isNativeFunction = [\s\S]*?^\}\)\(\);$/gm;
const thrown = /(?<=new Error\()(?:`[^`]*`|"[^"]*")(?=\))/g;

/** One attribute of ARIA after the other, which differ by their names alone. */
const ariaAttribute =
  /__decorate\(\[\s*attr\(\{ attribute: "(aria-\w+)" \}\)\s*\], (\w+)\.prototype, "aria(\w+)", void 0\);/g;

/** @type {import('esbuild').Plugin} */
export const leanPages = {
  name: 'lean-pages',
  setup(build) {
    build.onLoad({ filter: /[\\/]patterns[\\/]aria-global\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const all = [...source.matchAll(ariaAttribute)];
      const areAlike = all.every(([, attribute, , property = '']) => attribute === `aria-${property.toLowerCase()}`);
      if (all.length === 0 || !areAlike) return { loader: 'js', contents: source };
      const names = JSON.stringify(all.map(([, , , property]) => property).join(' '));
      const each = `for (const name of ${names}.split(' ')) __decorate([attr({ attribute: 'aria-' + name.toLowerCase() })], ${all[0]?.[2]}.prototype, 'aria' + name, void 0);`;
      return { loader: 'js', contents: `${source.replace(ariaAttribute, '')}\n${each}` };
    });
    build.onLoad({ filter: /[\\/]webview[\\/].*\.ts$/ }, ({ path }) => changed(path, indent, ' '));
    build.onLoad({ filter: /[\\/]@(?:microsoft|vscode)[\\/].*\.styles\.js$/ }, ({ path }) =>
      changed(path, indentOfStyle, ' '),
    );
    build.onLoad({ filter: /[\\/]@(?:microsoft|vscode)[\\/].*\.template\.js$|[\\/]patterns[\\/].*\.js$/ }, ({ path }) =>
      changed(path, indent, ' '),
    );
    build.onLoad({ filter: /[\\/]webview-ui-toolkit[\\/]dist[\\/]design-tokens\.js$/ }, ({ path }) =>
      changed(path, token, tokenWhenUsed),
    );
    build.onLoad({ filter: /[\\/]fast-foundation[\\/]dist[\\/]esm[\\/]di[\\/]di\.js$/ }, async ({ path }) => ({
      loader: 'js',
      contents: (await readFile(path, 'utf8'))
        .replace(resolver, '/* @__PURE__ */ ')
        .replace(guard, '')
        .replace(thrown, ''),
    }));
    build.onLoad(
      { filter: /[\\/](?:design-token[\\/]design-token|esm[\\/]dom|observation[\\/]observable)\.js$/ },
      ({ path }) => changed(path, thrown, ''),
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
