import * as vscode from 'vscode';
import type { Run } from '../../api/runs/run.ts';
import type { Runs } from '../../api/runs/runs.ts';
import { substitute } from '../../domain/query/inputs.ts';
import type { ParsedQuery } from '../../domain/query/query.ts';
import type { SearchRequest } from '../../domain/query/request.ts';
import { toSearchRequest } from '../../domain/query/request.ts';
import type { CommitTimes } from '../../domain/time/commitDates.ts';
import { refsIn } from '../../domain/time/commitDates.ts';
import type { SessionService } from '../../host/connections/lazyClient.ts';
import type { ErrorWords } from '../../host/errors/errorWords.ts';
import { fileName, queryName } from '../../host/queries/queryNames.ts';
import { readQuery } from '../../host/queries/readQuery.ts';
import { tellError } from '../../host/surfaces/messages.ts';
import { tellInStatusBar } from '../../host/surfaces/statusBar.ts';

/** A connection that is ready to be asked. */
export interface ConnectedService {
  readonly name: string;
  readonly client: SessionService;
}

export interface RunSources {
  readonly runs: Runs;
  readonly now: () => Date;
  /** The connection of that name, else the active one. Undefined when the person gave up on the way; throws when it cannot be used. */
  readonly connect: (name: string | undefined, query: vscode.Uri) => Promise<ConnectedService | undefined>;
  /** The answers to the query's inputs; undefined when the person gave up. */
  readonly askInputs: (
    query: vscode.Uri,
    parsed: ParsedQuery,
    connection: string,
  ) => Promise<ReadonlyMap<string, string> | undefined>;
  /** When the commits were made that the dates of a query name. */
  readonly readCommits: (query: vscode.Uri, refs: readonly string[]) => Promise<CommitTimes>;
  /** What a failure is in words; with the connection where it is known, so that buttons act on it. */
  readonly wordsOf: (error: unknown, connection?: string) => ErrorWords;
  /** Says the same in a message, with the button that helps. */
  readonly tellFailure: (error: unknown, connection?: string) => Promise<void>;
}

/** A query with its inputs answered and its dates absolute, and where to send it. */
export interface PreparedQuery {
  readonly service: ConnectedService;
  readonly request: SearchRequest;
  readonly name: string;
}

/** Runs a query file: problems stop it, inputs are asked for, and then the run is on its way. Undefined when it did not come to that. */
export async function runQueryFile(uri: vscode.Uri, sources: RunSources): Promise<Run | undefined> {
  const prepared = await prepareQuery(uri, sources);
  return prepared && startRun(uri, prepared, sources);
}

/** Sends a query that is ready on its way. */
export function startRun(uri: vscode.Uri, { service, request, name }: PreparedQuery, { runs }: RunSources): Run {
  return runs.start({
    queryUri: uri.toString(),
    queryName: name,
    connection: service.name,
    request,
    client: service.client,
  });
}

/** What stands in the way of a run. */
export type Refusal =
  | { readonly type: 'problem'; readonly offset: number }
  | { readonly type: 'sentence'; readonly sentence: string }
  | { readonly type: 'failure'; readonly error: unknown }
  /** The person gave up. */
  | { readonly type: 'left' };

/** Everything before the first request. Shows what stands in the way and gives undefined when something does. */
export async function prepareQuery(uri: vscode.Uri, sources: RunSources): Promise<PreparedQuery | undefined> {
  const prepared = await prepareOrRefuse(uri, sources);
  if (!('type' in prepared)) return prepared;
  if (prepared.type === 'problem') await showProblem(uri, prepared.offset);
  else if (prepared.type === 'sentence') await tellError(prepared.sentence);
  else if (prepared.type === 'failure') await sources.tellFailure(prepared.error);
  return undefined;
}

/** The same, but nothing is shown of what stands in the way: it is answered with. */
export async function prepareOrRefuse(uri: vscode.Uri, sources: RunSources): Promise<PreparedQuery | Refusal> {
  const parsed = await readQuery(uri).catch(() => undefined);
  if (!parsed) {
    const sentence = vscode.l10n.t('Couldn’t read the query file {0}. It may have been deleted.', fileName(uri));
    return { type: 'sentence', sentence };
  }
  // The validator is large, and nobody needs it before the first run.
  const { findRunProblems } = await import('../../domain/query/problems/runProblems.ts');
  const written = await sources.readCommits(uri, refsIn([parsed.fromDate?.value, parsed.toDate?.value]));
  const [problem] = findRunProblems(parsed, { now: sources.now(), commits: written });
  if (problem) return { type: 'problem', offset: problem.offset };
  try {
    const service = await sources.connect(parsed.value.connection, uri);
    if (!service) return { type: 'left' };
    const answers = await sources.askInputs(uri, parsed, service.name);
    if (!answers) return { type: 'left' };
    const env = vscode.workspace.isTrusted ? { env: (variable: string) => process.env[variable] } : {};
    const { query, missing } = substitute(parsed.value, { inputs: answers, ...env });
    if (missing[0]) return { type: 'sentence', sentence: missingWords(missing[0]) };
    // Those that an answer names are known only now.
    const commits = await sources.readCommits(uri, refsIn([query.from_date, query.to_date]));
    const request = toSearchRequest(query, sources.now(), commits);
    return { service, request, name: queryName(parsed.value.name, uri) };
  } catch (error) {
    return { type: 'failure', error };
  }
}

function missingWords({ kind, name }: { readonly kind: string; readonly name: string }): string {
  if (kind === 'input') return vscode.l10n.t('The query uses the input "{0}", which it does not declare.', name);
  return vscode.workspace.isTrusted
    ? vscode.l10n.t('The environment variable {0}, which the query uses, is not set.', name)
    : vscode.l10n.t('The query uses the environment variable {0}: trust the workspace to allow that.', name);
}

/** Puts the cursor at the first problem, and the list of all of them below. */
async function showProblem(uri: vscode.Uri, offset: number): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const position = document.positionAt(offset);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(position, position) });
  await vscode.commands.executeCommand('workbench.actions.view.problems', { preserveFocus: true });
  tellInStatusBar(vscode.l10n.t('The query has problems, so it wasn’t run.'));
}
