// Desktop VS Code, where the person has one.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { cleanEnvironment } from './startServer.js';

/**
 * The `code` command on the path, if it can open a window: not on a Linux without display, nor in the terminal of a remote window.
 * @returns {string | undefined}
 */
export function findDesktopCode() {
  const { env, platform } = process;
  if (env.VSCODE_IPC_HOOK_CLI) return undefined;
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return undefined;
  const names = ['code', 'code-insiders', 'codium'].map((name) => (platform === 'win32' ? `${name}.cmd` : name));
  const folders = (env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) => fs.existsSync(file));
}

/**
 * Opens a window of desktop VS Code with an extension in development, in a profile of its own, so that it is a process of its own too.
 * @param {{ command: string, dir: string, extension: string, workspace: string, settings: Record<string, unknown> }} options
 * @returns {{ closed: Promise<void>, stop: () => Promise<void> }} `closed` resolves when the person closes the window
 */
export function openDesktopCode({ command, dir, extension, workspace, settings }) {
  const data = path.join(dir, 'desktop');
  fs.mkdirSync(path.join(data, 'User'), { recursive: true });
  fs.writeFileSync(path.join(data, 'User/settings.json'), JSON.stringify(settings, null, 2));
  const args = [
    ...[
      '--user-data-dir',
      data,
      '--extensions-dir',
      path.join(dir, 'extensions'),
      '--extensionDevelopmentPath',
      extension,
    ],
    ...['--new-window', '--wait', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), workspace],
  ];
  const windows = process.platform === 'win32';
  const child = spawn(windows ? `"${command}"` : command, windows ? args.map((arg) => `"${arg}"`) : args, {
    stdio: 'ignore',
    shell: windows,
    env: cleanEnvironment(),
  });
  /** @type {Promise<void>} */
  const closed = new Promise((resolve) => {
    child.on('exit', () => resolve());
    child.on('error', () => resolve());
  });
  return {
    closed,
    stop: async () => {
      // `code` only waits; the window belongs to the process that holds the profile's lock.
      for (const pid of [readPid(path.join(data, 'code.lock')), child.exitCode === null ? child.pid : undefined]) {
        try {
          if (pid) process.kill(pid);
        } catch {
          // It is gone already.
        }
      }
      await closed;
    },
  };
}

/** @param {string} file */
function readPid(file) {
  return fs.existsSync(file) ? Number.parseInt(fs.readFileSync(file, 'utf8'), 10) : undefined;
}
