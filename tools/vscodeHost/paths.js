// Where things are, for every tool: worked out from this file's place, never from the current folder.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const rootDir = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

/** The folder with the host's package.json and lock. */
export const hostSourceDir = path.join(rootDir, 'tools/vscodeHost');

/** What tests download or install: VS Code in one form or another. */
export const vscodeTestDir = path.join(rootDir, '.vscode-test');

/** What builds and tests write. */
export const outDir = path.join(rootDir, 'out');

/** The packaged extension. */
export const vsixPath = path.join(rootDir, 'dist/session-insights.vsix');
