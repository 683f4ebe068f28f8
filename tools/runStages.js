// The stages of `npm test`, side by side.
import fs from 'node:fs';
import path from 'node:path';
import { startLeashed } from './vscodeHost/startLeashed.js';

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {readonly string[]} command an executable and its arguments
 * @property {readonly string[]} [after] the stages that must have passed before
 */

/**
 * Runs every stage once those that it comes after have passed and one of `atOnce` places is free; of several that could run, the first in
 * the list. What a stage prints is kept in `dir` and shown when it has ended, in one piece. The first that fails ends the others, of
 * which nothing is shown. Resolves to its name, or to nothing when all have passed.
 * @param {readonly Stage[]} stages @param {{ atOnce: number, dir: string, cwd: string }} options
 * @returns {Promise<string | undefined>}
 */
export async function runStages(stages, { atOnce, dir, cwd }) {
  const began = Date.now();
  const waiting = [...stages];
  const passed = new Set();
  /** @type {Map<string, { ended: Promise<{ name: string, code: number, took: string }>, stop: () => Promise<void> }>} */
  const running = new Map();
  /** @param {string} name */
  const logOf = (name) => path.join(dir, `${name}.log`);

  /** @param {Stage} stage */
  const start = ({ name, command: [command = '', ...args] }) => {
    const started = Date.now();
    const { exited, stop } = startLeashed({ command, args, log: logOf(name), cwd });
    running.set(name, { stop, ended: exited.then((code) => ({ name, code, took: seconds(started) })) });
    console.log(`-- ${name} starts (${seconds(began)} s)`);
  };

  for (;;) {
    while (running.size < atOnce) {
      const next = waiting.findIndex(({ after = [] }) => after.every((name) => passed.has(name)));
      if (next < 0) break;
      waiting.splice(next, 1).forEach(start);
    }
    if (running.size === 0) return waiting[0]?.name;
    const { name, code, took } = await Promise.race([...running.values()].map(({ ended }) => ended));
    running.delete(name);
    console.log(`\n== ${name}`);
    process.stdout.write(fs.readFileSync(logOf(name)));
    console.log(`== ${name}: ${code === 0 ? 'ok' : 'failed'}, ${took} s`);
    if (code !== 0) {
      await Promise.all([...running.values()].map(({ stop }) => stop()));
      return name;
    }
    passed.add(name);
  }
}

/** How long ago that was. @param {number} time */
export function seconds(time) {
  return ((Date.now() - time) / 1000).toFixed(1);
}
