import * as vscode from 'vscode';
import { isOfRule, lintQuery } from '../../domain/query/problems/lintQuery.ts';
import { positionIn } from '../../domain/text/positionIn.ts';
import { refsIn } from '../../domain/time/commitDates.ts';
import { readQuery } from '../../host/queries/readQuery.ts';
import { lintRules } from '../../host/settings.ts';
import { translated } from '../../host/translated.ts';
import { runProblemSentence } from '../../words/runProblemSentence.ts';
import type { CheckNeeds } from '../running/checkFile.ts';
import type { FileLines } from './taskFacts.ts';

const severities = { error: 'error', warning: 'warning', information: 'info' } as const;

/** The mistakes of a query file, as the command line prints them. */
export async function lintLines(
  file: vscode.Uri,
  name: string,
  { now, readCommits, nodeFiles }: Pick<CheckNeeds, 'now' | 'readCommits' | 'nodeFiles'>,
): Promise<FileLines> {
  const query = await readQuery(file);
  const commits = await readCommits(file, refsIn([query.fromDate?.value, query.toDate?.value]));
  await nodeFiles.read();
  const nodes = () => nodeFiles.namesFor(file);
  const problems = lintQuery(query, { now: now(), commits, nodes, rules: lintRules(file) });
  return {
    lines: problems.map((problem) => {
      const { line, column } = positionIn(query.text, problem.offset);
      const severity = isOfRule(problem) ? severities[problem.severity] : 'error';
      const sentence = translated(() => runProblemSentence(problem, vscode.env.language));
      return `${name}:${line}:${column}: ${severity}: ${sentence} (${problem.code})`;
    }),
    ok: !problems.some((problem) => !isOfRule(problem) || problem.severity === 'error'),
  };
}
