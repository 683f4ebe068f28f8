// Runs a command in a process group of its own and ends the whole group when standard input closes: that happens when the process that
// started us says so, and also when it dies without a word. Usage: node leash.js LOGFILE COMMAND ARGS...
import { spawn } from 'node:child_process';
import fs from 'node:fs';

const [log = '', command = '', ...args] = process.argv.slice(2);
const out = fs.openSync(log, 'a');
const child = spawn(command, args, { stdio: ['ignore', out, out], detached: true });

/** @param {NodeJS.Signals} signal */
const signalGroup = (signal) => {
  try {
    if (child.pid) process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
};

child.on('error', (error) => {
  fs.writeSync(out, `${error.message}\n`);
  process.exit(1);
});
child.on('exit', (code) => {
  signalGroup('SIGKILL');
  process.exit(code ?? 1);
});
const end = () => {
  signalGroup('SIGTERM');
  setTimeout(() => signalGroup('SIGKILL'), 3000);
};
process.stdin.resume().on('close', end).on('error', end);
process.on('SIGTERM', end);
