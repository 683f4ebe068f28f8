import type * as vscode from 'vscode';
import { registerFindSession } from '../explorer/find/registerFindSession.ts';
import { later } from './later.ts';
import type { Services } from './services.ts';

/** What is learned from sessions, by what one finds them by. */
const knownTopics = { tag: 'tag', agent: 'agentName', node: 'nodeId' } as const;

/** Find Session. */
export function findSessionFeature({ connections, clients, shared, registrar }: Services): vscode.Disposable {
  return registerFindSession(registrar, async () => {
    const [{ running, runs, deleted, clientOf, recent, seenValues, opensBehind }, { ServiceLookup }] =
      await Promise.all([shared(), import('../api/lookup/serviceLookup.ts')]);
    return {
      ...running,
      activeConnection: () => connections.activeName,
      serviceOf: (name) => ({ name, client: clientOf(name) }),
      allow: (name) => clients.allow(name),
      ready: () => connections.ready(),
      othersReady: (name) => clients.othersReady(name),
      searchSessions: async (options) => (await import('../api/search/searchSessions.ts')).searchSessions(options),
      createLookup: () => new ServiceLookup(later),
      loaded: () =>
        runs.all.flatMap(({ sessions, identity: { connection } }) =>
          sessions.filter((session) => !deleted.has(connection, session)).map((session) => ({ connection, session })),
        ),
      recent: () => recent.all,
      knownValues: (connection) => (kind) =>
        seenValues.valuesAbout(connection, knownTopics[kind]).map(({ value }) => value),
      opensBehind,
    };
  });
}
