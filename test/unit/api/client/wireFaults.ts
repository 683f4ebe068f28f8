import type { RequestListener } from 'node:http';
import type { ServerOptions } from 'node:https';
import type net from 'node:net';
import type { DispatcherOptions } from '../../../../src/api/client/dispatcher.ts';
import type { InsightsClient } from '../../../../src/api/client/insightsClient.ts';
import type { InsightsFailure } from '../../../../src/api/client/insightsFailure.ts';
import { startEmulator } from '../../../../src/emulator/server/server.ts';
import { quick } from '../search/emulated.ts';
import { endpoints, sessions } from './faultMatrix.ts';
import { authority, certificate, expired, forOtherNames, notYetValid, privateKey, selfSigned } from './privateCa.ts';
import type { ProxyOptions } from './wire.ts';
import { startBare, startProxy, startService, startTlsService } from './wire.ts';

/** Where a client is sent, and how. */
export interface FaultyWire {
  readonly origin: string;
  readonly key?: string;
  readonly options?: Partial<DispatcherOptions>;
  close(): unknown;
}

/** A fault that is made of sockets: what a client of it must find out, and what a person reads and can press. */
export interface WireFault {
  readonly name: string;
  readonly start: () => Promise<FaultyWire>;
  readonly ask?: (client: InsightsClient) => Promise<unknown>;
  readonly timeoutMs?: number;
  readonly facts: Partial<Record<string, unknown>> & { readonly code: InsightsFailure['code'] };
  /** `HOST` and `PROXY` stand for the port that was taken. */
  readonly says: RegExp;
  readonly button?: readonly string[];
}

const edit = ['insights.editConnection', 'live'];
const settings = (name: string) => ['workbench.action.openSettings', name];
const search = endpoints.search;

const service = (answer?: RequestListener) => async (): Promise<FaultyWire> => {
  const { port, close } = await startService(answer);
  return { origin: `http://127.0.0.1:${port}`, close };
};
const bare =
  (connected: (socket: net.Socket) => void, scheme = 'http', options?: FaultyWire['options']) =>
  async (): Promise<FaultyWire> => {
    const { port, close } = await startBare(connected);
    return { origin: `${scheme}://127.0.0.1:${port}`, close, ...(options ? { options } : {}) };
  };
const nowhere = (origin: string) => async (): Promise<FaultyWire> => ({ origin, close: () => {} });
const body = (text: string) => service((_request, response) => response.end(text));

