// Installs VS Code's server on demand. Not a dependency of the extension: it is 800 MB, and its own install scripts want another Node.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { npmCommand } from './npmCommand.js';
import { hostSourceDir, vscodeTestDir } from './paths.js';
import { startLeashed } from './startLeashed.js';
import { tryAgain } from './tryAgain.js';

/**
 * @typedef {object} Host
 * @property {string} node the Node binary that VS Code's server wants
 * @property {string} vscode the folder of VS Code's server
 */

const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/**
 * The installed host, installing it first where needed. The folder carries the hash of the lock in its name and comes to be
 * by a rename, so a folder that is there is whole, and a changed lock means a new folder. A second run at the same time waits for the first.
 * @param {(line: string) => void} [tell]
 * @returns {Promise<Host>}
 */
export async function installHost(tell = (line) => process.stderr.write(`${line}\n`)) {
  const lock = fs.readFileSync(path.join(hostSourceDir, 'package-lock.json'));
  const target = path.join(vscodeTestDir, `host-${createHash('sha256').update(lock).digest('hex').slice(0, 12)}`);
  if (!fs.existsSync(target)) {
    fs.mkdirSync(vscodeTestDir, { recursive: true });
    await withLockFile(path.join(vscodeTestDir, 'host.lock'), async () => {
      if (!fs.existsSync(target)) await installInto(target, tell);
    });
  }
  return { node: findNode(target), vscode: path.join(target, 'node_modules/code-server/lib/vscode') };
}

/** @param {string} target @param {(line: string) => void} tell */
async function installInto(target, tell) {
  tell(`Installing VS Code's server into ${path.relative(process.cwd(), target)} (once, about half a minute)...`);
  const partial = `${target}.partial`;
  fs.rmSync(partial, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  fs.mkdirSync(partial);
  for (const name of ['package.json', 'package-lock.json', '.npmrc']) {
    fs.copyFileSync(path.join(hostSourceDir, name), path.join(partial, name));
  }
  await npm(['ci'], partial, tell);
  // The server brings a shrinkwrap of its own, too far out of step for `npm ci`, not for `npm install`.
  const vscode = path.join(partial, 'node_modules/code-server/lib/vscode');
  await npm(['install', '--omit=dev', '--no-save'], vscode, tell);
  await npm(['install', '--omit=dev', '--no-save'], path.join(vscode, 'extensions'), tell);
  fs.renameSync(partial, target);
  for (const name of fs.readdirSync(vscodeTestDir)) {
    const old = path.join(vscodeTestDir, name);
    if (name.startsWith('host-') && old !== target)
      fs.rmSync(old, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** @param {string[]} args @param {string} cwd @param {(line: string) => void} tell */
async function npm(args, cwd, tell) {
  const log = path.join(vscodeTestDir, 'install.log');
  const [command, ...first] = npmCommand();
  const env = withoutNpmScriptVariables(process.env);
  const isDone = async () => {
    fs.rmSync(log, { force: true });
    return (await startLeashed({ command, args: [...first, ...args, ...quiet], log, env, cwd }).exited) === 0;
  };
  if (await tryAgain("install VS Code's server by npm", isDone, { tell })) return;
  const offline =
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED)\b/.exec(
      fs.readFileSync(log, 'utf8'),
    );
  throw new Error(
    offline
      ? `VS Code's server is not installed yet and the npm registry cannot be reached (${offline[0]}): connect once and run this again (details: ${log}).`
      : `npm could not install VS Code's server (details: ${log}).`,
  );
}

/**
 * Without what `npm run` says of the package whose script runs: npm in another folder must not take it for its own.
 * @param {NodeJS.ProcessEnv} env
 */
function withoutNpmScriptVariables(env) {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name]) => !/^npm_(package|lifecycle|config_(local_prefix|prefix|global_prefix))/.test(name),
    ),
  );
}

/** @param {string} target */
function findNode(target) {
  const bundled = path.join(target, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin/node');
  if (fs.existsSync(bundled)) return bundled;
  if (process.versions.node.startsWith('24.')) return process.execPath;
  throw new Error(
    `VS Code's server needs Node 24 on ${process.platform}-${process.arch}: run this with Node 24, or use desktop VS Code.`,
  );
}

/**
 * Runs `work` while holding a lock file with our process id in it; a lock whose process is gone is taken over.
 * @param {string} file @param {() => Promise<void>} work
 */
async function withLockFile(file, work) {
  while (!take(file)) {
    if (!isAlive(Number(fs.existsSync(file) && fs.readFileSync(file, 'utf8')))) fs.rmSync(file, { force: true });
    await sleep(250);
  }
  try {
    await work();
  } finally {
    fs.rmSync(file, { force: true });
  }
}

/** @param {string} file */
function take(file) {
  try {
    // linkSync makes the file with its content in one step, so nobody reads an empty one.
    const own = `${file}.${process.pid}`;
    fs.writeFileSync(own, String(process.pid));
    try {
      fs.linkSync(own, file);
    } finally {
      fs.rmSync(own, { force: true });
    }
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
