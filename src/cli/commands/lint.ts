import { findProblems } from '../../domain/query/problems/queryProblems.ts';
import type { RunProblem } from '../../domain/query/problems/runProblems.ts';
import { findRunProblems } from '../../domain/query/problems/runProblems.ts';
import { parseQuery } from '../../domain/query/query.ts';
import { positionIn } from '../../domain/text/positionIn.ts';
import type { Options } from '../arguments/help.ts';
import { oneOf, readArguments } from '../arguments/readArguments.ts';
import { exitCodes } from '../outcome/failures.ts';
import { queryFilesOf, textOf } from '../queries/queryFiles.ts';
import type { LintedQuery } from '../reports/lintReports.ts';
import { lintReports } from '../reports/lintReports.ts';
import { wordsOfRunProblem } from '../words/lintWords.ts';
import type { Command } from './command.ts';

const options = {
  report: { type: 'string', value: 'FORMAT', help: 'text (default), json, junit, sarif, or github for annotations' },
  strict: { type: 'boolean', help: 'warnings break it too' },
} as const satisfies Options;

/** Says what is wrong with query files, as the editor does. Asks no service. */
export const lint: Command = {
  help: {
    name: 'lint',
    operands: 'FILE...',
    summary:
      'Finds mistakes in query files: those that keep them from running, and those that the service answers with silence.\nA folder stands for all query files in it.',
    options,
    notes: 'Ends with 0 when there is no error, 1 when there is one, 2 when a file cannot be read.',
    examples: ['lint queries/', 'lint --report github --strict .', 'lint --report sarif queries/ > lint.sarif'],
  },
  execute: async ({ args, folder, now, output }) => {
    const { values, positionals } = readArguments(args, options);
    const report = oneOf('report', values.report, ['text', 'json', 'junit', 'sarif', 'github']);
    const files = await queryFilesOf(positionals, folder);
    const linted = await Promise.all(files.map(async (file) => lintText(file.name, await textOf(file), now)));
    await output.write(lintReports[report](linted, (colour, text) => output.paint(colour, text)));
    const breaks = linted.some(({ findings }) =>
      findings.some(({ severity }) => severity === 'error' || (values.strict && severity === 'warning')),
    );
    return breaks ? exitCodes.broken : exitCodes.held;
  },
};

function lintText(file: string, written: string, now: Date): LintedQuery {
  const query = parseQuery(written.replace(/^\uFEFF/u, ''));
  const stops = findRunProblems(query, { now });
  const isJson = query.syntaxProblems.length === 0;
  // What keeps a query from running is among the problems of both.
  const known = new Set(stops.map(keyOf));
  const others = isJson ? findProblems(query, { now }).filter((problem) => !known.has(keyOf(problem))) : [];
  const findings = [...stops, ...others].sort((a, b) => a.offset - b.offset);
  return {
    file,
    findings: findings.map((problem) => ({
      rule: problem.code,
      severity: 'severity' in problem ? problem.severity : 'error',
      message: wordsOfRunProblem(problem),
      start: positionIn(query.text, problem.offset),
      end: positionIn(query.text, problem.offset + problem.length),
    })),
  };
}

function keyOf({ code, offset, length }: RunProblem): string {
  return `${code} ${offset} ${length}`;
}
