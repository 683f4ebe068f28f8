import { program } from '../arguments/help.ts';
import type { CompletedCommand, CompletedOption } from './completedCommand.ts';

export function zshScript(commands: readonly CompletedCommand[]): string {
  const named = commands.map(({ name, summary }) => `    '${name}:${quoted(summary)}'`);
  const cases = commands.map(({ name, options, operandWords }) => {
    const operand = operandWords.length > 0 ? `'1:word:(${operandWords.join(' ')})'` : "'*:file:_files'";
    return `    ${name}) _arguments ${[...options.map(specOf), operand].join(' ')} ;;`;
  });
  return `#compdef ${program}
# zsh completion for ${program}
_session_insights() {
  local -a commands
  commands=(
${named.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join('\n')}
  esac
}
if [ "$funcstack[1]" = "_${program}" ]; then
  _session_insights "$@"
else
  compdef _session_insights ${program}
fi
`;
}

function specOf({ flag, takesValue, words, help }: CompletedOption): string {
  const value = takesValue ? `:value:${words.length > 0 ? `(${words.join(' ')})` : '_files'}` : '';
  return `'*${flag}[${quoted(help)}]${value}'`;
}

function quoted(text: string): string {
  return text.replaceAll("'", "'\\''").replaceAll(/[[\]:]/gu, '\\$&');
}
