import { dirname } from 'node:path';
import { isOfRule, lintQuery } from '../../domain/query/problems/lintQuery.ts';
import type { ParsedQuery } from '../../domain/query/query.ts';
import { parseQuery } from '../../domain/query/query.ts';
import { positionIn } from '../../domain/text/positionIn.ts';
import { refsIn } from '../../domain/time/commitDates.ts';
import { runProblemSentence } from '../../words/runProblemSentence.ts';
import type { Options } from '../arguments/help.ts';
import { readArguments } from '../arguments/readArguments.ts';
import { readCommits } from '../commits/readCommits.ts';
import { lintRulesOf, readSettingsFiles } from '../connection/settingsFiles.ts';
import { exitCodes } from '../outcome/exitCodes.ts';
import type { Command } from '../program/command.ts';
import { nodeNamesNear } from '../queries/nodeNamesNear.ts';
import type { QueryFile } from '../queries/queryFiles.ts';
import { queryFilesOf, textOf } from '../queries/queryFiles.ts';
import type { LintedQuery } from '../reports/lintReports.ts';
import { lintReports } from '../reports/lintReports.ts';
import { reportOption, reportTargets, writeReports } from '../reports/reportTargets.ts';

const formats = ['text', 'json', 'junit', 'sarif', 'github'] as const;

const options = {
  report: reportOption(formats),
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
    notes:
      'The settings insights.lint.rules of the workspace and of the user count, as in the editor.\n\nEnds with 0 when there is no error, 1 when there is one, 2 when a file cannot be read.',
    examples: ['lint queries/', 'lint --report github --strict .', 'lint --report sarif=lint.sarif queries/'],
  },
  execute: async ({ args, folder, now, output, env }) => {
    const { values, positionals } = readArguments(args, options);
    const reports = reportTargets(values.report, formats, env);
    const files = await queryFilesOf(positionals, folder);
    const lintFile = async (file: QueryFile): Promise<LintedQuery> => {
      const rules = lintRulesOf(readSettingsFiles(dirname(file.path), env));
      const query = parseQuery((await textOf(file)).replace(/^\uFEFF/u, ''));
      const refs = refsIn([query.fromDate?.value, query.toDate?.value]);
      const commits = await readCommits(refs, dirname(file.path));
      return lintParsed(file.name, query, { now, rules, commits, nodes: () => nodeNamesNear(dirname(file.path)) });
    };
    const linted = await Promise.all(files.map(lintFile));
    await writeReports(reports, (format, paint) => lintReports[format](linted, paint), { output, folder });
    const breaks = linted.some(({ findings }) =>
      findings.some(({ severity }) => severity === 'error' || (values.strict && severity === 'warning')),
    );
    return breaks ? exitCodes.broken : exitCodes.held;
  },
};

function lintParsed(file: string, query: ParsedQuery, settings: Parameters<typeof lintQuery>[1]): LintedQuery {
  return {
    file,
    findings: lintQuery(query, settings).map((problem) => ({
      rule: problem.code,
      severity: isOfRule(problem) ? problem.severity : 'error',
      message: runProblemSentence(problem),
      start: positionIn(query.text, problem.offset),
      end: positionIn(query.text, problem.offset + problem.length),
    })),
  };
}
