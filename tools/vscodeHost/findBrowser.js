// Finds a Chromium-like browser to show VS Code's web workbench in.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** What Chromium needs to be driven as root in a container, and to leave the network alone. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const variable = 'INSIGHTS_BROWSER';
const fonts = ['fonts-liberation', 'fonts-noto-color-emoji'];

/** Chromium without windows of its own: the same pages for a fifth less of the processor. */
const headlessShell = 'chromium-headless-shell';

/**
 * A browser's executable: the one that the environment names, else an installed one, else Debian's package.
 * @param {(line: string) => void} [tell]
 * @returns {string}
 */
export function findBrowser(tell = (line) => process.stderr.write(`${line}\n`)) {
  const named = process.env[variable];
  if (named) {
    if (fs.existsSync(named)) return named;
    throw new Error(`${variable} names ${named}, which does not exist.`);
  }
  return installedBrowser() ?? debianBrowser(tell) ?? missing();
}

function installedBrowser() {
  return candidates().find((file) => fs.existsSync(file));
}

/** @returns {string[]} */
function candidates() {
  const { env } = process;
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'];
    const folders = ['/Applications', path.join(env.HOME ?? '/', 'Applications')];
    return folders.flatMap((folder) => apps.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`));
  }
  if (process.platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (folder) => folder !== undefined,
    );
    const files = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return folders.flatMap((folder) => files.map((file) => path.join(folder, file)));
  }
  const names = [
    headlessShell,
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'brave-browser',
  ];
  const folders = [...(env.PATH ?? '').split(path.delimiter), '/usr/bin', '/snap/bin'].filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

/** @param {(line: string) => void} tell */
function debianBrowser(tell) {
  if (!fs.existsSync('/etc/debian_version') || process.getuid?.() !== 0) return undefined;
  tell('Installing Chromium from Debian (once)...');
  if (!aptGet(['update'])) tell("Couldn't read Debian's list of packages: going on with the one that is there.");
  for (const browser of [headlessShell, 'chromium']) {
    aptGet(['install', '-y', '--no-install-recommends', browser, ...fonts]);
    if (installedBrowser()) break;
  }
  return installedBrowser();
}

/** Whether it went well, each download tried some times by itself. @param {string[]} args */
function aptGet(args) {
  const options = ['-qq', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=5'];
  const { status } = spawnSync('apt-get', [...options, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

/** @returns {never} */
function missing() {
  throw new Error(`No browser found: install Chrome, Chromium or Edge, or name one in ${variable}.`);
}
