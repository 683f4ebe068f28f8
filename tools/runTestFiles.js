// Runs built test files that share what this process started for them.
import { spawn } from 'node:child_process';
import { nodeTestArgs } from './nodeTestArgs.js';
import { rootDir } from './vscodeHost/paths.js';

/**
 * Runs the files one after the other, with these variables added to the environment; resolves to the exit code. Unlike
 * `spawnSync` it lets this process go on meanwhile, which serves the browser.
 * @param {{ files: string[], env: Record<string, string>, counts?: string | undefined }} options
 * @returns {Promise<number>}
 */
export function runTestFiles({ files, env, counts }) {
  const child = spawn(process.execPath, nodeTestArgs({ files, concurrency: 1, counts }), {
    cwd: rootDir,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  return new Promise((resolve) => {
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
