// npm run l10n: writes l10n/bundle.l10n.json, every English sentence of the extension and its pages, for those who translate.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';
import { filesUnder } from './run.js';
import { rootDir } from './vscodeHost/paths.js';

const sources = ['src', 'webview'].flatMap((folder) => filesUnder(path.join(rootDir, folder), '.ts'));
const scripts = await Promise.all(
  sources.map(async (source) => ({ extension: '.ts', contents: await readFile(source, 'utf8') })),
);
// Parsing takes most of the time, and most files have no sentence.
const speaking = scripts.filter(({ contents }) => contents.includes('l10n'));
const words = Object.entries(await getL10nJson(speaking)).sort(([a], [b]) => (a < b ? -1 : 1));
await writeFile(path.join(rootDir, 'l10n/bundle.l10n.json'), `${JSON.stringify(Object.fromEntries(words), null, 2)}\n`);
