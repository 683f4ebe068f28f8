import type { Dispatcher } from 'undici';
import { Agent, EnvHttpProxyAgent } from 'undici';
import type { ProxyInUse } from './connectionErrors.ts';
import type { ProxySetting } from './proxySettings.ts';
import { readProxySettings } from './proxySettings.ts';
import { ProxyTunnels } from './proxyTunnels.ts';
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
  const proxies = proxiesOf(options.proxy);
  const tunnels = new ProxyTunnels({
    settingOf: (proxy) => proxies.find(({ url }) => new URL(url).host === proxy.host),
    ...(options.proxy !== 'none' && options.proxy.authorization
      ? { authorizationSetting: 'http.proxyAuthorization' }
      : {}),
    timeoutMs: options.connectTimeoutMs,
  });
  const through = { requestTls: connect, proxyTls: connect, clientFactory: tunnels.clientFactory };
  const dispatcher = agentFor(options.proxy, { ...pool, ...through }).compose(
    wholeAnswers(),
    retryReads(options.retry),
  );
  return Object.assign(dispatcher, { proxyFor: (address: URL) => tunnels.proxyFor(address) });
}

/** The proxies that there are, those for secure requests first. */
function proxiesOf(proxy: DispatcherOptions['proxy']): readonly ProxySetting[] {
  if (proxy === 'none') return [];
  const { http, https } = readProxySettings(proxy.url, process.env);
  return [https, http].filter((one) => one !== undefined);
}

type PoolOptions = Agent.Options & Pick<EnvHttpProxyAgent.Options, 'requestTls' | 'proxyTls' | 'clientFactory'>;

function agentFor(proxy: DispatcherOptions['proxy'], pool: PoolOptions): Dispatcher {
  if (proxy === 'none') return new Agent(pool);
  const { http, https } = readProxySettings(proxy.url, process.env);
  return new EnvHttpProxyAgent({
    ...pool,
    // Given, so that undici does not look at the environment itself.
    httpProxy: http?.url ?? '',
    httpsProxy: https?.url ?? '',
    ...(proxy.authorization ? { token: proxy.authorization } : {}),
    ...(proxy.except && proxy.except.length > 0 ? { noProxy: proxy.except.join(',') } : {}),
  });
}
