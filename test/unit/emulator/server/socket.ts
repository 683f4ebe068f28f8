import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import { request } from 'node:http';
import type { Emulator } from '../../../../src/emulator/server/server.ts';

export interface Received {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The body's pieces as they came. */
  readonly pieces: number;
}

/** Where an emulator is, and what it lets in. */
type Listening = Pick<Emulator, 'origin' | 'key'>;

interface Asked {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string;
}

/** Asks an emulator over a socket, with the right key unless the headers say otherwise. */
export function fetched(emulator: Listening, path: string, asked: Asked = {}): Promise<Received> {
  const { hostname, port } = new URL(emulator.origin);
  return new Promise((resolve, reject) => {
    const sent = request(
      // The path goes out as it is: a URL would encode its braces.
      {
        host: hostname,
        port,
        path,
        method: asked.method ?? 'GET',
        headers: headersOf(emulator, asked),
        agent: false,
      },
      (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(pieces).toString('utf8'),
            pieces: pieces.length,
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(asked.body);
  });
}

function headersOf(emulator: Listening, { headers, body }: Asked): OutgoingHttpHeaders {
  const length = body === undefined ? undefined : Buffer.byteLength(body);
  const all = { 'X-Vgai-Key': emulator.key, 'Content-Length': length, ...headers };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
