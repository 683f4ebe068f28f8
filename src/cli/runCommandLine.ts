import { closest } from '../domain/text/closest.ts';
import type { CommandHelp } from './arguments/help.ts';
import { helpText, program } from './arguments/help.ts';
import { commands } from './commands.ts';
import { exitCodeOf } from './outcome/exitCodeOf.ts';
import type { ExitCode } from './outcome/exitCodes.ts';
import { exitCodes } from './outcome/exitCodes.ts';
import { WrongUse } from './outcome/wrongUse.ts';
import type { Context } from './program/command.ts';
import { errorSentence } from './words/errorSentence.ts';

declare const cliVersion: string;

/** Runs the sub-command that the arguments name, and says what stands in its way. */
export async function runCommandLine(context: Context): Promise<ExitCode> {
  const { notes, signal } = context;
  try {
    return await runNamed(context);
  } catch (error) {
    notes.endProgress();
    // Who pressed Ctrl+C knows.
    if (!signal.aborted) notes.say(`${program}: ${errorSentence(error)}`);
    return exitCodeOf(error) ?? exitCodes.service;
  }
}

async function runNamed(context: Context): Promise<ExitCode> {
  const { args, output } = context;
  const [name, ...rest] = args;
  if (name === undefined) throw new WrongUse(`Name a command.\n\n${overview()}`);
  if (name === '--version') {
    await output.write(`${cliVersion}\n`);
    return exitCodes.held;
  }
  if (name === '--help' || name === '-h' || (name === 'help' && rest.length === 0)) {
    await output.write(overview());
    return exitCodes.held;
  }
  const asked = name === 'help' ? (rest[0] ?? '') : name;
  const found = commands.find((command) => command.name === asked);
  if (!found) throw new WrongUse(unknownCommand(asked));
  const command = await found.load();
  const options = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest;
  const asksHelp = name === 'help' || options.includes('--help') || options.includes('-h');
  if (asksHelp && command.ownHelp) return command.execute({ ...context, args: ['--help'] }, allHelp);
  if (asksHelp) {
    await output.write(helpText(command.help));
    return exitCodes.held;
  }
  return command.execute({ ...context, args: rest }, allHelp);
}

async function allHelp(): Promise<readonly CommandHelp[]> {
  const loaded = await Promise.all(commands.map(({ load }) => load()));
  return loaded.map(({ help }) => help);
}

function unknownCommand(name: string): string {
  const [near] = closest(
    name,
    commands.map((command) => command.name),
    1,
  );
  return `There is no command "${name}".${near ? ` Did you mean "${near}"?` : ` See ${program} --help.`}`;
}

function overview(): string {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2;
  return [
    `Usage: ${program} COMMAND [options]`,
    '',
    'Sessions of AI Studio, found by query files (NAME.insights.json).',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`),
    '',
    `${program} COMMAND --help says more of each. --version prints the version.`,
    '',
  ].join('\n');
}
