import { homedir } from 'node:os';
import { join, resolve, sep } from 'node:path';

/** A folder of the workspace: its name, as VS Code shows it, and its absolute path. */
export interface NamedFolder {
  readonly name: string;
  readonly path: string;
}

/**
 * Where a path in VS Code's settings leads: from the first folder of the workspace, unless it is absolute or begins with `~`. It may hold
 * the variables that VS Code's own settings know of such paths: `${workspaceFolder}`, `${workspaceFolder:NAME}`, `${userHome}` and
 * `${pathSeparator}`. One that means nothing here stays as it is written, for who reads that there is no such file.
 */
export function settingsPath(written: string, folders: readonly NamedFolder[], home: string = homedir()): string {
  const [first] = folders;
  const replaced = written
    .trim()
    .replace(/^~(?=[\\/]|$)/u, () => home)
    .replace(/\$\{(\w+|\/)(?::([^}]*))?\}/gu, (variable: string, what: string, name?: string) => {
      switch (what) {
        case 'workspaceFolder':
        case 'workspaceRoot':
          return (name === undefined ? first : folders.find((one) => one.name === name))?.path ?? variable;
        case 'userHome':
          return home;
        case 'pathSeparator':
        case '/':
          return sep;
        default:
          return variable;
      }
    });
  return first ? resolve(first.path, replaced) : join(replaced);
}
