import { program } from '../arguments/help.ts';
import type { CompletedCommand, CompletedOption } from './completedCommand.ts';

export function fishScript(commands: readonly CompletedCommand[]): string {
  const lines = commands.flatMap(({ name, summary, options, operandWords }) => [
    `complete -c ${program} -n __fish_use_subcommand -f -a ${name} -d '${quoted(summary)}'`,
    ...options.map((option) => `complete -c ${program} -n '__fish_seen_subcommand_from ${name}' ${specOf(option)}`),
    ...(operandWords.length > 0
      ? [`complete -c ${program} -n '__fish_seen_subcommand_from ${name}' -f -a '${operandWords.join(' ')}'`]
      : []),
  ]);
  return `# fish completion for ${program}\n${lines.join('\n')}\n`;
}

function specOf({ flag, short, takesValue, words, help }: CompletedOption): string {
  return [
    `-l ${flag.slice(2)}`,
    ...(short ? [`-s ${short.slice(1)}`] : []),
    ...(takesValue ? ['-r'] : []),
    ...(words.length > 0 ? [`-f -a '${words.join(' ')}'`] : []),
    `-d '${quoted(help)}'`,
  ].join(' ');
}

function quoted(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
}
