import * as vscode from 'vscode';
import { FollowedQueries } from '../api/follow/followedQueries.ts';
import { DeletedSessions } from '../api/runs/deletedSessions.ts';
import { ResultLists } from '../api/runs/resultLists.ts';
import { Runs } from '../api/runs/runs.ts';
import type { SearchRequest } from '../domain/query/request.ts';
import type { SessionDocument } from '../domain/session/session.ts';
import { summarise } from '../domain/session/session.ts';
import { InputAnswers } from '../editor/inputs/inputAnswers.ts';
import { inputAsker } from '../editor/inputs/inputAsker.ts';
import { learnFromRuns } from '../editor/learning/learnFromRuns.ts';
import { SeenValues } from '../editor/learning/seenValues.ts';
import { RecentSessions } from '../explorer/recent/recentSessions.ts';
import { LastRuns } from '../explorer/runs/lastRuns.ts';
import { ResultNeighbours } from '../explorer/runs/resultNeighbours.ts';
import type { ConnectionClients } from '../host/connections/connectionClients.ts';
import type { Connections } from '../host/connections/connections.ts';
import { lazyClient } from '../host/connections/lazyClient.ts';
import type { DisposableStore } from '../host/disposables.ts';
import { tellFailure, tellUnforeseen } from '../host/errors/tellFailure.ts';
import { wordsOfError } from '../host/errors/wordsOfError.ts';
import { Commits } from '../host/git/commits.ts';
import type { Log } from '../host/log.ts';
import { NodeFiles } from '../host/nodeFiles.ts';
import { OpensBehind } from '../host/opensBehind.ts';
import { timeZone } from '../host/settings.ts';
import { ShownSessions } from '../host/shownSessions.ts';
import { registerTimeZoneWarning } from '../host/timeZone/timeZoneWarning.ts';
import { ResultsLooks } from '../results/resultsLooks.ts';

interface SharedNeeds {
  readonly context: vscode.ExtensionContext;
  readonly connections: Connections;
  readonly clients: ConnectionClients;
  readonly now: () => Date;
  readonly log: Log;
  /** Owns what is made here. */
  readonly store: DisposableStore;
}

export type Shared = ReturnType<typeof makeShared>;

/** What several features use: made when the first of them needs it, in the order in which it depends on one another. */
export function makeShared({ context, connections, clients, now, log, store }: SharedNeeds) {
  store.add(registerTimeZoneWarning());
  const runs = store.add(new Runs(now));
  const deleted = new DeletedSessions();
  const followed = new FollowedQueries();
  const lists = new ResultLists({
    runs,
    isDeleted: (connection, session) => deleted.has(connection, session),
    canOpen: (session) => summarise(session).start !== undefined,
  });
  const nodeFiles = store.add(new NodeFiles());
  const recent = new RecentSessions(context.workspaceState);
  const seenValues = store.add(new SeenValues(context.workspaceState));
  const lastRuns = new LastRuns(context.workspaceState, runs);
  const shownSessions = new ShownSessions();
  const opensBehind = new OpensBehind();
  const answers = new InputAnswers(context.workspaceState);
  const resultsLooks = new ResultsLooks(context.workspaceState);
  const commits = store.add(new Commits());
  store.add(learnFromRuns(runs, seenValues));
  const resultNeighbours = new ResultNeighbours({
    lists,
    wordsOf: wordsOfError,
    onDidChange: (listener) =>
      vscode.Disposable.from(
        runs.onDidChange(() => listener()),
        deleted.onDidChange(listener),
      ),
  });
  /** `quiet`: nobody is there who asked for it, and is asked. */
  const clientOf = (connection: string, quiet = false) =>
    lazyClient(
      connection,
      (signal, wasAsked) => clients.originalForName(connection, { quiet: quiet || wasAsked, signal }),
      connections.find(connection)?.kind === 'archive',
    );
  /** What running a query needs, and whatever asks a service as a run does. */
  const running = {
    runs,
    lists,
    now,
    zone: timeZone,
    wordsOf: wordsOfError,
    tellFailure,
    deleted,
    followed,
    lastRuns,
    shown: (session: SessionDocument) => shownSessions.of(session),
    unfoundIn: (connection: string) => clients.unfoundIn(connection),
    sentTo: async (connection: string) => ({
      origin: await clients.originOf(connection),
      access: connections.find(connection)?.archive,
    }),
    firstSearch: async (request: SearchRequest, index: string) =>
      (await import('./firstSearch.ts')).firstSearch(request, index),
    askInputs: inputAsker({ answers, seenValues }),
    readCommits: (query: vscode.Uri, refs: readonly string[]) => commits.read(query, refs),
    connect: async (name = connections.activeName) => ({ name, client: clientOf(name) }),
  };
  return {
    runs,
    deleted,
    lists,
    recent,
    opensBehind,
    nodeFiles,
    seenValues,
    answers,
    resultsLooks,
    commits,
    resultNeighbours,
    clientOf,
    running,
    /** What a command, or a page, could not do. */
    failed: (error: unknown, what: string) => tellUnforeseen(error, what, log),
  };
}
