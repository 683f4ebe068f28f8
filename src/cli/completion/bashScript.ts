import { program } from '../arguments/help.ts';
import type { CompletedCommand } from './completedCommand.ts';

export function bashScript(commands: readonly CompletedCommand[]): string {
  const cases = commands.map(
    ({ name, options, operandWords }) =>
      `    ${name}) flags="${options.map(({ flag }) => flag).join(' ')}"; operands="${operandWords.join(' ')}" ;;`,
  );
  const worded = new Map<string, string>();
  for (const { name, options } of commands) {
    for (const { flag, words } of options) if (words.length > 0) worded.set(`${name},${flag}`, words.join(' '));
  }
  const words = [...worded].map(
    ([key, list]) => `    ${key}) COMPREPLY=($(compgen -W "${list}" -- "$cur")); return ;;`,
  );
  return `# bash completion for ${program}
_session_insights() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}" flags="" operands=""
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')}" -- "$cur"))
    return
  fi
  case "$command,$previous" in
${words.join('\n')}
  esac
  case "$command" in
${cases.join('\n')}
  esac
  case "$cur" in
    -*) COMPREPLY=($(compgen -W "$flags" -- "$cur")) ;;
    *)
      if [ -n "$operands" ]; then COMPREPLY=($(compgen -W "$operands" -- "$cur")); return; fi
      compopt -o filenames 2>/dev/null
      COMPREPLY=($(compgen -f -- "$cur"))
      ;;
  esac
}
complete -F _session_insights ${program}
`;
}
