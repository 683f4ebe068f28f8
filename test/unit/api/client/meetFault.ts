import { createDispatcher } from '../../../../src/api/client/dispatcher.ts';
import { InsightsClient } from '../../../../src/api/client/insightsClient.ts';
import { quick } from '../search/emulated.ts';
import type { WireFault } from './wireFaults.ts';

/** What a client of a faulty wire throws; ports are made the same in `named`. */
export async function meetFault({ start, ask, timeoutMs = 30_000 }: WireFault): Promise<{
  readonly error: unknown;
  readonly named: (text: string) => string;
}> {
  const { origin, key = 'some-key', options, close } = await start();
  const dispatcher = createDispatcher({ ...quick, ...options });
  const client = new InsightsClient({ origin, key, dispatcher, timeoutMs });
  const url = typeof options?.proxy === 'object' ? options.proxy.url : undefined;
  const proxy = url !== undefined && URL.canParse(url) ? new URL(url).host : 'none';
  const { host } = new URL(origin);
  const named = (text: string): string => {
    const short = /:\d{4,}$/.test(host) ? text.replaceAll(host, 'HOST') : text;
    return /:\d{5,}$/.test(proxy) ? short.replaceAll(proxy, 'PROXY') : short;
  };
  try {
    await (ask ? ask(client) : client.verify());
    return { error: undefined, named };
  } catch (error) {
    return { error, named };
  } finally {
    await dispatcher.destroy();
    await close();
  }
}
