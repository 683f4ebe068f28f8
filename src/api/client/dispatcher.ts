import type { Dispatcher } from 'undici';
import { Agent, EnvHttpProxyAgent } from 'undici';
import type { RetryPolicy } from './retryReads.ts';
import { retryReads } from './retryReads.ts';
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

/** How requests travel. Nothing of it is process-wide: other extensions' requests go their own way. */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const tls = {
    rejectUnauthorized: options.strictTls,
    ...(options.certificates ? { ca: [...options.certificates] } : {}),
  };
  const pool = { connect: { ...tls, timeout: options.connectTimeoutMs }, keepAliveTimeout: 30_000, connections: 16 };
  return agentFor(options.proxy, { ...pool, requestTls: tls, proxyTls: tls }).compose(
    wholeAnswers(),
    retryReads(options.retry),
  );
}

type PoolOptions = Agent.Options & Pick<EnvHttpProxyAgent.Options, 'requestTls' | 'proxyTls'>;

function agentFor(proxy: DispatcherOptions['proxy'], pool: PoolOptions): Dispatcher {
  if (proxy === 'none') return new Agent(pool);
  return new EnvHttpProxyAgent({
    ...pool,
    ...(proxy.url ? { httpProxy: proxy.url, httpsProxy: proxy.url } : {}),
    ...(proxy.authorization ? { token: proxy.authorization } : {}),
    ...(proxy.except && proxy.except.length > 0 ? { noProxy: proxy.except.join(',') } : {}),
  });
}
