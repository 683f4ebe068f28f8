import type { RequestListener } from 'node:http';
import { createServer } from 'node:http';
import type { ServerOptions } from 'node:https';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import net from 'node:net';

/** Something that listens on this machine until it is closed. */
export interface Listening {
  readonly port: number;
  close(): void;
}

/** Starts a server of any kind; closing it cuts whatever is still connected. */
export async function listening(server: Server): Promise<Listening> {
  const sockets = new Set<net.Socket>();
  server.on('connection', (socket: net.Socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): void => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { port: (server.address() as AddressInfo).port, close };
}

export const emptyPage = JSON.stringify({ total: 0, hits: [], page_size: '1', page_number: '0' });

/** A service that answers every request like this; without more, that there are no sessions. */
export function startService(answer: RequestListener = (_request, response) => response.end(emptyPage)) {
  return listening(createServer(answer));
}

/** The same over TLS. */
export function startTlsService(options: ServerOptions) {
  return listening(createTlsServer(options, (_request, response) => response.end(emptyPage)));
}

/** A server that is none of HTTP: does with its connections what it likes. */
export function startBare(connected: (socket: net.Socket) => void) {
  return listening(net.createServer(connected));
}

export interface ProxyOptions {
  /** The only user that it takes, as the header says it. */
  readonly authorization?: string;
  /** What it does with those that it takes, other than open the tunnel. */
  readonly instead?: (socket: net.Socket) => void;
  /** It speaks TLS itself. */
  readonly tls?: ServerOptions;
}

/** A forward proxy that tunnels everything to this machine, and remembers what for. */
export async function startProxy({ authorization, instead, tls }: ProxyOptions = {}) {
  const tunnels: (string | undefined)[] = [];
  const refuse: RequestListener = (_request, response) => response.writeHead(400).end();
  const server = tls ? createTlsServer(tls, refuse) : createServer(refuse);
  const ups = new Set<net.Socket>();
  server.on('connect', (request, socket: net.Socket) => {
    socket.on('error', () => {});
    if (authorization && request.headers['proxy-authorization'] !== authorization) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      return;
    }
    if (instead) return instead(socket);
    tunnels.push(request.url);
    const up = net.connect(Number(request.url?.split(':').at(-1)), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      up.pipe(socket).pipe(up);
    });
    up.on('error', () => socket.destroy());
    ups.add(up);
  });
  const { port, close } = await listening(server);
  const end = (): void => {
    close();
    for (const up of ups) up.destroy();
  };
  return { port, url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`, tunnels, close: end };
}
