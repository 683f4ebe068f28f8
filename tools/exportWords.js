// npm run l10n [-- --check]: writes l10n/bundle.l10n.json, every English sentence of the extension and its pages, for those who translate.
// With --check nothing is written, and it fails when the file is not what the code says.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { getL10nJson } from '@vscode/l10n-dev';
import { filesUnder } from './run.js';
import { rootDir } from './vscodeHost/paths.js';

const { values } = parseArgs({ options: { check: { type: 'boolean' } } });
const file = path.join(rootDir, 'l10n/bundle.l10n.json');
const sources = ['src', 'webview'].flatMap((folder) => filesUnder(path.join(rootDir, folder), '.ts'));
const scripts = await Promise.all(
  sources.map(async (source) => ({ extension: '.ts', contents: await readFile(source, 'utf8') })),
);
const words = Object.entries(await getL10nJson(scripts)).sort(([a], [b]) => (a < b ? -1 : 1));
const text = `${JSON.stringify(Object.fromEntries(words), null, 2)}\n`;

if (!values.check) await writeFile(file, text);
else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
  console.error('l10n/bundle.l10n.json is not what the code says: run `npm run l10n`.');
  process.exitCode = 1;
}
