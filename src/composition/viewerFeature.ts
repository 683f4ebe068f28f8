import { toggleTimeZone } from '../host/timeZone/toggleTimeZone.ts';
import type { RegisteredViewer } from '../viewer/registerViewer.ts';
import { registerViewer } from '../viewer/registerViewer.ts';
import type { Services } from './services.ts';

/** Sessions as documents, with what walks between them and what is learned of them. */
export function viewerFeature({ context, clients, now, shared, registrar, failed }: Services): RegisteredViewer {
  return registerViewer(registrar, async () => {
    const [{ nodeFiles, resultNeighbours, seenValues, running, recent, opensBehind }, { sessionOfRow }] =
      await Promise.all([shared(), import('../explorer/tree/sessionOfRow.ts')]);
    return {
      extensionUri: context.extensionUri,
      load: async ({ connection, day, id }, signal) => {
        // Who reads it may be VS Code by itself: nobody is asked anything.
        const client = await clients.clientForName(connection, { quiet: true, signal });
        const loaded = await client.getSession(id, day, signal);
        // Only whole sessions tell of nodes. Whoever waits for this one does not wait for that.
        setTimeout(() => seenValues.learn(connection, [loaded.session]));
        recent.opened(connection, loaded.session);
        return loaded;
      },
      // Of no connection: what it teaches is offered where names are given, and never as what a query would find.
      seen: (session) => seenValues.learn('', [session]),
      failed,
      wordsOf: (error) => running.wordsOf(error).sentence,
      allow: (connection) => clients.allow(connection),
      results: resultNeighbours,
      remembered: context.globalState,
      toggleTimeZone: () => toggleTimeZone(context.globalState),
      nodeFiles,
      sessionOfRow,
      opensBehind: (session) => opensBehind.has(session),
      filter: async (session, request) => {
        const query = resultNeighbours.queryOf(session);
        const { filterValue } = await import('../editor/writing/filterValue.ts');
        return filterValue({ ...request, query, session, now: now() });
      },
    };
  });
}
