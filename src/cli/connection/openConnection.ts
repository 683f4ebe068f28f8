import type { DispatcherOptions, ServiceDispatcher } from '../../api/client/dispatcher.ts';
import { createDispatcher } from '../../api/client/dispatcher.ts';
import { InsightsClient } from '../../api/client/insightsClient.ts';
import type { SessionClient } from '../../api/client/sessionClient.ts';
import { isThisMachine } from '../../domain/connections/isThisMachine.ts';
import { parseAddress } from '../../domain/connections/webAddress.ts';
import type { DateRange } from '../../domain/time/dates.ts';
import { apiKeyOf } from './apiKey.ts';
import type { ChosenConnection } from './chooseConnection.ts';
import { proxySettings, requestTimeoutMs } from './requestSettings.ts';
import type { LocalSessions } from './serveLocally.ts';
import type { SettingsFiles } from './settingsFiles.ts';

/** A connection that can be asked. */
export interface OpenConnection {
  readonly name: string;
  /** Which service it is, or which file as it was written. */
  readonly service: string;
  readonly client: SessionClient;
  /** When the first and the last session of a file that an option names started. */
  readonly span?: DateRange | undefined;
  close(): Promise<void>;
}

/** What is on this machine takes the time that it takes; who waits can cancel. */
const fileTimeoutMs = 3_600_000;
const local = { proxy: 'none', strictTls: true } as const;

/** Makes a client; what is kept on this machine is served by the emulator as long as it is open. Throws WrongUse without a key, or without the file. */
export async function openConnection(
  connection: ChosenConnection,
  of: {
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly now: Date;
    readonly settings: SettingsFiles;
  },
): Promise<OpenConnection> {
  const { name, kind, address = '' } = connection;
  if (kind === 'service') {
    const dispatcher = dispatcherTo(address, of.settings);
    const key = apiKeyOf(connection, of.env);
    const client = new InsightsClient({ origin: address, key, dispatcher, timeoutMs: requestTimeoutMs(of.settings) });
    return { name, service: address, client, close: () => dispatcher.destroy() };
  }
  if (kind === 'archive') {
    const { openArchive } = await import('./openArchive.ts');
    const dispatcher = dispatcherTo(address, of.settings);
    const client = openArchive(connection, dispatcher, of.env);
    return { name, service: address, client, close: () => dispatcher.destroy() };
  }
  const { serveLocally } = await import('./serveLocally.ts');
  const { origin, key, version, close, ...served }: LocalSessions = await serveLocally(connection.file, of.now);
  const dispatcher = dispatcherWith(local);
  const timeoutMs = kind === 'file' ? fileTimeoutMs : requestTimeoutMs(of.settings);
  return {
    name,
    service: version,
    client: new InsightsClient({ origin, key, dispatcher, timeoutMs }),
    // A file that settings name is asked for the query's own range, as in the editor.
    span: connection.definedIn === 'options' ? served.span : undefined,
    close: () => Promise.all([dispatcher.destroy(), close()]).then(() => {}),
  };
}

function dispatcherTo(address: string, settings: SettingsFiles): ServiceDispatcher {
  const isLocal = isThisMachine(parseAddress(address)?.hostname ?? '');
  return dispatcherWith(isLocal ? local : proxySettings(settings));
}

function dispatcherWith(sending: Omit<DispatcherOptions, 'connectTimeoutMs' | 'retry'>): ServiceDispatcher {
  return createDispatcher({
    ...sending,
    connectTimeoutMs: 10_000,
    retry: { maxRetries: 3, firstPauseMs: 500, longestPauseMs: 30_000, random: Math.random },
  });
}
