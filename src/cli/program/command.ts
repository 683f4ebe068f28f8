import type { CommandHelp } from '../arguments/help.ts';
import type { ExitCode } from '../outcome/exitCodes.ts';
import type { Notes } from '../output/notes.ts';
import type { Output } from '../output/output.ts';

/** What a command is given of the world. */
export interface Context {
  /** What stands behind the command's name. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where files are looked for. */
  readonly folder: string;
  readonly now: Date;
  readonly output: Output;
  readonly notes: Notes;
  /** Aborted by Ctrl+C. */
  readonly signal: AbortSignal;
}

/** A sub-command. */
export interface Command {
  readonly help: CommandHelp;
  /** Whether it answers `--help` itself. */
  readonly ownHelp?: boolean;
  /** Throws what it could not do. `all`: what every command says of itself. */
  readonly execute: (context: Context, all: () => Promise<readonly CommandHelp[]>) => Promise<ExitCode>;
}
