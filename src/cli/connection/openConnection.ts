import { InsightsClient } from '../../api/client/insightsClient.ts';
import { apiKeyOf } from './apiKey.ts';
import type { ChosenConnection } from './chooseConnection.ts';
import type { OpenConnection, Opening } from './connections.ts';
import { dispatcherHere, dispatcherTo } from './dispatchers.ts';
import { requestTimeoutMs } from './requestSettings.ts';
import type { LocalSessions } from './serveLocally.ts';

/** What is on this machine takes the time that it takes; who waits can cancel. */
const fileTimeoutMs = 3_600_000;

/** Makes a client; what is kept on this machine is served by the emulator as long as it is open. Throws WrongUse without a key, or without the file. */
export async function openConnection(connection: ChosenConnection, of: Opening): Promise<OpenConnection> {
  const { name, kind, address = '' } = connection;
  if (kind === 'service') {
    const dispatcher = dispatcherTo(address, of.settings);
    const key = apiKeyOf(connection, of.env);
    const client = new InsightsClient({ origin: address, key, dispatcher, timeoutMs: requestTimeoutMs(of.settings) });
    return { name, service: address, client, close: () => dispatcher.destroy() };
  }
  if (kind === 'archive') {
    return (await import('./openArchive.ts')).openArchive(connection, of);
  }
  const { serveLocally } = await import('./serveLocally.ts');
  const { origin, key, version, close, ...served }: LocalSessions = await serveLocally(connection.file, of.now);
  const dispatcher = dispatcherHere();
  const timeoutMs = kind === 'file' ? fileTimeoutMs : requestTimeoutMs(of.settings);
  return {
    name,
    service: version,
    client: new InsightsClient({ origin, key, dispatcher, timeoutMs }),
    // A file that settings name is asked for the query's own range, as in the editor.
    span: connection.definedIn === 'options' ? served.span : undefined,
    unfound: served.unfound,
    close: () => Promise.all([dispatcher.destroy(), close()]).then(() => {}),
  };
}
