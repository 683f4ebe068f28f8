import { findNodeProblems } from '../../domain/query/problems/nodeProblems.ts';
import { byRules } from '../../domain/query/problems/ruleSettings.ts';
import { positionIn } from '../../domain/text/positionIn.ts';
import { runProblemSentence } from '../../words/runProblemSentence.ts';
import { lintRulesOf, readSettingsFiles } from '../connection/settingsFiles.ts';
import type { Context } from '../program/command.ts';
import type { LoadedQuery } from './loadQuery.ts';
import { nodeNamesNear } from './nodeNamesNear.ts';

/** Warns of nodes in expectations that nobody calls so: those hold or break whatever happens. */
export function sayUnknownNodes({ file, folder, parsed }: LoadedQuery, { notes, env }: Context): void {
  const problems = findNodeProblems(parsed, { nodes: () => nodeNamesNear(folder) });
  for (const problem of byRules(problems, lintRulesOf(readSettingsFiles(folder, env)))) {
    const { line, column } = positionIn(parsed.text, problem.offset);
    notes.say(`${file.name}:${line}:${column}: ${problem.severity}: ${runProblemSentence(problem)}`);
  }
}
