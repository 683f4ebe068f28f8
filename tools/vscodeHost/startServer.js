// Starts VS Code's own server, the one the workbench in a browser talks to.
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startLeashed } from './startLeashed.js';

/**
 * @typedef {object} Server
 * @property {string} origin `http://127.0.0.1:PORT`
 * @property {string} log the file that its output goes to
 * @property {() => boolean} isGone
 * @property {() => Promise<void>} stop
 */

/** How long it may take to start, on a machine with much else to do. */
const patienceMs = 180_000;

/** The arguments that name a profile, for starting the server and for installing an extension into it. @param {string} dir */
export const profileArgs = (dir) => [
  '--server-data-dir',
  dir,
  '--user-data-dir',
  path.join(dir, 'data'),
  '--extensions-dir',
  extensionsDir(dir),
];

/** Where the extensions of a profile are. @param {string} dir */
export const extensionsDir = (dir) => path.join(dir, 'extensions');

/** Where the user settings of a profile are: VS Code's server as packaged reads them from its own disk. @param {string} dir */
export const userSettingsPath = (dir) => path.join(dir, 'data/User/settings.json');

/** The environment without what VS Code's terminals put there: with it, the server would take itself for a child of that VS Code. */
export function cleanEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('VSCODE_') && name !== 'ELECTRON_RUN_AS_NODE'),
  );
}

/**
 * Starts a server on a free port of 127.0.0.1 and waits until it answers.
 * `extensionTests` switches on the page's `payload`, and with it the test runner in the extension host; it also suppresses
 * all notifications, so it is not for tests that look at the screen. Environment variables given here reach the extension host.
 * @param {{ host: import('./installHost.js').Host, dir: string, env?: Record<string, string>, extensionTests?: boolean, args?: string[], port?: number }} options
 * @returns {Promise<Server>}
 */
export async function startServer({ host, dir, env = {}, extensionTests = false, args = [], port = 0 }) {
  fs.mkdirSync(extensionsDir(dir), { recursive: true });
  const log = path.join(dir, 'server.log');
  const process_ = startLeashed({
    command: host.node,
    args: [
      path.join(host.vscode, 'out/server-main.js'),
      ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--accept-server-license-terms'],
      ...profileArgs(dir),
      ...['--disable-telemetry', '--disable-experiments'],
      ...(extensionTests ? ['--enable-smoke-test-driver'] : []),
      ...args,
    ],
    log,
    // VS Code makes its sockets there; in the profile they go away with it.
    env: { ...cleanEnvironment(), XDG_RUNTIME_DIR: dir, ...env },
  });
  const started = Date.now();
  for (;;) {
    const bound = /agent listening on (\d+)/.exec(fs.existsSync(log) ? fs.readFileSync(log, 'utf8') : '');
    if (bound) return { origin: `http://127.0.0.1:${bound[1]}`, log, isGone: process_.isGone, stop: process_.stop };
    if (process_.isGone() || Date.now() - started > patienceMs) {
      await process_.stop();
      throw new Error(`VS Code's server did not start:\n${tailOfLog(log)}`);
    }
    await sleep(50);
  }
}

/** The noise that a server without native modules and without network makes. */
const noise =
  /^( → |\s+at |\s*'\/.*spdlog|\s*tries: \[|\s*\],?$|\}$)|bindings file|open-vsx|api\.github\.com|\/vsda\/|reconnection-grace-time/;

/** The end of what a server said, without the noise. @param {string} text */
export function tail(text, count = 25) {
  const lines = text.split('\n').filter((line) => line.trim() && !noise.test(line));
  return lines.slice(-count).join('\n');
}

/** The end of a server's log. @param {string} log */
export function tailOfLog(log, count = 25) {
  return tail(fs.existsSync(log) ? fs.readFileSync(log, 'utf8') : '', count);
}
