import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import type { DispatcherOptions } from '../../../../src/api/client/dispatcher.ts';
import { createDispatcher } from '../../../../src/api/client/dispatcher.ts';
import { InsightsClient } from '../../../../src/api/client/insightsClient.ts';
import type { Emulator, EmulatorOptions } from '../../../../src/emulator/server/server.ts';
import { startEmulator } from '../../../../src/emulator/server/server.ts';

export const quick: DispatcherOptions = {
  proxy: 'none',
  strictTls: true,
  connectTimeoutMs: 20_000,
  retry: { maxRetries: 3, firstPauseMs: 5, longestPauseMs: 1500, random: () => 0.5 },
};

export interface Emulated {
  readonly emulator: Emulator;
  readonly client: InsightsClient;
  /** The same without `timeoutMs`: it waits for as long as an answer takes on a machine with much else to do. */
  readonly patient: InsightsClient;
  /** What the service was asked, retries and redirects counted: the method of each request that reached it. */
  readonly asked: () => readonly string[];
}

/** A client of an emulator of its own, over real sockets. */
export async function withEmulator(
  options: EmulatorOptions & { readonly wrongKey?: boolean; readonly timeoutMs?: number },
  use: (emulated: Emulated) => Promise<void>,
): Promise<void> {
  const emulator = await startEmulator(options);
  const asked: string[] = [];
  const hear = (message: unknown): void => {
    const { request } = message as { request: IncomingMessage };
    if (`http://${request.headers.host}` === emulator.origin) asked.push(String(request.method));
  };
  subscribe('http.server.request.start', hear);
  const dispatcher = createDispatcher(quick);
  const clientWith = (timeoutMs: number): InsightsClient =>
    new InsightsClient({
      origin: emulator.origin,
      key: options.wrongKey ? 'wrong-key' : emulator.key,
      dispatcher,
      timeoutMs,
      largestAnswer: 8 * 1024 * 1024,
    });
  const patient = clientWith(60_000);
  const client = options.timeoutMs ? clientWith(options.timeoutMs) : patient;
  try {
    await use({ emulator, client, patient, asked: () => asked });
  } finally {
    unsubscribe('http.server.request.start', hear);
    await dispatcher.destroy();
    await emulator.close();
  }
}
