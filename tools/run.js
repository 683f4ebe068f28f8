// What the tools share to run commands of this repository.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { rootDir } from './vscodeHost/paths.js';
import { temporaryDir } from './vscodeHost/temporaryDir.js';

/**
 * Runs a command in the repository's root with our output, and ends this process with its exit code if that is not 0.
 * @param {string} command @param {string[]} args
 */
export function runOrExit(command, args) {
  const { status } = spawnSync(command, args, { cwd: rootDir, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
}

/**
 * Runs one of our Node scripts like `runOrExit`.
 * @param {string[]} args
 */
export const runNodeOrExit = (args) => runOrExit(process.execPath, args);

/** A copy of the sample workspace, to be changed at will. */
export function copyOfSamples() {
  const workspace = path.join(temporaryDir('workspace'), 'samples');
  fs.cpSync(path.join(rootDir, 'samples'), workspace, { recursive: true });
  return workspace;
}

/**
 * The files under a folder whose names end so, sorted; none if the folder is not there.
 * @param {string} dir @param {string} ending
 */
export function filesUnder(dir, ending) {
  if (!fs.existsSync(dir)) return [];
  return /** @type {string[]} */ (fs.readdirSync(dir, { recursive: true }))
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => path.join(dir, name));
}
