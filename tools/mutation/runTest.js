import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { outDir, rootDir } from '../vscodeHost/paths.js';

const reporter = new URL('./bailReporter.js', import.meta.url).href;

/**
 * Runs a test that was built to a script; whether it holds within a time, in milliseconds. Where it is told, its process leaves what of it ran.
 * @param {string} test @param {string} script @param {{ timeout: number, coverageTo?: string }} options
 */
export async function runTest(test, script, { timeout, coverageTo }) {
  fs.mkdirSync(outDir, { recursive: true });
  const dir = fs.mkdtempSync(path.join(outDir, 'mutant-'));
  try {
    // As deep as where tests are built to, for those that look for files beside them.
    const file = path.join(dir, path.relative('test', test).replace(/\.ts$/u, '.js'));
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, script);
    return (await exitCode(file, timeout, coverageTo)) === 0;
  } finally {
    fs.rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @param {string} file @param {number} timeout @param {string | undefined} coverageTo @returns {Promise<number | undefined>} undefined: it did not end */
function exitCode(file, timeout, coverageTo) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--max-old-space-size=1024', `--test-reporter=${reporter}`, file], {
      cwd: rootDir,
      stdio: 'ignore',
      timeout,
      killSignal: 'SIGKILL',
      env: { ...process.env, ...(coverageTo ? { NODE_V8_COVERAGE: coverageTo } : {}) },
    });
    child.on('close', (code) => resolve(code ?? undefined));
  });
}
