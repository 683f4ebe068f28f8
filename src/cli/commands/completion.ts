import { program } from '../arguments/help.ts';
import { oneOf, readArguments } from '../arguments/readArguments.ts';
import { completionScripts } from '../completion/completionScripts.ts';
import { exitCodes } from '../outcome/exitCodes.ts';
import { WrongUse } from '../outcome/wrongUse.ts';
import type { Command } from '../program/command.ts';

const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;

/** Prints the script that completes commands and options in a shell. */
export const completion: Command = {
  help: {
    name: 'completion',
    operands: 'SHELL',
    operandWords: shells,
    summary: 'Prints a script that completes what is typed: for bash, zsh, fish or powershell.',
    options: {},
    examples: [
      `completion bash > ~/.local/share/bash-completion/completions/${program}`,
      `completion zsh > "\${fpath[1]}/_${program}"`,
      `completion fish > ~/.config/fish/completions/${program}.fish`,
      'completion powershell | Out-String | Invoke-Expression',
    ],
  },
  execute: async ({ args, output }, all) => {
    const { positionals } = readArguments(args, {});
    const [named, ...others] = positionals;
    if (named === undefined || others.length > 0) throw new WrongUse('Name a shell: bash, zsh, fish or powershell.');
    const shell = oneOf('shell', named, shells);
    await output.write(completionScripts[shell](await all()));
    return exitCodes.held;
  },
};
