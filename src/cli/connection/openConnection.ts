import { createDispatcher } from '../../api/client/dispatcher.ts';
import { InsightsClient } from '../../api/client/insightsClient.ts';
import { isThisMachine } from '../../domain/connections/isThisMachine.ts';
import { parseAddress } from '../../domain/connections/webAddress.ts';
import type { DateRange } from '../../domain/time/dates.ts';
import { apiKeyOf } from './apiKey.ts';
import type { ChosenConnection } from './chooseConnection.ts';
import type { LocalSessions } from './serveLocally.ts';

/** A connection that can be asked. */
export interface OpenConnection {
  readonly name: string;
  readonly client: InsightsClient;
  /** When the first and the last session of a file that an option names started. */
  readonly span?: DateRange | undefined;
  close(): Promise<void>;
}

/** Makes a client; what is kept on this machine is served by the emulator as long as it is open. Throws WrongUse without a key, or without the file. */
export async function openConnection(
  connection: ChosenConnection,
  { env, now }: { readonly env: Readonly<Record<string, string | undefined>>; readonly now: Date },
): Promise<OpenConnection> {
  const { name } = connection;
  if (connection.kind === 'service') {
    const address = connection.address ?? '';
    const { client, close } = clientOf(address, apiKeyOf(connection, env));
    return { name, client, close };
  }
  const { serveLocally } = await import('./serveLocally.ts');
  const local: LocalSessions = await serveLocally(connection.file, now);
  const { client, close } = clientOf(local.origin, local.key);
  // A file that settings name is asked for the query's own range, as in the editor.
  const span = connection.definedIn === 'options' ? local.span : undefined;
  return { name, client, span, close: () => Promise.all([close(), local.close()]).then(() => {}) };
}

function clientOf(origin: string, key: string): { readonly client: InsightsClient; close(): Promise<void> } {
  const isLocal = isThisMachine(parseAddress(origin)?.hostname ?? '');
  const dispatcher = createDispatcher({
    proxy: isLocal ? 'none' : {},
    strictTls: true,
    connectTimeoutMs: 10_000,
    retry: { maxRetries: 3, firstPauseMs: 500, longestPauseMs: 30_000, random: Math.random },
  });
  return { client: new InsightsClient({ origin, key, dispatcher }), close: () => dispatcher.destroy() };
}
