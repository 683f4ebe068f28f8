import { parseArgs } from 'node:util';
import { closest } from '../../domain/text/closest.ts';
import { WrongUse } from '../outcome/wrongUse.ts';
import type { Option, Options } from './help.ts';

/** What was given for each option of a table. */
export type OptionValues<O extends Options> = {
  readonly [Name in keyof O]?: O[Name] extends { readonly multiple: true }
    ? readonly ValueOf<O[Name]>[]
    : ValueOf<O[Name]>;
};
type ValueOf<O extends Option> = O['type'] extends 'boolean' ? boolean : string;

interface Given<O extends Options> {
  readonly values: OptionValues<O>;
  readonly positionals: readonly string[];
}

/** The options and operands of a command, typed as its table of options says. Throws WrongUse. */
export function readArguments<O extends Options>(args: readonly string[], options: O): Given<O> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { values: values as OptionValues<O>, positionals };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new WrongUse(`${sentenceOf(error.message)}${suggestion(error.message, Object.keys(options))}`);
  }
}

/** One of a few words, or the first of them where nothing is said. */
export function oneOf<Word extends string>(
  option: string,
  given: string | undefined,
  words: readonly [Word, ...Word[]],
): Word {
  if (given === undefined) return words[0];
  const found = words.find((word) => word === given);
  if (found) return found;
  throw new WrongUse(`--${option} is one of ${words.join(', ')}, not "${given}".`);
}

/** Node explains at length how a value may begin with a dash. */
function sentenceOf(message: string): string {
  return `${message.split(/\.?\s+To specify|\n/u)[0]?.replace(/\.$/, '')}.`;
}

function suggestion(message: string, options: readonly string[]): string {
  const unknown = /^Unknown option '--([^']+)'/u.exec(message)?.[1];
  const [near] = unknown ? closest(unknown, options, 1) : [];
  return near ? ` Did you mean --${near}?` : '';
}
