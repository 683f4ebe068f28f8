import type { buildConnector, Dispatcher } from 'undici';
import { Agent, Pool, ProxyAgent } from 'undici';
import type { ProxyInUse } from './connectionErrors.ts';
import { noProxyOf, proxyExceptions } from './proxyExceptions.ts';
import type { ProxySetting } from './proxySettings.ts';
import { readProxySettings } from './proxySettings.ts';
import { tunnelsThrough } from './proxyTunnels.ts';
import type { RetryPolicy } from './retryReads.ts';
import { retryReads } from './retryReads.ts';
import { largestAnswer } from './unpackAnswer.ts';
import { wholeAnswers } from './wholeAnswers.ts';

/** As many requests as an export has on their way at once: one that has to wait for a connection comes twice as late. */
const mostConnections = 24;

export interface DispatcherOptions {
  /** Where requests go: straight, or through the proxies named here or else in the environment. */
  readonly proxy:
    | 'none'
    | { readonly url?: string; readonly authorization?: string; readonly except?: readonly string[] };
  /** The certificates that are trusted; without them, those that Node comes with. */
  readonly certificates?: readonly string[];
  readonly strictTls: boolean;
  readonly connectTimeoutMs: number;
  readonly retry: RetryPolicy;
}

/** Sends requests, and may know which proxy those to an address go through. */
export type ServiceDispatcher = Dispatcher & { readonly proxyFor?: (address: URL) => ProxyInUse | undefined };

/** How requests travel. Nothing of it is process-wide: other extensions' requests go their own way. */
export function createDispatcher(options: DispatcherOptions): ServiceDispatcher {
  const tls = {
    rejectUnauthorized: options.strictTls,
    ...(options.certificates ? { ca: [...options.certificates] } : {}),
  };
  const connect = { ...tls, timeout: options.connectTimeoutMs };
  const pool = { connect, keepAliveTimeout: 30_000, connections: mostConnections, maxResponseSize: largestAnswer };
  const settingFor = proxyChoice(options.proxy);
  const factory = (origin: string | URL, own: object): Dispatcher => {
    const setting = settingFor(new URL(origin));
    return setting ? proxyAgent(setting, { ...options, pool }) : new Pool(origin, own);
  };
  const dispatcher = new Agent({ ...pool, factory }).compose(wholeAnswers(), retryReads(options.retry));
  const proxyFor = (address: URL): ProxyInUse | undefined => {
    const setting = settingFor(address);
    return setting && { host: new URL(setting.url).host, setting: setting.setting };
  };
  return Object.assign(dispatcher, { proxyFor });
}

/** Which proxy requests to an address go through. */
function proxyChoice(proxy: DispatcherOptions['proxy']): (address: URL) => ProxySetting | undefined {
  if (proxy === 'none') return () => undefined;
  const { http, https } = readProxySettings(proxy.url, process.env);
  const isExcepted = proxyExceptions([...(proxy.except ?? []), noProxyOf(process.env)]);
  return (address) => (isExcepted(address) ? undefined : address.protocol === 'https:' ? https : http);
}

type ProxyAgentOptions = Pick<DispatcherOptions, 'proxy' | 'connectTimeoutMs'> & {
  readonly pool: Pool.Options & { readonly connect: buildConnector.BuildOptions };
};

function proxyAgent(setting: ProxySetting, { proxy, connectTimeoutMs, pool }: ProxyAgentOptions): ProxyAgent {
  const given = proxy === 'none' ? undefined : proxy.authorization;
  const token = given ?? setting.authorization;
  return new ProxyAgent({
    ...pool,
    uri: setting.url,
    ...(token ? { token } : {}),
    requestTls: pool.connect,
    proxyTls: pool.connect,
    clientFactory: tunnelsThrough(setting, {
      authorizationSetting: given ? 'http.proxyAuthorization' : setting.setting,
      timeoutMs: connectTimeoutMs,
    }),
  });
}
