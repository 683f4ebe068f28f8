// npm run demo [-- --browser] [--in-place] [--no-build]: the emulator with sample sessions, and VS Code with the extension on samples/:
// desktop VS Code where there is one, else (or with --browser) VS Code in the browser. Ctrl+C ends everything that this starts.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { copyOfSamples, runNodeOrExit } from './run.js';
import { findDesktopCode, openDesktopCode } from './vscodeHost/desktopCode.js';
import { endTogether } from './vscodeHost/endTogether.js';
import { installHost } from './vscodeHost/installHost.js';
import { rootDir } from './vscodeHost/paths.js';
import { calmSettings, copyExtension, writeUserSettings } from './vscodeHost/profile.js';
import { startLeashed } from './vscodeHost/startLeashed.js';
import { startServer } from './vscodeHost/startServer.js';
import { temporaryDir } from './vscodeHost/temporaryDir.js';

const { values } = parseArgs({
  options: { browser: { type: 'boolean' }, 'in-place': { type: 'boolean' }, 'no-build': { type: 'boolean' } },
});
const emulatorKey = 'sample';
const week = 7 * 24 * 3600 * 1000;

/** @type {(() => Promise<void>)[]} */
const stops = [];
const stopAll = async () => {
  await Promise.all(stops.map((stop) => stop()));
};
endTogether(stopAll);

try {
  if (!values['no-build']) runNodeOrExit(['esbuild.js']);
  const dir = temporaryDir('demo');
  const workspace = values['in-place'] ? path.join(rootDir, 'samples') : copyOfSamples();
  const command = values.browser ? undefined : findDesktopCode();
  const [emulator] = await Promise.all([
    startEmulator(dir),
    command ? showOnDesktop(command, dir, workspace) : showInBrowser(dir, workspace),
  ]);
  console.log(`Emulator: ${emulator} (sample sessions for curl, as the service would answer)`);
  console.log(
    `          curl -H 'X-Vgai-Key: ${emulatorKey}' '${emulator}/insights/sessions?${lastWeek()}&page_size=1'`,
  );
  console.log(`Folder:   ${workspace}${values['in-place'] ? '' : ' (a copy of samples/, removed at the end)'}`);
  console.log('Ctrl+C ends everything.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await stopAll();
  process.exit(1);
}

/** @param {string} dir */
async function startEmulator(dir) {
  const log = path.join(dir, 'emulator.log');
  const emulator = startLeashed({
    command: process.execPath,
    args: [path.join(rootDir, 'dist/emulator.js'), '--port', '0', '--key', emulatorKey],
    log,
  });
  stops.push(emulator.stop);
  for (;;) {
    const said = fs.existsSync(log) ? fs.readFileSync(log, 'utf8') : '';
    const listening = /listening on (\S+)/.exec(said);
    if (listening) return listening[1];
    if (emulator.isGone()) throw new Error(`The emulator did not start: ${said}`);
    await sleep(50);
  }
}

function lastWeek() {
  /** @param {number} time */
  const text = (time) => new Date(time).toISOString().slice(0, 19);
  return `from_date=${text(Date.now() - week)}&to_date=${text(Date.now())}`;
}

/** @param {string} command @param {string} dir @param {string} workspace */
async function showOnDesktop(command, dir, workspace) {
  const code = openDesktopCode({ command, dir, extension: rootDir, workspace, settings: calmSettings });
  stops.push(code.stop);
  void code.closed.then(async () => {
    await stopAll();
    process.exit(0);
  });
  console.log(`VS Code:  a new window of ${command}`);
}

/** @param {string} dir @param {string} workspace */
async function showInBrowser(dir, workspace) {
  const host = await installHost();
  writeUserSettings(dir, calmSettings);
  await copyExtension(dir, rootDir);
  const server = await startServer({ host, dir });
  stops.push(server.stop);
  const address = `${server.origin}/?folder=${encodeURIComponent(workspace)}`;
  openInBrowser(address);
  console.log(`VS Code:  ${address}`);
}

/** Opens the address in the person's browser, where there is a screen; otherwise the printed address has to do. @param {string} address */
function openInBrowser(address) {
  const { platform, env } = process;
  if (env.CI || (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY)) return;
  const opener = platform === 'darwin' ? 'open' : 'xdg-open';
  spawn(opener, [address], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
