import type { RequestListener } from 'node:http';
import type { ServerOptions } from 'node:https';
import { createServer as createTlsServer } from 'node:https';
import type net from 'node:net';
import type { DispatcherOptions } from '../../../../src/api/client/dispatcher.ts';
import type { InsightsClient } from '../../../../src/api/client/insightsClient.ts';
import type { InsightsFailure } from '../../../../src/api/client/insightsFailure.ts';
import { startEmulator } from '../../../../src/emulator/server/server.ts';
import { quick } from '../search/emulated.ts';
import { endpoints, sessions } from './faultMatrix.ts';
import {
  authority,
  certificate,
  certificateOfNone,
  expired,
  forClients,
  forOtherNames,
  notYetValid,
  privateKey,
  selfSigned,
} from './privateCa.ts';
import type { ProxyOptions } from './wire.ts';
import { listening, startBare, startProxy, startService, startTlsService } from './wire.ts';

/** As short as an answer is waited for that does not come, and long enough for what comes before it on a machine with much else to do. */
const shortMs = 2_000;

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
    start: bare(() => {}, 'https', { connectTimeoutMs: 1_000 }),
    facts: { code: 'unreachable', problem: 'notAccepted', systemCode: 'UND_ERR_CONNECT_TIMEOUT' },
    says: /^HOST didn’t accept the connection in time \(UND_ERR_CONNECT_TIMEOUT\)\. Check your network and the /,
    button: edit,
  },
  {
    name: 'a connection that is closed instead of an answer',
    start: bare((socket) => socket.once('data', () => socket.end())),
    facts: { code: 'unreachable', problem: 'closedBeforeAnswer', systemCode: 'UND_ERR_SOCKET' },
    says: /^HOST closed the connection without an answer \(UND_ERR_SOCKET\)\. Try again; .* must start with https\.$/,
    button: edit,
  },
  ...[
    { name: 'is reset', cut: (socket: net.Socket) => socket.resetAndDestroy() },
    { name: 'is closed', cut: (socket: net.Socket) => socket.end() },
  ].map(
    ({ name, cut }): WireFault => ({
      name: `a handshake that ${name}`,
      start: bare((socket) => socket.once('data', () => cut(socket)), 'https'),
      facts: { code: 'unreachable', problem: 'closedBeforeAnswer', systemCode: 'ECONNRESET' },
      says: /^HOST closed the connection without an answer \(ECONNRESET\)\. Try again; .* requires a client certificate, which requests don’t carry\.$/,
      button: edit,
    }),
  ),
  ...['HTTP/3.7 200 OK\r\n\r\n', '{"total":0,"hits":[]}', 'ICY 200 OK\r\n\r\n'].map(
    (text): WireFault => ({
      name: `something that is almost HTTP: ${JSON.stringify(text.slice(0, 30))}`,
      start: bare((socket) => socket.once('data', () => socket.end(text))),
      facts: { code: 'unreachable', problem: 'notHttp' },
      says: /^The server at HOST doesn’t speak HTTP \(\w+\)\. /,
      button: edit,
    }),
  ),
  ...[
    'HTTP/1.1 099 Low\r\n\r\n',
    'HTTP/1.1 2000 OK\r\n\r\n',
    'HTTP/1.1 200 OK\nContent-Length: 2\n\n{}',
    'HTTP/1.1 200 OK\r\nA name: x\r\n\r\n{}',
    'HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n{}',
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n2\r\n{}\r\n0\r\n\r\n',
    `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`,
  ].map(
    (text): WireFault => ({
      name: `an answer with a head that is no good: ${JSON.stringify(text.slice(0, 50))}`,
      start: bare((socket) => socket.once('data', () => socket.end(text))),
      facts: { code: 'unreachable', problem: 'damagedAnswer' },
      says: text.includes('xxx')
        ? /^The answer from HOST has longer headers than can be read \(UND_ERR_HEADERS_OVERFLOW\)\. Tell whoever /
        : /^The answer from HOST isn’t valid HTTP \(\w+\)\. Try again; if this continues, something between you /,
      button: edit,
    }),
  ),
  {
    name: 'an answer that says two lengths',
    start: bare((socket) =>
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}')),
    ),
    facts: { code: 'unreachable', problem: 'damagedAnswer' },
    says: /^The answer from HOST isn’t valid HTTP \(UND_ERR_\w+\)\. Try again; /,
    button: edit,
  },
  {
    name: 'an answer whose parts have no length',
    start: bare((socket) =>
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n{}')),
    ),
    facts: { code: 'unreachable', problem: 'damagedAnswer' },
    says: /^The answer from HOST isn’t valid HTTP \(\w+\)\. Try again; if this continues, something between you /,
    button: edit,
  },
  {
    name: 'connections that are cut for as long as is waited',
    start: async () => {
      const wire = await bare((socket) => socket.once('data', () => socket.resetAndDestroy()))();
      return { ...wire, options: { retry: { ...quick.retry, firstPauseMs: 5_000, longestPauseMs: 5_000 } } };
    },
    ask: search,
    timeoutMs: shortMs,
    facts: { code: 'unreachable', problem: 'closedBeforeAnswer' },
    says: /^HOST closed the connection without an answer \(ECONNRESET\)\. /,
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
    says: /^The server at HOST doesn’t speak HTTP \(HTTPParserError\)\. Check the connection’s address: http or https, and /,
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
    says: /^The certificate of HOST has expired\. It must be renewed on that server, unless this computer’s clock is wrong\.$/,
    button: edit,
  },
  {
    name: 'a certificate that is not valid yet',
    start: secured(notYetValid),
    facts: { code: 'certificate', problem: 'notYetValid' },
    says: /^The certificate of HOST isn’t valid yet\. Check this computer’s clock\.$/,
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
    says: /^The certificate of HOST comes from an authority that this computer doesn’t know \(\w+\)\. If your company .* may leave out its intermediate certificates\.$/,
    button: settings('http.systemCertificates'),
  },
  {
    name: 'a certificate that says for no name',
    start: async () => ({ ...(await secured(certificateOfNone)()), options: { certificates: [certificateOfNone] } }),
    facts: { code: 'certificate', problem: 'otherName', names: '' },
    says: /^The certificate of HOST wasn’t issued for that name\. Check the connection’s address; /,
    button: edit,
  },
  {
    name: 'a certificate for another purpose',
    start: async () => ({ ...(await secured(forClients)()), options: { certificates: [forClients] } }),
    facts: { code: 'certificate', problem: 'unusable', systemCode: 'INVALID_PURPOSE' },
    says: /^The certificate of HOST isn’t one for servers \(INVALID_PURPOSE\)\. It must be replaced on that server\.$/,
    button: edit,
  },
  {
    name: 'a service that speaks old versions of TLS alone',
    start: secured(certificate, { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' }),
    facts: { code: 'certificate', problem: 'oldVersion' },
    says: /^HOST uses a version of TLS that is no longer safe, or isn’t supported here \(\w+\)\. That server must allow TLS 1\.2 or 1\.3\.$/,
    button: edit,
  },
  {
    name: 'a service that wants a certificate of the client',
    start: secured(certificate, { requestCert: true, rejectUnauthorized: true }),
    facts: { code: 'unreachable', problem: 'closedBeforeAnswer' },
    says: /^HOST closed the connection without an answer \(\w+\)\. .* requires a client certificate, which requests don’t carry\.$/,
    button: edit,
  },
  {
    name: 'a service that wants other ciphers',
    start: secured(certificate, { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-RSA-AES128-GCM-SHA256' }),
    facts: { code: 'certificate', problem: 'refusedHandshake' },
    says: /^HOST refused to make a secure connection \(ERR_SSL_[\w/]+\)\. It may require a client certificate, .* or ciphers that /,
    button: edit,
  },
  {
    name: 'a service that wants a certificate of the client at once',
    start: secured(certificate, { requestCert: true, rejectUnauthorized: true, maxVersion: 'TLSv1.2' }),
    facts: { code: 'certificate', problem: 'refusedHandshake' },
    says: /^HOST refused to make a secure connection \(ERR_SSL_[\w/]+\)\. It may require a client certificate, /,
    button: edit,
  },
  {
    name: 'a service that knows no such name',
    start: bare((socket) => socket.once('data', () => socket.end(Buffer.from([0x15, 3, 3, 0, 2, 2, 112]))), 'https'),
    facts: { code: 'certificate', problem: 'other' },
    says: /^Couldn’t make a secure connection to HOST \(ERR_SSL_[\w/]+\)\. Check the connection’s address\.$/,
    button: edit,
  },
  {
    name: 'https to a port that speaks plain HTTP',
    start: async () => {
      const { port, close } = await startService();
      return { origin: `https://localhost:${port}`, close };
    },
    facts: { code: 'certificate', problem: 'notTls' },
    says: /^HOST doesn’t use TLS there \(\w+\)\. Check the port of the connection’s address, or start it with http if /,
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
    says: /^The proxy PROXY requires a user name and password\. Add them to the proxy setting http\.proxy\.$/,
    button: proxySettings,
  },
  ...['NTLM', 'Negotiate', 'Digest realm="x"', 'Digest realm="a, Basic realm"', 'Negotiate, NTLM'].map(
    (way): WireFault => ({
      name: `a proxy that wants to be signed in to by ${way}`,
      start: behind({ instead: says(`HTTP/1.1 407 Sign in\r\nProxy-Authenticate: ${way}\r\n\r\n`) }),
      facts: { code: 'proxy', problem: 'otherSignIn', systemCode: '407' },
      says: /^The proxy PROXY requires a way of signing in that isn’t supported here, such as NTLM or Kerberos \(407\)\. /,
      button: proxySettings,
    }),
  ),
  {
    name: 'a proxy of which one way to sign in is a password',
    start: behind({
      instead: says('HTTP/1.1 407 Sign in\r\nProxy-Authenticate: NTLM\r\nProxy-Authenticate: Basic realm="x"\r\n\r\n'),
    }),
    facts: { code: 'proxy', problem: 'wantsPassword', systemCode: '407' },
    says: /^The proxy PROXY requires a user name and password\. /,
    button: proxySettings,
  },
  ...['302 Found\r\nLocation: http://sign-in.example/', '404 Not Found', '429 Too Many', '511 Sign in'].map(
    (answer): WireFault => ({
      name: `a proxy that answers ${answer.slice(0, 3)}`,
      start: behind({ instead: says(`HTTP/1.1 ${answer}\r\n\r\n`) }),
      facts: { code: 'proxy', problem: 'refuses', systemCode: answer.slice(0, 3) },
      says: /^The proxy PROXY doesn’t allow requests to HOST \(\d+\)\. /,
      button: proxySettings,
    }),
  ),
  {
    name: 'a tunnel that is closed at once',
    start: behind({ instead: says('HTTP/1.1 200 OK\r\n\r\n') }),
    facts: { code: 'unreachable', problem: 'closedBeforeAnswer' },
    says: /^The connection to HOST through the proxy PROXY was closed without an answer \(\w+\)\. .* the proxy setting http\.proxy, and whether .* must start with https\.$/,
    button: edit,
  },
  {
    name: 'a service behind a proxy that wants a certificate of the client',
    start: async () => {
      const inner = await secured(certificate, { requestCert: true, rejectUnauthorized: true })();
      const { url, close } = await startProxy();
      return {
        ...inner,
        options: { ...inner.options, proxy: { url } },
        close: () => {
          inner.close();
          close();
        },
      };
    },
    facts: { code: 'unreachable', problem: 'closedBeforeAnswer' },
    says: /^The connection to HOST through the proxy PROXY was closed without an answer \(\w+\)\. .* requires a client certificate, which requests don’t carry\.$/,
    button: edit,
  },
  {
    name: 'https to a proxy that speaks plain HTTP',
    start: behind({}, (url) => url.replace('http:', 'https:')),
    facts: { code: 'proxy', problem: 'notProxy' },
    says: /^The server at PROXY isn’t an HTTP proxy \(\w+\)\. Check the proxy setting http\.proxy: http or https, and the port\.$/,
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
    name: 'a proxy that is told a user without a password',
    start: behind({ authorization: me }, (url) => url.replace('//', '//me@')),
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
      'http:proxy:8080',
      'http:/proxy:8080',
      'https//proxy:8080',
      'http=proxy:3128;https=proxy:3128',
    ],
    ...['ftp://proxy', 'file:///proxy.pac', 'direct://', 'http://example.com/proxy.pac', 'http://%zz'],
  ].map(
    (url): WireFault => ({
      name: `a proxy setting that is none: ${url}`,
      start: behind({}, () => url),
      facts: { code: 'proxy', problem: 'badAddress' },
      says: /^The proxy setting http\.proxy isn’t the address of a proxy\. Write it as http:\/\/host:port\.$/,
      button: proxySettings,
    }),
  ),
  {
    name: 'a proxy that opens a way to https and lets nothing along it',
    start: async () => {
      const { url, close } = await startProxy({ instead: (socket) => socket.write('HTTP/1.1 200 OK\r\n\r\n') });
      return { origin: 'https://127.0.0.1:1', options: { proxy: { url }, connectTimeoutMs: 1_000 }, close };
    },
    facts: { code: 'proxy', problem: 'stalls' },
    says: /^The proxy PROXY didn’t connect to 127\.0\.0\.1:1 in time\. Try again later, or check the proxy setting http\.proxy\.$/,
    button: proxySettings,
  },
  {
    name: 'a proxy that refuses',
    start: behind({ instead: says('HTTP/1.1 403 Forbidden\r\n\r\n') }),
    facts: { code: 'proxy', problem: 'refuses', systemCode: '403' },
    says: /^The proxy PROXY doesn’t allow requests to HOST \(403\)\. Ask its administrator to allow them, or check the proxy /,
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
    start: behind({ instead: () => {} }, undefined, { connectTimeoutMs: 1_000 }),
    ask: search,
    facts: { code: 'proxy', problem: 'stalls' },
    says: /^The proxy PROXY didn’t connect to HOST in time\. Try again later, or check the proxy setting http\.proxy\.$/,
    button: proxySettings,
  },
  {
    name: 'a search that times out while a proxy stalls',
    start: behind({ instead: () => {} }),
    ask: search,
    timeoutMs: shortMs,
    facts: { code: 'timedOut', sent: false },
    says: /^No answer came through the proxy PROXY within 2 seconds\. Check the proxy setting http\.proxy, or wait longer\.$/,
    button: settings('insights.request.timeout'),
  },
  {
    name: 'a search that times out in a tunnel that leads nowhere',
    start: behind({ instead: (socket) => socket.write('HTTP/1.1 200 OK\r\n\r\n') }),
    ask: search,
    timeoutMs: shortMs,
    facts: { code: 'timedOut', sent: true },
    says: /^No answer came through the proxy PROXY within 2 seconds\. Check the proxy setting http\.proxy, or wait longer\.$/,
    button: settings('insights.request.timeout'),
  },
  {
    name: 'a proxy that hangs up',
    start: behind({ instead: (socket) => socket.destroy() }),
    facts: { code: 'proxy', problem: 'notProxy' },
    says: /^The server at PROXY isn’t an HTTP proxy \(UND_ERR_SOCKET\)\. Check the proxy setting http\.proxy: http or https, and /,
    button: proxySettings,
  },
  {
    name: 'a proxy that speaks something else',
    start: behind({ instead: says('SSH-2.0-OpenSSH_9.6\r\n') }),
    facts: { code: 'proxy', problem: 'notProxy' },
    says: /^The server at PROXY isn’t an HTTP proxy \(HTTPParserError\)\. /,
    button: proxySettings,
  },
  {
    name: 'a proxy whose certificate is not trusted',
    start: behind({ tls: { cert: selfSigned, key: privateKey } }, (url) => url.replace('127.0.0.1', 'localhost')),
    facts: { code: 'proxy', problem: 'certificate', systemCode: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    says: /^The certificate of the proxy PROXY isn’t trusted \(DEPTH_ZERO_SELF_SIGNED_CERT\)\. Check the proxy setting http\.proxy, or /,
    button: proxySettings,
  },
  {
    name: 'a proxy whose certificate is for another name',
    start: behind({ tls: { cert: forOtherNames, key: privateKey } }, (url) => url.replace('127.0.0.1', 'localhost'), {
      certificates: [authority],
    }),
    facts: { code: 'proxy', problem: 'certificate', systemCode: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    says: /^The certificate of the proxy PROXY isn’t trusted \(ERR_TLS_CERT_ALTNAME_INVALID\)\. /,
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

const redirecting = (location: (path: string, host: string) => string, status = 302) =>
  service((request, response) => {
    response.writeHead(status, { location: location(request.url ?? '', request.headers.host ?? '') }).end();
  });

/** What each status of a refusal means, beside those that have a code of their own. */
const refusals: readonly (readonly [status: number, says: RegExp, button?: readonly string[]])[] = [
  [300, /^The service redirected the request to nowhere \(300\)\. /, edit],
  [
    304,
    /^The answer says that nothing has changed \(304\), though nothing was kept here\. A proxy may have answered; /,
  ],
  [400, /^The service rejected this query \(400\)\. Check its conditions, fields and dates\.$/],
  [402, /^The service requires payment \(402\)\. Check the account of this key\.$/],
  [
    403,
    /^The service doesn’t allow this \(403\)\. The API key may lack the right, or a firewall /,
    ['insights.setApiKey', 'live'],
  ],
  [405, /^The server doesn’t accept such requests \(405\)\. Check the connection’s address\.$/, edit],
  [407, /^A proxy in front of the service requires a user name and password \(407\)\. Ask its administrator\.$/],
  [408, /^The service didn’t get the request in time \(408\)\. Check your network, and try again\.$/],
  [409, /^Someone else is changing this right now \(409\)\. Try again in a moment\.$/],
  [413, /^The request is longer than the service accepts \(413\)\. Use fewer conditions, /],
  [414, /^The request is longer than the service accepts \(414\)\. Use fewer conditions, /],
  [415, /^The server doesn’t accept such requests \(415\)\. /, edit],
  [418, /^The service refused the request \(418\)\. Check the query and the connection’s address\.$/],
  [422, /^The service rejected this query \(422\)\. /],
  [426, /^The service requires a secure connection \(426\)\. Use https in the connection’s address\.$/, edit],
  [431, /^The request is longer than the service accepts \(431\)\. /],
  [451, /^The service doesn’t allow this \(451\)\. /],
  [496, /^The service requires a client certificate \(496\), which requests don’t carry\. /],
  [501, /^The service doesn’t support such requests \(501\)\. Check the connection’s address\.$/, edit],
];

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
    start: redirecting((path, host) => `http://${host}${path.startsWith('/a') ? '/b' : '/a'}?${path.split('?')[1]}`),
    ask: search,
    facts: { code: 'redirected', problem: 'circles' },
    says: /^The service redirects in circles at http:\/\/HOST\. /,
    button: edit,
  },
  {
    name: 'a redirect to another host',
    start: redirecting(() => 'https://elsewhere.example/insights/sessions'),
    facts: { code: 'redirected', problem: 'elsewhere', to: 'https://elsewhere.example' },
    says: /^The service redirected the request to https:\/\/elsewhere\.example; your key wasn’t sent there\. If the service has moved, /,
    button: edit,
  },
  {
    name: 'a redirect to no address',
    start: redirecting(() => 'http://'),
    facts: { code: 'redirected', problem: 'nowhere' },
    says: /^The service redirected the request to "http:\/\/", which isn’t an HTTP address\. /,
    button: edit,
  },
  ...[
    '',
    ...['mailto:a@b.example', 'javascript:alert(1)', 'ftp://a.example/b', 'http://a b/', 'http://127.0.0.1:99999/'],
  ].map(
    (to): WireFault => ({
      name: `a redirect to ${to || 'nothing'}`,
      start: redirecting(() => to),
      facts: { code: 'redirected', problem: 'nowhere', to },
      says: to
        ? /^The service redirected the request to "\S.*", which isn’t an HTTP address\. Check the connection’s address\.$/
        : /^The service redirected the request without saying where\. Check the connection’s address\.$/,
      button: edit,
    }),
  ),
  {
    name: 'redirects that lead on and on',
    start: redirecting((path) => `${path.replace(/\?.*/, '')}/on`),
    facts: { code: 'redirected', problem: 'tooOften' },
    says: /^The service redirects again and again at http:\/\/HOST\. Check the connection’s address\.$/,
    button: edit,
  },
  {
    name: 'a redirect from TLS to plain HTTP',
    start: async () => {
      const secure = createTlsServer({ cert: certificate, key: privateKey }, (_request, response) =>
        response.writeHead(301, { location: 'http://localhost/insights/sessions' }).end(),
      );
      const { port, close } = await listening(secure);
      return { origin: `https://localhost:${port}`, options: { certificates: [authority] }, close };
    },
    facts: { code: 'redirected', problem: 'insecure', to: 'http://localhost' },
    says: /^The service redirected the request to http:\/\/localhost, where anyone could read your key, so it wasn’t sent\. /,
    button: edit,
  },
  {
    name: 'a deletion that is to be sent again within its origin',
    start: redirecting((path) => `${path}/`, 307),
    ask: endpoints.delete,
    facts: { code: 'redirected', problem: 'unsafe' },
    says: /^The service redirected the request within http:\/\/HOST\. Only reading follows redirects, so nothing was changed\. /,
    button: edit,
  },
  ...[301, 302, 303].map(
    (status): WireFault => ({
      name: `a deletion whose answer is elsewhere within its origin (${status})`,
      start: redirecting(() => '/insights/deleted', status),
      ask: endpoints.delete,
      facts: { code: 'redirected', problem: 'afterwards' },
      says: /^The service redirected the request within http:\/\/HOST\. Only reading follows redirects, so it isn’t known whether it was carried out\. /,
      button: edit,
    }),
  ),
  ...['/insights/sessions', '/insights/sessions?page_size=10', '/'].map(
    (to): WireFault => ({
      name: `a search that is redirected to ${to}, which leaves out the query`,
      start: redirecting(() => to),
      ask: (client) => client.search([['page_size', '50']]),
      facts: { code: 'redirected', problem: 'otherQuestion' },
      says: /^The service redirected the request within http:\/\/HOST and left out a part of the query, so it wasn’t sent there\. /,
      button: edit,
    }),
  ),
  {
    name: 'a part of an answer',
    start: service((_request, response) => response.writeHead(206).end('{"total":9,"hits":[]}')),
    facts: { code: 'unreadableAnswer', problem: 'part', form: '206' },
    says: /^Only part of the answer came, which wasn’t asked for \(206\)\. Try again; a proxy may have kept it\.$/,
  },
  {
    name: 'an answer without a body',
    start: service((_request, response) => response.writeHead(204).end()),
    facts: { code: 'notJson' },
    says: /^The answer was empty\. Try again, /,
    button: ['insights.showLog'],
  },
  ...refusals.map(
    ([status, says, button]): WireFault => ({
      name: `a search that is refused with ${status}`,
      start: service((_request, response) => response.writeHead(status).end()),
      ask: search,
      facts: { code: status === 501 ? 'serverError' : 'refused' },
      says,
      ...(button ? { button } : {}),
    }),
  ),
  ...[403, 413].map(
    (status): WireFault => ({
      name: `a search that is refused for now with ${status}`,
      start: service((_request, response) => response.writeHead(status, { 'retry-after': '90' }).end()),
      ask: search,
      facts: { code: 'refused', retryAfterSeconds: 90 },
      says: new RegExp(`^The service refuses the request for now \\(${status}\\)\\. Try again in 90 seconds\\.$`),
    }),
  ),
  ...['{"total":NaN,"hits":[]}', '{"total":0,"hits":[],}', '{"total":0}{"total":0}', "{'total':0}", '[1,]'].map(
    (text): WireFault => ({
      name: `the answer ${text}, which is nearly JSON`,
      start: body(text),
      facts: { code: 'malformedAnswer', problem: 'syntax' },
      says: /^The answer isn’t valid JSON, though it begins as JSON\. Try again; /,
      button: ['insights.showLog'],
    }),
  ),
  {
    name: 'a deletion that the words of a failure come back for',
    start: body('{"error":"not allowed","status":500}'),
    ask: endpoints.delete,
    facts: { code: 'malformedAnswer', problem: 'shape' },
    says: /^The answer is not what .* It said: not allowed$/,
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
    timeoutMs: 1_000,
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
    says: /^The service is getting too many requests from this account\. Try again in 1 second\.$/,
  },
  ...[
    '0',
    '-5',
    '5, 6',
    'soon',
    '9'.repeat(400),
    '99999999999',
    'Mon, 01 Jan 2001 00:00:00 GMT',
    'Fri, 31 Dec 9999 23:59:59 GMT',
  ].map(
    (header): WireFault => ({
      name: `a service that says to wait for ${header.slice(0, 30)}`,
      start: service((_request, response) => response.writeHead(429, { 'retry-after': header }).end()),
      facts: { code: 'rateLimited', retryAfterSeconds: undefined },
      says: /^The service is getting too many requests from this account\. Try again later\.$/,
    }),
  ),
  {
    name: 'a service that will be there in a minute',
    start: service((_request, response) => response.writeHead(503, { 'retry-after': '60' }).end()),
    facts: { code: 'serverError', retried: false, retryAfterSeconds: 60 },
    says: /^The service isn’t available \(503\)\. Try again in 60 seconds\.$/,
  },
  {
    name: 'a service that fails for as long as is waited',
    start: async () => {
      let asked = 0;
      return service((_request, response) => {
        asked += 1;
        if (asked < 3) response.writeHead(429).end();
      })();
    },
    timeoutMs: shortMs,
    facts: { code: 'timedOut', status: 429, begun: false },
    says: /^The service kept failing \(429\) for 2 seconds, though it was asked again\. Try again later, or wait longer\.$/,
    button: settings('insights.request.timeout'),
  },
  {
    name: 'a service that says to wait for longer than anybody does',
    start: async () => {
      const wire = await service((_request, response) => response.writeHead(429, { 'retry-after': '5' }).end())();
      return { ...wire, options: { retry: { ...quick.retry, longestPauseMs: 10_000 } } };
    },
    timeoutMs: shortMs,
    facts: { code: 'rateLimited', retryAfterSeconds: 5 },
    says: /^The service is getting too many requests from this account\. Try again in 5 seconds\.$/,
  },
  ...['100 Continue', '102 Processing'].map(
    (status): WireFault => ({
      name: `a search that is told ${status}, and never answered`,
      start: bare((socket) => socket.once('data', () => socket.write(`HTTP/1.1 ${status}\r\n\r\n`))),
      ask: search,
      timeoutMs: shortMs,
      facts: { code: 'timedOut', sent: true, begun: false },
      says: /^No answer within 2 seconds\. Ask for less /,
      button: settings('insights.request.timeout'),
    }),
  ),
  ...['', 'Connection: Upgrade\r\n'].map(
    (header): WireFault => ({
      name: `another protocol that nobody asked for, ${header ? 'with' : 'without'} its header`,
      start: bare((socket) =>
        socket.once('data', () => socket.end(`HTTP/1.1 101 Switching Protocols\r\n${header}Upgrade: x\r\n\r\n`)),
      ),
      facts: { code: 'unreachable', problem: 'damagedAnswer' },
      says: /^The answer from HOST isn’t valid HTTP \(\w+\)\. /,
      button: edit,
    }),
  ),
  {
    name: 'hits beside an error',
    start: body('{"total":0,"hits":[],"errors":["a shard failed"]}'),
    ask: search,
    facts: { code: 'malformedAnswer', problem: 'shape' },
    says: /It said: \{"total":0,"hits":\[\],"errors":\["a shard failed"\]\}$/,
    button: edit,
  },
  {
    name: 'hits of a search that ran out of time',
    start: body('{"total":0,"hits":[],"timed_out":true}'),
    ask: (client) => client.searchPage([], ['id']),
    facts: { code: 'malformedAnswer', problem: 'shape' },
    says: /It said: \{"total":0,"hits":\[\],"timed_out":true\}$/,
    button: edit,
  },
  ...(
    [
      ['search', /Ask for less /],
      ['delete', /Try again, or wait longer/],
    ] as const
  ).map(
    ([asked, advice]): WireFault => ({
      name: `a ${asked} whose answer stops in the middle`,
      start: bare((socket) =>
        socket.once('data', () => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n{"total"')),
      ),
      ask: endpoints[asked],
      timeoutMs: shortMs,
      facts: { code: 'timedOut', begun: true },
      says: new RegExp(`^The answer began, but wasn’t complete within 2 seconds\\. ${advice.source}`),
      button: settings('insights.request.timeout'),
    }),
  ),
  {
    name: 'a service that says to wait for two minutes',
    start: service((_request, response) => response.writeHead(429, { 'retry-after': '120' }).end()),
    facts: { code: 'rateLimited', retryAfterSeconds: 120 },
    says: /^The service is getting too many requests from this account\. Try again in 2 minutes\.$/,
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
