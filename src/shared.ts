import * as vscode from 'vscode';
import { FollowedQueries } from './api/follow/followedQueries.ts';
import { DeletedSessions } from './api/runs/deletedSessions.ts';
import { ResultLists } from './api/runs/resultLists.ts';
import { Runs } from './api/runs/runs.ts';
import type { SearchRequest } from './domain/query/request.ts';
import type { SessionDocument } from './domain/session/session.ts';
import { summarise } from './domain/session/session.ts';
import { InputAnswers } from './editor/inputs/inputAnswers.ts';
import { inputAsker } from './editor/inputs/inputAsker.ts';
import { learnFromRuns } from './editor/learning/learnFromRuns.ts';
import { SeenValues } from './editor/learning/seenValues.ts';
import { RecentSessions } from './explorer/recent/recentSessions.ts';
import { LastRuns } from './explorer/runs/lastRuns.ts';
import { ResultNeighbours } from './explorer/runs/resultNeighbours.ts';
import type { Connections } from './host/connections/connections.ts';
import { lazyClient } from './host/connections/lazyClient.ts';
import type { DisposableStore } from './host/disposables.ts';
import { wordsOfError } from './host/errors/wordsOfError.ts';
import { NodeFiles } from './host/nodeFiles.ts';
import { OpensBehind } from './host/opensBehind.ts';
import { timeZone } from './host/settings.ts';
import { ShownSessions } from './host/shownSessions.ts';
import { registerTimeZoneWarning } from './host/timeZone/timeZoneWarning.ts';

interface SharedNeeds {
  readonly context: vscode.ExtensionContext;
  readonly connections: Connections;
  readonly now: () => Date;
  /** Owns what is made here. */
  readonly store: DisposableStore;
}

export type Shared = ReturnType<typeof makeShared>;

/** What several features use: made when the first of them needs it, in the order in which it depends on one another. */
export function makeShared({ context, connections, now, store }: SharedNeeds) {
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
  const clientOf = (connection: string) =>
    lazyClient(
      connection,
      (signal) => connections.originalForName(connection, signal),
      connections.find(connection)?.kind === 'archive',
    );
  /** What running a query needs, and whatever asks a service as a run does. */
  const running = {
    runs,
    lists,
    now,
    zone: timeZone,
    wordsOf: wordsOfError,
    deleted,
    followed,
    lastRuns,
    shown: (session: SessionDocument) => shownSessions.of(session),
    sentTo: async (connection: string) => ({
      origin: await connections.originOf(connection),
      access: connections.find(connection)?.archive,
    }),
    firstSearch: async (request: SearchRequest, index: string) =>
      (await import('./firstSearch.ts')).firstSearch(request, index),
    askInputs: inputAsker({ answers, seenValues }),
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
    resultNeighbours,
    clientOf,
    running,
  };
}
