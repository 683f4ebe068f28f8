import type { InsightsError } from './insightsErrors.ts';
import { CertificateError, ProxyError, TimedOut, Unreachable } from './insightsErrors.ts';

const timeoutCodes = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);
const certificateCode = /CERT|^UNABLE_TO_|^HOSTNAME_MISMATCH$|^DEPTH_ZERO|^ERR_TLS_|^ERR_SSL_|^EPROTO$/;

/** The coded failure of a request that got no answer. */
export function connectionFailure(
  error: unknown,
  to: { readonly url: URL; readonly timeoutMs: number; readonly searching: boolean },
): InsightsError {
  const { code, message, port } = factsOf(error);
  const tunnel = /Proxy response \((\d+)\)/.exec(message)?.[1];
  if (tunnel) return new ProxyError(to.url.host, tunnel);
  if (code === 'UND_ERR_PRX_TLS') return new ProxyError(to.url.host, code);
  if (timeoutCodes.has(code)) return new TimedOut(to.timeoutMs, to.searching);
  if (certificateCode.test(code)) return new CertificateError(to.url.host, code);
  // A refused connection names the port that refused: when it is not the service's, it is the proxy's.
  if (port !== undefined && port !== portOf(to.url)) return new ProxyError(to.url.host, code);
  return new Unreachable(to.url.host, code);
}

function factsOf(error: unknown): { code: string; message: string; port: number | undefined } {
  // Connecting to several addresses of one name fails with all of their errors.
  const first = error instanceof AggregateError && error.errors.length > 0 ? error.errors[0] : error;
  const facts: { code?: unknown; port?: unknown } = typeof first === 'object' && first !== null ? first : {};
  return {
    code: typeof facts.code === 'string' ? facts.code : 'UNKNOWN',
    message: first instanceof Error ? first.message : '',
    port: typeof facts.port === 'number' ? facts.port : undefined,
  };
}

function portOf(url: URL): number {
  return Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
}
