import { dirname } from 'node:path';
import { asText } from '../../domain/json/looseValues.ts';
import { proposedAnswers, substitute } from '../../domain/query/inputs.ts';
import { findRunProblems } from '../../domain/query/problems/runProblems.ts';
import type { InsightsQuery, ParsedQuery } from '../../domain/query/query.ts';
import { parseQuery } from '../../domain/query/query.ts';
import type { SearchRequest } from '../../domain/query/request.ts';
import { RequestError, toSearchRequest } from '../../domain/query/request.ts';
import { positionIn } from '../../domain/text/positionIn.ts';
import type { CommitTimes } from '../../domain/time/commitDates.ts';
import { refsIn } from '../../domain/time/commitDates.ts';
import type { DateRange } from '../../domain/time/dates.ts';
import { runProblemSentence } from '../../words/runProblemSentence.ts';
import { readCommits } from '../commits/readCommits.ts';
import { WrongUse } from '../outcome/wrongUse.ts';
import { rangeSentence } from '../words/rangeSentence.ts';
import type { QueryFile } from './queryFiles.ts';
import { textOf } from './queryFiles.ts';

export interface QueryChoice {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly input?: readonly string[] | undefined;
}

/** A query that may run. */
export interface LoadedQuery {
  readonly file: QueryFile;
  readonly folder: string;
  readonly parsed: ParsedQuery;
  /** With every input filled in. */
  readonly query: InsightsQuery;
  readonly connection: string | undefined;
  /** The times of the commits that its dates name. */
  readonly commits: CommitTimes;
  /** `span`: the range where nobody asks for another. */
  readonly requestOver: (span: DateRange | undefined) => SearchRequest;
}

/** Reads a query and fills in its inputs. Throws WrongUse that names every place that keeps it from running. */
export async function loadQuery(
  file: QueryFile,
  choice: QueryChoice,
  { now, env }: { readonly now: Date; readonly env: Readonly<Record<string, string | undefined>> },
): Promise<LoadedQuery> {
  const parsed = parseQuery((await textOf(file)).replace(/^\uFEFF/u, ''));
  const folder = dirname(file.path);
  const written = await readCommits(refsIn([parsed.fromDate?.value, parsed.toDate?.value]), folder);
  const overridden = [choice.from && parsed.fromDate, choice.to && parsed.toDate];
  const problems = findRunProblems(parsed, { now, commits: written }).filter(
    ({ code, offset }) => code !== 'unknownCommit' || overridden.every((date) => !date || date.offset !== offset),
  );
  if (problems.length > 0) {
    const lines = problems.map((problem) => {
      const { line, column } = positionIn(parsed.text, problem.offset);
      return `${file.name}:${line}:${column}: ${runProblemSentence(problem)}`;
    });
    throw new WrongUse(lines.join('\n'));
  }
  const dates = {
    ...(choice.from === undefined ? {} : { from_date: choice.from }),
    ...(choice.to === undefined ? {} : { to_date: choice.to }),
  };
  const filled = substitute(parsed.value, { inputs: answersOf(parsed, choice.input ?? []), env: (name) => env[name] });
  const [missing] = filled.missing;
  if (missing?.kind === 'input') throw new WrongUse(`${file.name} needs --input ${missing.name}=VALUE.`);
  if (missing) throw new WrongUse(`${file.name} needs the environment variable ${missing.name}.`);
  const query = { ...filled.query, ...dates };
  // Those that an answer or an option names are known only now.
  const commits = await readCommits(refsIn([query.from_date, query.to_date]), folder);
  return {
    file,
    folder,
    parsed,
    query,
    commits,
    connection: asText(query.connection),
    requestOver: (span) => {
      const request = readRequest(file, query, { now, commits });
      return span && Object.keys(dates).length === 0 ? { ...request, range: span } : request;
    },
  };
}

function readRequest(
  file: QueryFile,
  query: InsightsQuery,
  { now, commits }: { readonly now: Date; readonly commits: CommitTimes },
): SearchRequest {
  try {
    return toSearchRequest(query, now, commits);
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    throw new WrongUse(`${file.name}: ${rangeSentence(error.problem)}`);
  }
}

/** What was given, else what the query proposes itself. One file may have inputs that another has not: what is not used here is no mistake. */
function answersOf(parsed: ParsedQuery, given: readonly string[]): ReadonlyMap<string, string> {
  const answers = new Map(proposedAnswers(parsed));
  for (const pair of given) {
    const at = pair.indexOf('=');
    if (at < 1) throw new WrongUse(`--input ${pair}: write it as ID=VALUE.`);
    answers.set(pair.slice(0, at), pair.slice(at + 1));
  }
  return answers;
}
