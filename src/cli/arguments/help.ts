/** An option, as `parseArgs` takes it and as help describes it. */
export interface Option {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  readonly short?: string;
  /** What stands behind it. */
  readonly value?: string;
  /** The only words that may. */
  readonly words?: readonly string[];
  readonly help: string;
}

export type Options = Readonly<Record<string, Option>>;

/** What `--help` says of a command. */
export interface CommandHelp {
  readonly name: string;
  /** What stands behind its name. */
  readonly operands: string;
  /** The only words that may. */
  readonly operandWords?: readonly string[];
  readonly summary: string;
  readonly options: Options;
  /** What options do not say. */
  readonly notes?: string;
  readonly examples: readonly string[];
}

const helpOption: Options = { help: { type: 'boolean', short: 'h', help: 'print this' } };

export const program = 'session-insights';

export function helpText({ name, operands, summary, options, notes, examples }: CommandHelp): string {
  const rows = Object.entries({ ...options, ...helpOption }).map(
    ([flag, { short, value, help }]) =>
      [`${short ? `-${short}, ` : '    '}--${flag}${value ? ` ${value}` : ''}`, help] as const,
  );
  const width = Math.max(...rows.map(([flag]) => flag.length)) + 2;
  return [
    `Usage: ${program} ${name} [options] ${operands}`.trimEnd(),
    '',
    summary,
    '',
    ...rows.map(([flag, help]) => `  ${flag.padEnd(width)}${help.replaceAll('\n', `\n  ${' '.repeat(width)}`)}`),
    ...(notes ? ['', notes] : []),
    '',
    'Examples:',
    ...examples.map((example) => `  ${program} ${example}`),
    '',
  ].join('\n');
}
