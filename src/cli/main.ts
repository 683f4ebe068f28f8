import { Notes } from './output/notes.ts';
import { Output } from './output/output.ts';
import type { Context } from './program/command.ts';
import { runCommandLine } from './runCommandLine.ts';

/** What a shell calls the end by a signal. */
const interrupted = { SIGINT: 130, SIGTERM: 143, SIGPIPE: 141 } as const;

const stopping = new AbortController();
const { stdout, stderr, env } = process;
const notes = new Notes(stderr);

// Whoever reads has seen enough. `held` would be a lie, and a complaint would be noise.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(interrupted.SIGPIPE);
  notes.say(`The output cannot be written (${error.code ?? error.message}).`);
  process.exit(2);
});
stderr.on('error', () => {});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    process.exitCode = interrupted[signal];
    stopping.abort();
  });
}

const context: Context = {
  args: process.argv.slice(2),
  env,
  folder: process.cwd(),
  now: new Date(),
  output: new Output(stdout, env),
  notes,
  signal: stopping.signal,
};

void runCommandLine(context).then((code) => {
  process.exitCode ??= code;
});
