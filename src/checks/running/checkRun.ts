import * as vscode from 'vscode';
import type { Verdict } from '../../domain/analysis/expectations/verdict.ts';
import { abortSignalOf } from '../../host/abortSignalOf.ts';
import type { ErrorWords } from '../../host/errors/errorWords.ts';
import type { TestLink } from '../../host/surfaces/tests.ts';
import { startTestRun, tellInRun, testFailure } from '../../host/surfaces/tests.ts';
import { translated } from '../../host/translated.ts';
import { nameOfExpectation, verdictSentence } from '../../words/expectationWords.ts';
import { brokenSession } from '../sessions/brokenSession.ts';
import type { LastVerdict, LastVerdicts } from '../sessions/lastVerdicts.ts';
import type { ExpectationTest, QueryTest } from '../tests/queryTests.ts';
import { testsOf } from '../tests/queryTests.ts';
import type { TestTree } from '../tests/testTree.ts';
import { positionOf, rangeOf } from '../tests/testTree.ts';
import type { CheckedFile, CheckNeeds } from './checkFile.ts';
import { checkFile } from './checkFile.ts';
import { checkErrorWords } from './errorWords.ts';
import { Refused } from './refused.ts';

export interface RunNeeds extends CheckNeeds {
  readonly controller: vscode.TestController;
  readonly tree: TestTree;
  readonly last: LastVerdicts;
  readonly wordsOf: (error: unknown, connection?: string) => ErrorWords;
}

/** So many queries are asked at once. */
const atOnce = 3;

/** The tests of a query that are to be run. */
interface Wanted {
  readonly query: QueryTest;
  readonly item: vscode.TestItem;
  readonly keys: ReadonlySet<string>;
}

/** Runs the tests that a request names, all of them where it names none. */
export async function runChecks(
  request: vscode.TestRunRequest,
  needs: RunNeeds,
  ending?: vscode.CancellationToken,
): Promise<void> {
  await needs.tree.ready();
  const waiting = wantedBy(request, needs.tree);
  const [only, ...others] = waiting;
  const name = only && others.length === 0 ? only.query.name : vscode.l10n.t('Insights checks');
  const run = startTestRun(needs.controller, request, name);
  const signal = AbortSignal.any([run.token, ...(ending ? [ending] : [])].map(abortSignalOf));
  for (const { item, keys } of waiting) for (const key of keys) enqueue(run, item.children.get(key));
  const work = async (): Promise<void> => {
    for (let wanted = waiting.shift(); wanted; wanted = waiting.shift()) {
      await runQuery(wanted, { run, signal, needs, mayAsk: !request.continuous });
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, work));
  } finally {
    run.end();
  }
}

function enqueue(run: vscode.TestRun, item: vscode.TestItem | undefined): void {
  if (item) run.enqueued(item);
}

function wantedBy({ include, exclude = [] }: vscode.TestRunRequest, tree: TestTree): Wanted[] {
  const wanted = new Map<
    string,
    { readonly query: QueryTest; readonly item: vscode.TestItem; readonly keys: Set<string> }
  >();
  const items = include ?? tree.queries.flatMap((query) => tree.itemOf(query) ?? []);
  for (const item of items) {
    const query = tree.queryOf(item);
    const file = query && tree.itemOf(query);
    if (!query || !file || exclude.includes(file)) continue;
    const found = wanted.get(file.id) ?? { query, item: file, keys: new Set<string>() };
    wanted.set(file.id, found);
    const children = item === file ? [...file.children].map(([, child]) => child) : [item];
    for (const child of children) if (!exclude.includes(child)) found.keys.add(child.id);
  }
  return [...wanted.values()];
}

interface Running {
  readonly run: vscode.TestRun;
  readonly signal: AbortSignal;
  readonly needs: RunNeeds;
  readonly mayAsk: boolean;
}

async function runQuery({ query, item, keys }: Wanted, { run, signal, needs, mayAsk }: Running): Promise<void> {
  const { uri } = query;
  const children = [...keys].flatMap((key) => item.children.get(key) ?? []);
  if (signal.aborted) {
    for (const child of children) run.skipped(child);
    return;
  }
  for (const child of children) run.started(child);
  needs.last.begin(uri);
  const began = performance.now();
  try {
    const checked = await checkFile(uri, { signal, mayAsk }, needs);
    const ms = (performance.now() - began) / Math.max(1, children.length);
    needs.last.end(uri, tell(checked, { query, item, keys, run, ms }));
  } catch (error) {
    needs.last.end(uri);
    if (signal.aborted) for (const child of children) run.skipped(child);
    else fail(error, { query, children, run, needs });
  }
}

function tell(
  checked: CheckedFile,
  { query, item, keys, run, ms }: Wanted & { readonly run: vscode.TestRun; readonly ms: number },
): ReadonlyMap<string, LastVerdict> {
  tellInRun(run, summaryOf(query, checked));
  const last = new Map<string, LastVerdict>();
  // As the text stood when it was read: it may be another by now.
  const { expectations } = testsOf({ uri: checked.uri, query: checked.parsed, isSaved: true });
  for (const verdict of checked.verdicts) {
    const test = expectations.find(({ index }) => index === verdict.index);
    if (!test) continue;
    const { key } = test;
    const broken = verdict.brokenBy.map((one) => brokenSession(one, checked));
    const name = translated(() => nameOfExpectation(checked.query.expect, verdict.index));
    last.set(key, { name, held: verdict.held, broken });
    const child = item.children.get(key);
    if (!child || !keys.has(key)) continue;
    if (verdict.held) run.passed(child, ms);
    else run.failed(child, failureOf(verdict, { checked, test, broken }), ms);
  }
  return last;
}

function failureOf(
  verdict: Verdict,
  of: { readonly checked: CheckedFile; readonly test: ExpectationTest; readonly broken: LastVerdict['broken'] },
): vscode.TestMessage {
  const { checked, test, broken } = of;
  const links = broken.flatMap(({ label, uri, step }): TestLink[] =>
    uri ? [{ label, command: 'insights.openBrokenSession', arguments: [{ uri: uri.toString(), step }] }] : [],
  );
  return testFailure({
    sentence: translated(() => verdictSentence(verdict)),
    location: new vscode.Location(checked.uri, rangeOf(test)),
    links,
  });
}

/** Which query, of which sessions, of which range: what a result is worth without is little. */
function summaryOf({ name }: QueryTest, { sessions, connection, range, verdicts }: CheckedFile): string {
  const held = verdicts.filter((verdict) => verdict.held).length;
  const of = range
    ? vscode.l10n.t('{0} to {1}', range.from.toISOString().slice(0, 19), `${range.to.toISOString().slice(0, 19)} UTC`)
    : vscode.l10n.t('saved sessions');
  return vscode.l10n.t(
    '{0}: {1} of {2} held, sessions: {3}, from {4}, {5}',
    name,
    held,
    verdicts.length,
    sessions,
    connection,
    of,
  );
}

function fail(
  error: unknown,
  of: {
    readonly query: QueryTest;
    readonly children: readonly vscode.TestItem[];
    readonly run: vscode.TestRun;
    readonly needs: RunNeeds;
  },
): void {
  const { query, children, run, needs } = of;
  const { sentence, action } = checkErrorWords(error, needs.wordsOf);
  const at = positionOf((error instanceof Refused && error.at) || query.at);
  const location = new vscode.Location(query.uri, at);
  tellInRun(run, `${query.name}: ${sentence}`);
  for (const child of children) run.errored(child, testFailure({ sentence, location, links: action ? [action] : [] }));
}
