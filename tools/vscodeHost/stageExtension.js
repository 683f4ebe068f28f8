// A copy of what can go into the package. vsce looks at every file under a folder before it drops what .vscodeignore does not allow,
// and the repository holds a whole VS Code.
import fs from 'node:fs';
import path from 'node:path';
import { temporaryDir } from './temporaryDir.js';

/**
 * Copies the top-level files and folders that the allow list of .vscodeignore names, and the list itself; resolves what is inside no further.
 * @param {string} extension
 */
export function stageExtension(extension) {
  const list = fs.readFileSync(path.join(extension, '.vscodeignore'), 'utf8');
  const allowed = [...list.matchAll(/^!([^/\n]+)/gm)].map(([, name = '']) => wildcard(name));
  const stage = temporaryDir('stage');
  for (const name of fs.readdirSync(extension)) {
    if (name !== '.vscodeignore' && !allowed.some((pattern) => pattern.test(name))) continue;
    fs.cpSync(path.join(extension, name), path.join(stage, name), { recursive: true });
  }
  return stage;
}

/** @param {string} name */
function wildcard(name) {
  const parts = name.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}
