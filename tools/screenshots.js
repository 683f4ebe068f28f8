// npm run screenshots: runs the UI tests and keeps the pictures that they took for the README, those named `readme-*`.
import fs from 'node:fs';
import path from 'node:path';
import { runNodeOrExit } from './run.js';
import { outDir, rootDir } from './vscodeHost/paths.js';

const prefix = 'readme-';
const from = path.join(outDir, 'screenshots');
const to = path.join(rootDir, 'media/screenshots');

fs.rmSync(from, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
runNodeOrExit(['tools/testUi.js', ...process.argv.slice(2)]);
fs.mkdirSync(to, { recursive: true });
for (const name of fs.readdirSync(from).filter((file) => file.startsWith(prefix))) {
  fs.copyFileSync(path.join(from, name), path.join(to, name.slice(prefix.length)));
  console.log(path.relative(rootDir, path.join(to, name.slice(prefix.length))));
}
