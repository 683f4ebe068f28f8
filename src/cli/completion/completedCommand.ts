import type { CommandHelp } from '../arguments/help.ts';

export interface CompletedOption {
  readonly flag: string;
  readonly short: string | undefined;
  readonly takesValue: boolean;
  readonly words: readonly string[];
  /** In one line. */
  readonly help: string;
}

/** What a shell needs to know of a command. */
export interface CompletedCommand {
  readonly name: string;
  readonly summary: string;
  /** What may stand behind it; files where nothing is named. */
  readonly operandWords: readonly string[];
  readonly options: readonly CompletedOption[];
}

export function completed({ name, summary, options, operandWords = [] }: CommandHelp): CompletedCommand {
  const own = Object.entries(options).map(([flag, { short, type, words = [], help }]) => ({
    flag: `--${flag}`,
    short: short && `-${short}`,
    takesValue: type === 'string',
    words,
    help: words.length > 0 ? words.join(', ') : firstOf(help),
  }));
  const asksHelp = { flag: '--help', short: '-h', takesValue: false, words: [], help: 'print what it takes' };
  return { name, summary: firstOf(summary), operandWords, options: [...own, asksHelp] };
}

/** What comes before the first break or stop. */
function firstOf(text: string): string {
  return text.split(/\n|[.;(]/u)[0]?.trim() ?? '';
}
