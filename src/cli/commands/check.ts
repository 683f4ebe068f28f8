import type { Checked } from '../../api/checks/checkQuery.ts';
import { checkQuery } from '../../api/checks/checkQuery.ts';
import type { BrokenBy } from '../../domain/analysis/expectations/verdict.ts';
import { placeIn } from '../../domain/query/placeIn.ts';
import { parseQuery } from '../../domain/query/query.ts';
import { positionIn } from '../../domain/text/positionIn.ts';
import { nameOfExpectation, verdictSentence } from '../../words/expectationWords.ts';
import { keyNotes, queryOptions } from '../arguments/connectionOptions.ts';
import type { Options } from '../arguments/help.ts';
import { readArguments } from '../arguments/readArguments.ts';
import type { ConnectionChoice } from '../connection/chooseConnection.ts';
import { exitCodeOf } from '../outcome/exitCodeOf.ts';
import type { ExitCode } from '../outcome/exitCodes.ts';
import { exitCodes, worse } from '../outcome/exitCodes.ts';
import { WrongUse } from '../outcome/wrongUse.ts';
import type { Mask } from '../output/mask.ts';
import { createMask } from '../output/mask.ts';
import { readingNotes } from '../output/readingNotes.ts';
import type { Command, Context } from '../program/command.ts';
import { fixtureSessions } from '../queries/fixtureSessions.ts';
import type { LoadedQuery, QueryChoice } from '../queries/loadQuery.ts';
import { loadQuery } from '../queries/loadQuery.ts';
import { nodeNamesNear } from '../queries/nodeNamesNear.ts';
import type { QueryFile } from '../queries/queryFiles.ts';
import { queryFilesOf, textOf } from '../queries/queryFiles.ts';
import { sayUnknownNodes } from '../queries/sayUnknownNodes.ts';
import type { CheckedExpectation, CheckedQuery } from '../reports/checkedQuery.ts';
import { checkReports } from '../reports/checkReports.ts';
import { reportOption, reportTargets, writeReports } from '../reports/reportTargets.ts';
import { errorSentence } from '../words/errorSentence.ts';
import { withConnection } from './withConnection.ts';

const formats = ['text', 'json', 'junit', 'github'] as const;

const options = {
  report: reportOption(formats),
  ...queryOptions,
} as const satisfies Options;

/** Holds the sessions of queries against what these expect of them. */
export const check: Command = {
  help: {
    name: 'check',
    operands: 'FILE...',
    summary:
      'Holds the sessions of queries against their "expect". A folder stands for all query files in it that have one.',
    options,
    notes: `Ends with 0 when all held, 1 when something is broken, 2 when a query is wrong, 3 when the service failed.\n\n${keyNotes}`,
    examples: [
      'check checks/',
      'check --connection staging --from now-1d/d --report text --report junit=checks.xml checks/',
      'check --file booking.insights-session.json checks/booking.insights.json',
    ],
  },
  execute: async (context) => {
    const { values, positionals } = readArguments(context.args, options);
    const reports = reportTargets(values.report, formats, context.env);
    const files = await queryFilesOf(positionals, context.folder);
    const mask = createMask(values.unmasked);
    const checked: CheckedQuery[] = [];
    let code: ExitCode = exitCodes.held;
    for (const file of files) {
      const one = await checkFile(file, { context, values, mask });
      if (!one) continue;
      checked.push(one.checked);
      code = worse(code, one.code);
    }
    context.notes.endProgress();
    if (checked.length === 0) throw new WrongUse('Nothing was checked: no query has an "expect".');
    await writeReports(reports, (format, paint) => checkReports[format](checked, paint), context);
    return code;
  },
};

interface Checking {
  readonly context: Context;
  readonly values: QueryChoice & ConnectionChoice;
  readonly mask: Mask;
}

/** What one file comes to, nothing where it expects nothing; only what ends all of it is thrown. */
async function checkFile(
  file: QueryFile,
  { context, values, mask }: Checking,
): Promise<{ readonly checked: CheckedQuery; readonly code: ExitCode } | undefined> {
  const began = performance.now();
  let asked = '';
  const facts = { file: file.name, connection: '', checkedAt: context.now, ms: 0, sessions: 0, expectations: [] };
  try {
    // A query that is only run may lack what a run is given.
    if (expectsNothing(await textOf(file))) return undefined;
    const loaded = await loadQuery(file, values, context);
    sayUnknownNodes(loaded, context);
    const { expect } = loaded.query;
    const { verdicts, range, sessions, connection } = await checkLoaded(loaded, values, context, (name) => {
      asked = mask.text(name);
    });
    const expectations = verdicts.map(
      (verdict): CheckedExpectation => ({
        name: mask.text(nameOfExpectation(expect, verdict.index)),
        at: placeOf(loaded, verdict.index),
        message: verdictSentence(verdict),
        verdict: { ...verdict, brokenBy: verdict.brokenBy.map((one) => maskReason(one, mask)) },
      }),
    );
    const ms = performance.now() - began;
    return {
      checked: { ...facts, connection: mask.text(connection), range, sessions, ms, expectations },
      code: expectations.every(({ verdict }) => verdict.held) ? exitCodes.held : exitCodes.broken,
    };
  } catch (error) {
    const code = exitCodeOf(error);
    if (code === undefined || context.signal.aborted) throw error;
    return {
      checked: { ...facts, connection: asked, ms: performance.now() - began, error: errorSentence(error) },
      code,
    };
  }
}

/** A node goes by whatever name somebody gave it. */
function maskReason(broken: BrokenBy, mask: Mask): BrokenBy {
  const { why } = broken;
  return why ? { ...broken, why: { ...why, node: mask.text(why.node) } } : broken;
}

function expectsNothing(text: string): boolean {
  const { value, syntaxProblems } = parseQuery(text.replace(/^\uFEFF/u, ''));
  const { expect } = value;
  return syntaxProblems.length === 0 && (expect === undefined || (Array.isArray(expect) && expect.length === 0));
}

/** Options that name a connection come before the fixtures that a query names. `asks` is told which before it is asked. */
async function checkLoaded(
  { folder, query, connection, commits }: LoadedQuery,
  choice: QueryChoice & ConnectionChoice,
  context: Context,
  asks: (connection: string) => void,
): Promise<Checked & { readonly connection: string }> {
  const names = nodeNamesNear(folder);
  const { now, signal, notes } = context;
  const nameOf = (nodeId: string) => names.get(nodeId)?.name;
  const checking = { query, now, commits, nameOf, signal, ...readingNotes(notes) };
  const namesOne = [choice.connection, choice.region, choice.url, choice.file].some((one) => one !== undefined);
  if (query.fixtures && !namesOne) {
    asks(query.fixtures.join(', '));
    const kept = await fixtureSessions(query.fixtures, folder);
    return { ...(await checkQuery({ ...checking, subject: { kept } })), connection: query.fixtures.join(', ') };
  }
  return withConnection(context, { choice, query: connection, folder }, async ({ client, span, name }) => {
    asks(name);
    const range = choice.from === undefined && choice.to === undefined ? span : undefined;
    return { ...(await checkQuery({ ...checking, subject: { client, range } })), connection: name };
  });
}

function placeOf({ parsed }: LoadedQuery, index: number): CheckedExpectation['at'] {
  return positionIn(parsed.text, placeIn(parsed, ['expect', index]).offset);
}
