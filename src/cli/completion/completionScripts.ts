import type { CommandHelp } from '../arguments/help.ts';
import { bashScript } from './bashScript.ts';
import type { CompletedCommand } from './completedCommand.ts';
import { completed } from './completedCommand.ts';
import { fishScript } from './fishScript.ts';
import { powerShellScript } from './powerShellScript.ts';
import { zshScript } from './zshScript.ts';

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript, powershell: powerShellScript };

type Shell = keyof typeof scripts;

/** For each shell, the script that completes these commands. */
export const completionScripts: Readonly<Record<Shell, (commands: readonly CommandHelp[]) => string>> = {
  bash: (commands) => of(scripts.bash, commands),
  zsh: (commands) => of(scripts.zsh, commands),
  fish: (commands) => of(scripts.fish, commands),
  powershell: (commands) => of(scripts.powershell, commands),
};

function of(script: (commands: readonly CompletedCommand[]) => string, commands: readonly CommandHelp[]): string {
  return script(commands.map(completed));
}
