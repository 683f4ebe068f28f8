import * as vscode from 'vscode';
import type { Checked, CheckOptions, CheckSubject } from '../../api/checks/checkQuery.ts';
import { proposedAnswers, substitute, usedInputs } from '../../domain/query/inputs.ts';
import type { LintContext } from '../../domain/query/problems/lintContext.ts';
import type { InsightsQuery, ParsedQuery } from '../../domain/query/query.ts';
import { positionIn } from '../../domain/text/positionIn.ts';
import type { CommitTimes } from '../../domain/time/commitDates.ts';
import { refsIn } from '../../domain/time/commitDates.ts';
import type { SessionService } from '../../host/connections/lazyClient.ts';
import type { NodeFiles } from '../../host/nodeFiles.ts';
import { fileName } from '../../host/queries/queryNames.ts';
import { readQuery } from '../../host/queries/readQuery.ts';
import { readFixtures } from './fixtures.ts';
import { Refused } from './refused.ts';

/** What checking takes of the rest of the extension. */
export interface CheckNeeds {
  readonly now: () => Date;
  /** The connection of that name, else the active one. `quiet`: nobody is asked whether requests may go there. */
  readonly connect: (
    name: string | undefined,
    quiet: boolean,
  ) => Promise<{ readonly name: string; readonly client: SessionService }>;
  readonly askInputs: (
    query: vscode.Uri,
    parsed: ParsedQuery,
    connection: string,
  ) => Promise<ReadonlyMap<string, string> | undefined>;
  /** When the commits were made that the dates of a query name. */
  readonly readCommits: (query: vscode.Uri, refs: readonly string[]) => Promise<CommitTimes>;
  readonly nodeFiles: Pick<NodeFiles, 'read' | 'namesFor'>;
  readonly checkQuery: (options: CheckOptions) => Promise<Checked>;
}

/** What came of a query file. */
export interface CheckedFile extends Checked {
  readonly uri: vscode.Uri;
  readonly query: InsightsQuery;
  readonly parsed: ParsedQuery;
  /** Where the sessions are from; the fixtures where it is those. */
  readonly connection: string;
  /** The file that a session is kept in. */
  readonly fileOf?: ReadonlyMap<string, vscode.Uri> | undefined;
}

export interface Checking extends Pick<CheckOptions, 'signal'> {
  /** Whether somebody is there to be asked: for what the query does not propose itself, and whether requests may be sent. */
  readonly mayAsk: boolean;
}

/** Holds the sessions of a query file against its expectations. Throws what keeps it from a verdict. */
export async function checkFile(uri: vscode.Uri, checking: Checking, needs: CheckNeeds): Promise<CheckedFile> {
  const parsed = await readQuery(uri).catch(() => {
    throw new Refused(vscode.l10n.t('Couldn’t read the query file {0}. It may have been deleted.', fileName(uri)));
  });
  const now = needs.now();
  await refuseProblems(parsed, {
    now,
    commits: await needs.readCommits(uri, refsIn([parsed.fromDate?.value, parsed.toDate?.value])),
  });
  const { fixtures } = parsed.value;
  const service = fixtures ? undefined : await needs.connect(parsed.value.connection, !checking.mayAsk);
  const query = await fillIn(uri, parsed, { ...checking, needs, connection: service?.name ?? '' });
  const kept = query.fixtures && (await readFixtures(uri, query.fixtures));
  const subject: CheckSubject = kept
    ? { kept: kept.sessions }
    : { client: (service as NonNullable<typeof service>).client };
  await needs.nodeFiles.read();
  const names = needs.nodeFiles.namesFor(uri);
  const { signal } = checking;
  const nameOf = (nodeId: string) => names.get(nodeId)?.name;
  const commits = await needs.readCommits(uri, refsIn([query.from_date, query.to_date]));
  const checked = await needs.checkQuery({ query, now, commits, subject, nameOf, signal });
  const connection = service?.name ?? (query.fixtures ?? []).join(', ');
  return { ...checked, uri, query, parsed, connection, fileOf: kept?.fileOf };
}

async function refuseProblems(parsed: ParsedQuery, context: LintContext): Promise<void> {
  // The validator is large, and nobody needs it before the first run.
  const { findRunProblems } = await import('../../domain/query/problems/runProblems.ts');
  const [problem] = findRunProblems(parsed, context);
  if (problem)
    throw new Refused(
      vscode.l10n.t('The query has problems, so it wasn’t run.'),
      positionIn(parsed.text, problem.offset),
    );
}

/** What the query proposes itself is taken, as on the command line; somebody is asked only for what it does not. */
async function fillIn(
  uri: vscode.Uri,
  parsed: ParsedQuery,
  { needs, mayAsk, connection }: Checking & { readonly needs: CheckNeeds; readonly connection: string },
): Promise<InsightsQuery> {
  const proposed = proposedAnswers(parsed);
  const lacks = usedInputs(parsed).some((id) => !proposed.has(id));
  const inputs = lacks && mayAsk ? await needs.askInputs(uri, parsed, connection) : proposed;
  const env = vscode.workspace.isTrusted ? { env: (variable: string) => process.env[variable] } : {};
  const { query, missing } = substitute(parsed.value, { inputs: inputs ?? proposed, ...env });
  const [first] = missing;
  if (first?.kind === 'input')
    throw new Refused(vscode.l10n.t('The input "{0}" has no value: give it a default.', first.name));
  if (first) throw new Refused(missingVariable(first.name));
  return query;
}

function missingVariable(name: string): string {
  return vscode.workspace.isTrusted
    ? vscode.l10n.t('The environment variable {0}, which the query uses, is not set.', name)
    : vscode.l10n.t('The query uses the environment variable {0}: trust the workspace to allow that.', name);
}
