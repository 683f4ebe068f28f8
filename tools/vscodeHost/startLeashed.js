// Child processes that cannot outlive us.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} Leashed
 * @property {Promise<number>} exited resolves to the exit code
 * @property {() => boolean} isGone
 * @property {() => Promise<void>} stop ends the process and everything that it started; resolves when they are gone
 */

/**
 * Starts a command with its output going to a file. It and all its descendants end with `stop()`, or with this process, however that dies.
 * @param {{ command: string, args: string[], log: string, env?: NodeJS.ProcessEnv, cwd?: string }} options
 * @returns {Leashed}
 */
export function startLeashed({ command, args, log, env = process.env, cwd = process.cwd() }) {
  const leash = spawn(
    process.execPath,
    [fileURLToPath(new URL('./leash.js', import.meta.url)), log, command, ...args],
    {
      stdio: ['pipe', 'ignore', 'ignore'],
      env,
      cwd,
      detached: true, // a Ctrl+C in our terminal is for us to act on
    },
  );
  let gone = false;
  /** @type {Promise<number>} */
  const exited = new Promise((resolve) => {
    leash.on('exit', (code) => {
      gone = true;
      resolve(code ?? 1);
    });
  });
  leash.stdin.on('error', () => {});
  return {
    exited,
    isGone: () => gone,
    stop: async () => {
      leash.stdin.end();
      await exited;
    },
  };
}
