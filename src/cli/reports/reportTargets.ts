import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Option } from '../arguments/help.ts';
import { oneOf } from '../arguments/readArguments.ts';
import type { Output } from '../output/output.ts';
import type { Context } from '../program/command.ts';

/** A report that was asked for; without a file it is printed. */
export interface ReportTarget<Format extends string> {
  readonly format: Format;
  readonly file: string | undefined;
}

/** The option that asks for reports in these formats. */
export function reportOption(
  formats: readonly string[],
): Option & { readonly type: 'string'; readonly multiple: true } {
  return {
    type: 'string',
    multiple: true,
    value: 'FORMAT[=FILE]',
    words: formats,
    help: `${formats.join(', ')}; printed, or written to FILE. It may be given several times\n(default: text, in GitHub Actions github too)`,
  };
}

/** The reports that `--report` asks for: annotations come by themselves where GitHub reads them. Throws WrongUse. */
export function reportTargets<Format extends string>(
  given: readonly string[] | undefined,
  formats: readonly [Format, ...Format[]],
  env: Context['env'],
): readonly ReportTarget<Format>[] {
  const asked = given ?? ['text', ...(env.GITHUB_ACTIONS === 'true' ? ['github'] : [])];
  return asked.map((one) => {
    const [, format = one, file] = /^([^=]*)=(.+)$/su.exec(one) ?? [];
    return { format: oneOf('report', format, formats), file };
  });
}

/** Prints reports, or writes them where they were asked for. */
export async function writeReports<Format extends string>(
  targets: readonly ReportTarget<Format>[],
  render: (format: Format, paint: Output['paint']) => string,
  { output, folder }: Pick<Context, 'output' | 'folder'>,
): Promise<void> {
  for (const { format, file } of targets) {
    if (file === undefined) {
      await output.write(render(format, (colour, text) => output.paint(colour, text)));
      continue;
    }
    const path = resolve(folder, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(
      path,
      render(format, (_, text) => text),
    );
  }
}
