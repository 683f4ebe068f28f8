import { program } from '../arguments/help.ts';
import type { CompletedCommand } from './completedCommand.ts';

export function powerShellScript(commands: readonly CompletedCommand[]): string {
  const list = (words: readonly string[]): string => `@(${words.map((word) => `'${word}'`).join(', ')})`;
  const flags = commands.map(({ name, options }) => `    '${name}' = ${list(options.map(({ flag }) => flag))}`);
  const operands = commands
    .filter(({ operandWords }) => operandWords.length > 0)
    .map(({ name, operandWords }) => `    '${name} ${name}' = ${list(operandWords)}`);
  const words = commands.flatMap(({ name, options }) =>
    options
      .filter((option) => option.words.length > 0)
      .map((option) => `    '${name} ${option.flag}' = ${list(option.words)}`),
  );
  return `# PowerShell completion for ${program}
Register-ArgumentCompleter -Native -CommandName ${program} -ScriptBlock {
  param($word, $ast, $position)
  $commands = ${list(commands.map(({ name }) => name))}
  $flags = @{
${flags.join('\n')}
  }
  $words = @{
${[...words, ...operands].join('\n')}
  }
  $given = @($ast.CommandElements | ForEach-Object { $_.ToString() })
  if ($word -ne '') { $given = @($given | Select-Object -SkipLast 1) }
  $offered = if ($given.Count -le 1) { $commands }
    elseif ($words.ContainsKey("$($given[1]) $($given[-1])")) { $words["$($given[1]) $($given[-1])"] }
    elseif ($word -like '-*') { $flags[$given[1]] }
    else { @() }
  $offered | Where-Object { $_ -like "$word*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}
