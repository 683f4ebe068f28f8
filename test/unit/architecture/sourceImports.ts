import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';

/** One import in a source file, as written and as resolved. */
export interface SourceImport {
  /** The importing file, from the repository's root, with forward slashes. */
  readonly from: string;
  /** The imported file from the root, or the name of a package (`vscode`, `node:fs`, `lit`). */
  readonly to: string;
  readonly line: number;
  /** Erased when compiled: `import type`. */
  readonly typeOnly: boolean;
  /** Loaded on first use: `import()`. */
  readonly lazy: boolean;
}

const statement =
  /^(?:import|export)\s+(?<type>type\s)?(?:[^'";]*?\sfrom\s+)?'(?<static>[^']+)'|\bimport\('(?<lazy>[^']+)'\)/gmu;

/** Every import of one file's text. */
export function importsOf(from: string, text: string): SourceImport[] {
  return [...text.matchAll(statement)].map((found) => {
    const specifier = found.groups?.static ?? found.groups?.lazy ?? '';
    return {
      from,
      to: specifier.startsWith('.')
        ? posix.normalize(posix.join(posix.dirname(from), specifier))
        : packageName(specifier),
      line: text.slice(0, found.index).split('\n').length,
      typeOnly: found.groups?.type !== undefined,
      lazy: found.groups?.lazy !== undefined,
    };
  });
}

/** Every import of every TypeScript file below the folders. */
export function allImports(root: string, folders: readonly string[]): SourceImport[] {
  return sourceFiles(root, folders).flatMap((file) => importsOf(file, readFileSync(join(root, file), 'utf8')));
}

/** Every TypeScript file below the folders, from the root, with forward slashes. */
export function sourceFiles(root: string, folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')),
  );
}

/** The files on the first way round found from a file back to itself, or undefined. Types count: a reader has to follow them too. */
export function findCycle(imports: readonly Pick<SourceImport, 'from' | 'to'>[]): string[] | undefined {
  const next = new Map<string, string[]>();
  for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): string[] | undefined => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const to of next.get(file) ?? []) {
      const cycle = visit(to, [...way, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of next.keys()) {
    const cycle = visit(file, []);
    if (cycle) return cycle;
  }
  return undefined;
}

function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  const [scope = '', name] = specifier.split('/');
  return scope.startsWith('@') && name ? `${scope}/${name}` : scope;
}

/** The repository's root, wherever the tests were built to. */
export function repositoryRoot(): string {
  let at = process.cwd();
  while (!readdirSync(at).includes('package.json')) at = dirname(at);
  return at;
}