const unreachable: readonly WireFault[] = [
  {
    name: 'a host that nobody knows',
    start: nowhere('http://nobody.invalid'),
    facts: { code: 'unreachable', problem: 'unknownName', host: 'nobody.invalid' },
    says: /^Couldn’t find nobody\.invalid\. Check your network and the connection’s address\.$/,
    button: edit,
  },
  {
    name: 'a port where nobody listens',
    start: nowhere('http://127.0.0.1:1'),
    facts: { code: 'unreachable', problem: 'refused', systemCode: 'ECONNREFUSED' },
    says: /^127\.0\.0\.1:1 refused the connection \(ECONNREFUSED\)\. Check the connection’s address and port, and whether /,
    button: edit,
  },
  {
    name: 'an address that no way leads to',
    start: nowhere('http://255.255.255.255:9'),
    facts: { code: 'unreachable', problem: 'noRoute' },
    says: /^Couldn’t reach 255\.255\.255\.255:9 \(E\w+\)\. Check your network and the connection’s address\.$/,
    button: edit,
  },
  {
    name: 'a secure connection that never comes about',
    start: bare(() => {}, 'https', { connectTimeoutMs: 200 }),
    facts: { code: 'unreachable', problem: 'notAccepted', systemCode: 'UND_ERR_CONNECT_TIMEOUT' },
    says: /^HOST did not take the connection in time \(UND_ERR_CONNECT_TIMEOUT\)\. Check your network and the /,
    button: edit,
  },
  {
    name: 'a connection that is closed instead of an answer',
    start: bare((socket) => socket.once('data', () => socket.end())),
    facts: { code: 'unreachable', problem: 'closedBeforeAnswer', systemCode: 'UND_ERR_SOCKET' },
    says: /^HOST closed the connection without an answer \(UND_ERR_SOCKET\)\. Try again; /,
    button: edit,
  },
  {
    name: 'a connection that is closed in the middle of an answer',
    start: bare((socket) =>
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n{"total"')),
    ),
    facts: { code: 'unreachable', problem: 'closedInAnswer' },
    says: /^The connection to HOST broke off in the middle of the answer \(UND_ERR_\w+\)\. Try again; /,
    button: edit,
  },
  {
    name: 'a connection that is closed in the middle of an answer in chunks',
    start: bare((socket) =>
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"tot\r\n')),
    ),
    facts: { code: 'unreachable', problem: 'closedInAnswer' },
    says: /^The connection to HOST broke off in the middle of the answer \(\w+\)\. Try again; /,
    button: edit,
  },
  {
    name: 'something that speaks no HTTP',
    start: bare((socket) => socket.write('SSH-2.0-OpenSSH_9.6\r\n')),
    facts: { code: 'unreachable', problem: 'notHttp' },
    says: /^What answers at HOST does not speak HTTP \(HTTPParserError\)\. Check the connection’s address: http or https, and /,
    button: edit,
  },
  {
    name: 'http to a port that speaks TLS',
    start: async () => {
      const { port, close } = await startTlsService({ cert: certificate, key: privateKey });
      return { origin: `http://localhost:${port}`, close };
    },
    facts: { code: 'unreachable', problem: 'closedBeforeAnswer' },
    says: /^HOST closed the connection without an answer \(\w+\)\. /,
    button: edit,
  },
];

const secured = (cert: string, more: ServerOptions & { readonly trusted?: false } = {}) => {
  return async (): Promise<FaultyWire> => {
    const { trusted, ...options } = more;
    const { port, close } = await startTlsService({ cert, key: privateKey, ...options });
    return {
      origin: `https://localhost:${port}`,
      options: trusted === false ? {} : { certificates: [authority] },
      close,
    };
  };
};

const certificates: readonly WireFault[] = [
  {
    name: 'a certificate that has expired',
    start: secured(expired),
    facts: { code: 'certificate', problem: 'expired' },
    says: /^The certificate of HOST has expired\. Who runs that server must renew it, unless this computer’s clock is wrong\.$/,
    button: edit,
  },
  {
    name: 'a certificate that is not valid yet',
    start: secured(notYetValid),
    facts: { code: 'certificate', problem: 'notYetValid' },
    says: /^The certificate of HOST is not valid yet\. Check this computer’s clock\.$/,
    button: edit,
  },
  {
    name: 'a certificate for another name',
    start: secured(forOtherNames),
    facts: { code: 'certificate', problem: 'otherName', names: 'other.example, www.other.example' },
    says: /^The certificate of HOST was issued for another name \(other\.example, www\.other\.example\)\. Check the /,
    button: edit,
  },
  {
    name: 'a certificate that signed itself',
    start: secured(selfSigned),
    facts: { code: 'certificate', problem: 'selfSigned' },
    says: /^HOST signed its certificate itself\. If you know that server, add its certificate to those that this computer /,
    button: settings('http.systemCertificates'),
  },
  {
    name: 'a certificate of an unknown authority',
    start: secured(certificate, { trusted: false }),
    facts: { code: 'certificate', problem: 'unknownAuthority' },
    says: /^The certificate of HOST comes from an authority that this computer does not know \(\w+\)\. If your company /,
    button: settings('http.systemCertificates'),
  },
  {
    name: 'a service that wants other ciphers',
    start: secured(certificate, { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-RSA-AES128-GCM-SHA256' }),
    facts: { code: 'certificate', problem: 'other' },
    says: /^No secure connection to HOST came about \(ERR_SSL_[\w/]+\)\. /,
    button: edit,
  },
  {
    name: 'https to a port that speaks plain HTTP',
    start: async () => {
      const { port, close } = await startService();
      return { origin: `https://localhost:${port}`, close };
    },
    facts: { code: 'certificate', problem: 'notTls' },
    says: /^HOST does not speak TLS there \(\w+\)\. Check the port of the connection’s address, or start it with http if /,
    button: edit,
  },
];

/** A good service behind a proxy. */
const behind =
  (
    proxy: ProxyOptions,
    path: (url: string) => string = (url) => url,
    options: Partial<DispatcherOptions> = {},
    authorization?: string,
  ) =>
  async (): Promise<FaultyWire> => {
    const good = await startService();
    const { url, close } = await startProxy(proxy);
    return {
      origin: `http://127.0.0.1:${good.port}`,
      options: { proxy: { url: path(url), ...(authorization ? { authorization } : {}) }, ...options },
      close: () => {
        good.close();
        close();
      },
    };
  };
const me = `Basic ${btoa('me:secret')}`;
const says =
  (text: string) =>
  (socket: net.Socket): void => {
    socket.end(text);
  };
const proxySettings = settings('http.proxy');

const proxies: readonly WireFault[] = [
  {
    name: 'a proxy that is not there',
    start: behind({}, () => 'http://127.0.0.1:1'),
    facts: { code: 'proxy', problem: 'unreachable', proxy: { host: '127.0.0.1:1', setting: 'http.proxy' } },
    says: /^Couldn’t reach the proxy 127\.0\.0\.1:1 \(ECONNREFUSED\)\. Check the proxy setting http\.proxy, and your network\.$/,
    button: proxySettings,
  },
  {
    name: 'a proxy whose name nobody knows',
    start: behind({}, () => 'http://proxy.invalid:8080'),
    facts: { code: 'proxy', problem: 'unknownName', proxy: { host: 'proxy.invalid:8080', setting: 'http.proxy' } },
    says: /^Couldn’t find the proxy proxy\.invalid:8080\. Check the proxy setting http\.proxy, and your network\.$/,
    button: proxySettings,
  },
  {
    name: 'a proxy that wants a password',
    start: behind({ authorization: me }),
    facts: { code: 'proxy', problem: 'wantsPassword', systemCode: '407' },
    says: /^The proxy PROXY wants a user name and a password\. Add them to the proxy setting http\.proxy\.$/,
    button: proxySettings,
  },
  {
    name: 'a proxy that takes another password',
    start: behind({ authorization: me }, (url) => url.replace('//', '//me:wrong@')),
    facts: { code: 'proxy', problem: 'wrongPassword', systemCode: '407' },
    says: /^The proxy PROXY refused the user name and password\. Check them in the proxy setting http\.proxy\.$/,
    button: proxySettings,
  },
  {
    name: 'a proxy that takes another authorization',
    start: behind({ authorization: me }, undefined, {}, `Basic ${btoa('me:wrong')}`),
    facts: { code: 'proxy', problem: 'wrongPassword', systemCode: '407' },
    says: /^The proxy PROXY refused the user name and password\. Check them in the proxy setting http\.proxyAuthorization\.$/,
    button: settings('http.proxyAuthorization'),
  },
  ...['socks5://127.0.0.1:1080', 'SOCKS://proxy', 'socks5h://me:secret@proxy:1080', 'socks4a://proxy'].map(
    (url): WireFault => ({
      name: `a proxy of another kind: ${url}`,
      start: behind({}, () => url),
      facts: { code: 'proxy', problem: 'socks' },
      says: /^The proxy setting http\.proxy names a SOCKS proxy, and requests go through HTTP proxies only\. Write it as http:\/\/host:port, or except HOST from it in http\.noProxy\.$/,
      button: proxySettings,
    }),
  ),
  ...[
    ...[
      '127.0.0.1:99999',
      'proxy:port',
      'a b:3128',
      'http://',
      '::1',
      'PROXY p:8080',
      'http=proxy:3128;https=proxy:3128',
    ],
    ...['ftp://proxy', 'file:///proxy.pac', 'direct://', 'http://example.com/proxy.pac', 'http://%zz'],
  ].map(
    (url): WireFault => ({
      name: `a proxy setting that is none: ${url}`,
      start: behind({}, () => url),
      facts: { code: 'proxy', problem: 'badAddress' },
      says: /^The proxy setting http\.proxy is no address that a proxy can be reached at\. Write it as http:\/\/host:port\.$/,
      button: proxySettings,
    }),
  ),
  {
    name: 'a proxy that refuses',
    start: behind({ instead: says('HTTP/1.1 403 Forbidden\r\n\r\n') }),
    facts: { code: 'proxy', problem: 'refuses', systemCode: '403' },
    says: /^The proxy PROXY does not let requests to HOST through \(403\)\. Ask who runs it to allow them, or check the proxy /,
    button: proxySettings,
  },
  {
    name: 'a proxy that finds nobody there',
    start: behind({ instead: says('HTTP/1.1 502 Bad Gateway\r\n\r\n') }),
    facts: { code: 'proxy', problem: 'cannotReach', systemCode: '502' },
    says: /^The proxy PROXY couldn’t reach HOST \(502\)\. Check the connection’s address, and the proxy setting http\.proxy\.$/,
    button: proxySettings,
  },
  {
    name: 'a proxy that stalls',
    start: behind({ instead: () => {} }, undefined, { connectTimeoutMs: 200 }),
    ask: search,
    facts: { code: 'proxy', problem: 'stalls' },
    says: /^The proxy PROXY did not open a connection to HOST in time\. Try again later, or check the proxy setting http\.proxy\.$/,
    button: proxySettings,
  },
  {
    name: 'a search that times out while a proxy stalls',
    start: behind({ instead: () => {} }),
    ask: search,
    timeoutMs: 500,
    facts: { code: 'timedOut', sent: false },
    says: /^No answer came through the proxy PROXY within 0\.5 seconds\. Check the proxy setting http\.proxy, or wait longer\.$/,
    button: settings('insights.request.timeout'),
  },
  {
    name: 'a search that times out in a tunnel that leads nowhere',
    start: behind({ instead: (socket) => socket.write('HTTP/1.1 200 OK\r\n\r\n') }),
    ask: search,
    timeoutMs: 500,
    facts: { code: 'timedOut', sent: true },
    says: /^No answer came through the proxy PROXY within 0\.5 seconds\. Check the proxy setting http\.proxy, or wait longer\.$/,
    button: settings('insights.request.timeout'),
  },
  {
    name: 'a proxy that hangs up',
    start: behind({ instead: (socket) => socket.destroy() }),
    facts: { code: 'proxy', problem: 'notProxy' },
    says: /^What answers at PROXY is no HTTP proxy \(UND_ERR_SOCKET\)\. Check the proxy setting http\.proxy: http or https, and /,
    button: proxySettings,
  },
  {
    name: 'a proxy that speaks something else',
    start: behind({ instead: says('SSH-2.0-OpenSSH_9.6\r\n') }),
    facts: { code: 'proxy', problem: 'notProxy' },
    says: /^What answers at PROXY is no HTTP proxy \(HTTPParserError\)\. /,
    button: proxySettings,
  },
  {
    name: 'a proxy whose certificate is not trusted',
    start: behind({ tls: { cert: selfSigned, key: privateKey } }, (url) => url.replace('127.0.0.1', 'localhost')),
    facts: { code: 'proxy', problem: 'certificate', systemCode: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    says: /^The certificate of the proxy PROXY is not trusted \(DEPTH_ZERO_SELF_SIGNED_CERT\)\. Check the proxy setting http\.proxy, or /,
    button: proxySettings,
  },
  {
    name: 'a proxy whose certificate is for another name',
    start: behind({ tls: { cert: forOtherNames, key: privateKey } }, (url) => url.replace('127.0.0.1', 'localhost'), {
      certificates: [authority],
    }),
    facts: { code: 'proxy', problem: 'certificate', systemCode: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    says: /^The certificate of the proxy PROXY is not trusted \(ERR_TLS_CERT_ALTNAME_INVALID\)\. /,
    button: proxySettings,
  },
  {
    name: 'a certificate of an unknown authority behind a proxy that is fine',
    start: async () => {
      const inner = await secured(certificate, { trusted: false })();
      const { url, close } = await startProxy();
      return {
        ...inner,
        options: { proxy: { url } },
        close: () => {
          inner.close();
          close();
        },
      };
    },
    facts: { code: 'certificate', problem: 'unknownAuthority' },
    says: /^The certificate of HOST comes from an authority /,
    button: settings('http.systemCertificates'),
  },
];

const redirecting = (location: (path: string, host: string) => string) =>
  service((request, response) => {
    response.writeHead(302, { location: location(request.url ?? '', request.headers.host ?? '') }).end();
  });

const answers: readonly WireFault[] = [
  {
    name: 'a redirect to itself',
    start: redirecting((path) => path),
    facts: { code: 'redirected', problem: 'circles' },
    says: /^The service redirects in circles at http:\/\/HOST\. Check the connection’s address\.$/,
    button: edit,
  },
  {
    name: 'two addresses that redirect to each other',
    start: redirecting((path, host) => `http://${host}${path.startsWith('/a') ? '/b' : '/a'}`),
    ask: search,
    facts: { code: 'redirected', problem: 'circles' },
    says: /^The service redirects in circles at http:\/\/HOST\. /,
    button: edit,
  },
  {
    name: 'a redirect to another host',
    start: redirecting(() => 'https://elsewhere.example/insights/sessions'),
    facts: { code: 'redirected', problem: 'elsewhere', to: 'https://elsewhere.example' },
    says: /^The service sent the request on to https:\/\/elsewhere\.example; your key stays here\. If the service has moved /,
    button: edit,
  },
  {
    name: 'a redirect to no address',
    start: redirecting(() => 'http://'),
    facts: { code: 'redirected', problem: 'nowhere' },
    says: /^The service sent the request on to "http:\/\/", which is no address\. /,
    button: edit,
  },
  ...['null', '5', '"text"', 'true', '{}', '[]', '{"hits":[null]}', '{"hits":{}}'].map(
    (text): WireFault => ({
      name: `the answer ${text}`,
      start: body(text),
      facts: { code: 'malformedAnswer', problem: 'shape' },
      says: /^The answer is not what the Insights service is documented to send\. Check the connection’s address\. It said: ./,
      button: edit,
    }),
  ),
  {
    name: 'a search that takes longer than a second',
    start: service(() => {}),
    ask: search,
    timeoutMs: 1000,
    facts: { code: 'timedOut', asked: 'search', sent: true },
    says: /^No answer within 1 second\. Ask for less \(a shorter range, fewer fields\), or wait longer\.$/,
    button: settings('insights.request.timeout'),
  },
  {
    name: 'a service that says to wait for a second',
    start: async () => {
      const wire = await service((_request, response) => response.writeHead(429, { 'retry-after': '1' }).end())();
      return { ...wire, options: { retry: { ...quick.retry, longestPauseMs: 500 } } };
    },
    facts: { code: 'rateLimited', retryAfterSeconds: 1 },
    says: /^The service has too many requests from this account\. Try again in 1 second\.$/,
  },
  {
    name: 'a service that says to wait for two minutes',
    start: service((_request, response) => response.writeHead(429, { 'retry-after': '120' }).end()),
    facts: { code: 'rateLimited', retryAfterSeconds: 120 },
    says: /^The service has too many requests from this account\. Try again in 2 minutes\.$/,
  },
];

const emulated = async (): Promise<FaultyWire> => {
  const { origin, key, close } = await startEmulator({ sessions });
  return { origin, key, close };
};
const refusing = (method: string) => async (): Promise<FaultyWire> => {
  const emulator = await startEmulator({ sessions });
  const rule = { fault: { kind: 'status', status: 401, body: 'Not yours' }, routes: [method] } as const;
  emulator.setFaults({ rules: [rule as never] });
  return { origin: emulator.origin, key: emulator.key, close: emulator.close };
};

const sessionFaults: readonly WireFault[] = [
  {
    name: 'a deletion that a good key may not do',
    start: refusing('delete'),
    ask: endpoints.delete,
    facts: { code: 'unauthorized', refused: 'query', asked: 'delete' },
    says: /^The service refused to delete the session; the key is good, but may not have the right to\. It said: Not yours$/,
  },
  {
    name: 'a session that a good key may not see',
    start: refusing('get'),
    ask: endpoints.get,
    facts: { code: 'unauthorized', refused: 'query', asked: 'get' },
    says: /^The service refused to show the session; the key is good, but may not have the right to\. It said: Not yours$/,
  },
  {
    name: 'a query that a good key may not ask',
    start: emulated,
    ask: (client) => client.search([['filter_by', 'nonsense']]),
    facts: { code: 'unauthorized', refused: 'query', asked: 'search' },
    says: /^The service refused the query; the key is good\. It said: /,
  },
  {
    name: 'a deletion of a session that is not there that day',
    start: emulated,
    ask: (client) => client.deleteSession('a', new Date('2026-02-01T10:00:00Z')),
    facts: { code: 'notFound', what: 'session', day: '2026-02-01' },
    says: /^The service has no session with that ID on 2026-02-01\. It may have been deleted already, or have started on /,
  },
  {
    name: 'a session that is nowhere',
    start: emulated,
    ask: (client) => client.getSession('b', new Date('2026-02-01T10:00:00Z')),
    facts: { code: 'notFound', what: 'session', day: undefined },
    says: /^There is no session with that ID on any date\. It may have been deleted, or belong to another connection\.$/,
    button: ['insights.switchConnection'],
  },
];

/** Every fault below and in HTTP that has words of its own, beside those of the emulator. */
export const wireFaults: readonly WireFault[] = [
  ...unreachable,
  ...certificates,
  ...proxies,
  ...answers,
  ...sessionFaults,
];
