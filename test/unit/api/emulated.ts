import type { DispatcherOptions } from '../../../src/api/dispatcher.ts';
import { createDispatcher } from '../../../src/api/dispatcher.ts';
import { InsightsClient } from '../../../src/api/insightsClient.ts';
import type { Emulator, EmulatorOptions } from '../../../src/emulator/server.ts';
import { startEmulator } from '../../../src/emulator/server.ts';

export const quick: DispatcherOptions = {
  proxy: 'none',
  strictTls: true,
  connectTimeoutMs: 2000,
  retry: { maxRetries: 3, firstPauseMs: 5, longestPauseMs: 1500, random: () => 0.5 },
};

export interface Emulated {
  readonly emulator: Emulator;
  readonly client: InsightsClient;
  /** How often the service was asked, retries counted. */
  readonly attempts: () => number;
}

/** A client of an emulator of its own, over real sockets. */
export async function withEmulator(
  options: EmulatorOptions & { readonly wrongKey?: boolean; readonly timeoutMs?: number },
  use: (emulated: Emulated) => Promise<void>,
): Promise<void> {
  const emulator = await startEmulator(options);
  let retries = 0;
  let asked = 0;
  const dispatcher = createDispatcher({ ...quick, retry: { ...quick.retry, onRetry: () => retries++ } });
  const client = new InsightsClient({
    origin: emulator.origin,
    key: options.wrongKey ? 'wrong-key' : emulator.key,
    dispatcher,
    timeoutMs: options.timeoutMs ?? 5000,
    onAnswer: () => asked++,
  });
  try {
    await use({ emulator, client, attempts: () => asked + retries });
  } finally {
    await dispatcher.destroy();
    await emulator.close();
  }
}
