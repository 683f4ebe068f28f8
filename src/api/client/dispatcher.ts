import type { Dispatcher } from 'undici';
import { Agent, EnvHttpProxyAgent } from 'undici';
import type { ProxyInUse } from './connectionErrors.ts';
import { ProxyTunnels } from './proxyTunnels.ts';
import type { RetryPolicy } from './retryReads.ts';
import { retryReads } from './retryReads.ts';
import { largestAnswer } from './unpackAnswer.ts';
import { wholeAnswers } from './wholeAnswers.ts';

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
  const pool = { connect, keepAliveTimeout: 30_000, connections: 16, maxResponseSize: largestAnswer };
  const tunnels = new ProxyTunnels({
    settingOf: (proxy) => settingOf(proxy, options.proxy),
    timeoutMs: options.connectTimeoutMs,
  });
  const through = { requestTls: connect, proxyTls: connect, clientFactory: tunnels.clientFactory };
  const dispatcher = agentFor(options.proxy, { ...pool, ...through }).compose(
    wholeAnswers(),
    retryReads(options.retry),
  );
  return Object.assign(dispatcher, { proxyFor: (address: URL) => tunnels.proxyFor(address) });
}

/** What a person changes to go through another proxy than this one. */
function settingOf(proxy: URL, options: DispatcherOptions['proxy']): string {
  if (options !== 'none' && options.url) return 'http.proxy';
  const variables = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'];
  return variables.find((name) => process.env[name]?.includes(proxy.host)) ?? 'HTTPS_PROXY';
}

type PoolOptions = Agent.Options & Pick<EnvHttpProxyAgent.Options, 'requestTls' | 'proxyTls' | 'clientFactory'>;

/** A proxy may be written `host:port`, in the setting and in the environment, as curl takes it. */
function proxiesOf(url: string | undefined): { httpProxy?: string; httpsProxy?: string } {
  const { http_proxy, HTTP_PROXY, https_proxy, HTTPS_PROXY } = process.env;
  const [httpProxy, httpsProxy] = [url ?? http_proxy ?? HTTP_PROXY, url ?? https_proxy ?? HTTPS_PROXY].map(
    (proxy) => proxy && (proxy.includes('://') ? proxy : `http://${proxy}`),
  );
  return { ...(httpProxy ? { httpProxy } : {}), ...(httpsProxy ? { httpsProxy } : {}) };
}

function agentFor(proxy: DispatcherOptions['proxy'], pool: PoolOptions): Dispatcher {
  if (proxy === 'none') return new Agent(pool);
  return new EnvHttpProxyAgent({
    ...pool,
    ...proxiesOf(proxy.url),
    ...(proxy.authorization ? { token: proxy.authorization } : {}),
    ...(proxy.except && proxy.except.length > 0 ? { noProxy: proxy.except.join(',') } : {}),
  });
}
