import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { writeJson } from '../../domain/json/writeJson.ts';
import type { FaultPlan } from '../faults/faultPlan.ts';
import type { Fault } from '../faults/faults.ts';
import type { EmulatorAnswer } from '../service/routes.ts';
import { packBody } from './packBody.ts';

export interface Sending {
  readonly faults: readonly Fault[];
  readonly plan: FaultPlan;
  /** Ends every wait when the server closes or the caller is gone. */
  readonly signal: AbortSignal;
}

/** What adds to whatever else happens. */
const additional: ReadonlySet<Fault['kind']> = new Set([
  ...(['latency', 'cappedTotal', 'falseTotal', 'onlyParameters'] as const),
  // They are in the answer already.
  ...(['inserted', 'deleted', 'repeated', 'withheld', 'reordered', 'optionalShould', 'unheeded'] as const),
]);

/** Sends an answer, with everything that goes wrong on the way. */
export async function sendAnswer(response: ServerResponse, answer: EmulatorAnswer, sending: Sending): Promise<void> {
  const { faults, plan, signal } = sending;
  for (const fault of faults) {
    if (fault.kind !== 'latency') continue;
    await wait(fault.ms + plan.chance() * (fault.jitterMs ?? 0), undefined, { signal });
  }
  const decisive = faults.find(({ kind }) => !additional.has(kind));
  const text = writeJson(withTotal(answer, faults).body);
  await (decisive
    ? sendFault(response, decisive, { status: answer.status, text, signal })
    : send(response, answer.status, text));
}

/** What is said of how many there are. */
function withTotal(answer: EmulatorAnswer, faults: readonly Fault[]): EmulatorAnswer {
  const cap = faults.find((fault) => fault.kind === 'cappedTotal');
  const { by } = faults.find((fault) => fault.kind === 'falseTotal') ?? { by: 0 };
  const { body } = answer;
  if ((!cap && by === 0) || typeof body !== 'object' || body === null || !('total' in body)) return answer;
  const most = cap ? (cap.most ?? 10_000) : Number.POSITIVE_INFINITY;
  return { ...answer, body: { ...body, total: Math.min(Number(body.total) + by, most) } };
}

const json = 'application/json; charset=utf-8';
const page =
  '<!DOCTYPE html><html><head><title>Bad gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>\n';

function send(
  response: ServerResponse,
  status: number,
  text: string | Buffer,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    'Content-Type': json,
    'Content-Length': String(Buffer.byteLength(text)),
    ...headers,
  });
  response.end(text);
}

async function sendFault(
  response: ServerResponse,
  fault: Fault,
  { status, text, signal }: { status: number; text: string; signal: AbortSignal },
): Promise<void> {
  switch (fault.kind) {
    case 'rateLimit': {
      const headers = fault.retryAfter === undefined ? {} : { 'Retry-After': String(fault.retryAfter) };
      return send(response, 429, message('rate_limited', 'Too many requests'), headers);
    }
    case 'status':
      return send(
        response,
        fault.status,
        fault.body ?? message('server_error', `Answered ${fault.status} on purpose`),
        {
          'Content-Type': fault.contentType ?? (fault.body === undefined ? json : 'text/plain; charset=utf-8'),
        },
      );
    case 'resetBeforeAnswer':
      response.socket?.resetAndDestroy();
      return;
    case 'resetInBody':
      return resetInBody(response, status, text);
    case 'halfBody':
      return send(response, status, text.slice(0, text.length >> 1));
    case 'slowBody':
      return sendSlowly(response, { status, text, signal, ms: fault.ms, pieces: fault.pieces ?? 10 });
    case 'html':
      return send(response, 200, page, { 'Content-Type': 'text/html; charset=utf-8' });
    case 'wrongJson':
      return send(response, 200, '{"result":"this is not a session","hits":"none"}');
    case 'emptyBody':
      return send(response, 200, '');
    case 'wrongContentType':
      return send(response, status, text, { 'Content-Type': 'text/plain; charset=utf-8' });
    case 'packed': {
      const { bytes, contentEncoding } = packBody(text, fault);
      return send(response, status, bytes, { 'Content-Encoding': contentEncoding });
    }
    case 'redirect':
      return send(response, 302, '', { Location: fault.location ?? 'http://127.0.0.2:9/insights/sessions' });
    case 'noAnswer':
      if (!signal.aborted) await once(signal, 'abort');
      return;
    case 'latency':
    case 'cappedTotal':
    case 'falseTotal':
    case 'onlyParameters':
    case 'inserted':
    case 'deleted':
    case 'repeated':
    case 'withheld':
    case 'reordered':
    case 'optionalShould':
    case 'unheeded':
      return send(response, status, text);
  }
}

function message(error: string, words: string): string {
  return JSON.stringify({ error, message: words });
}

async function resetInBody(response: ServerResponse, status: number, text: string): Promise<void> {
  response.writeHead(status, { 'Content-Type': json, 'Content-Length': String(Buffer.byteLength(text)) });
  const half = Buffer.from(text).subarray(0, Buffer.byteLength(text) >> 1);
  await new Promise<void>((resolve) => response.write(half, () => resolve()));
  // What is written may still wait in the system's buffers, and a reset would throw it away.
  await wait(20);
  response.socket?.resetAndDestroy();
}

async function sendSlowly(
  response: ServerResponse,
  {
    status,
    text,
    signal,
    ms,
    pieces,
  }: { status: number; text: string; signal: AbortSignal; ms: number; pieces: number },
): Promise<void> {
  const body = Buffer.from(text);
  const size = Math.max(1, Math.ceil(body.length / Math.max(1, pieces)));
  response.writeHead(status, { 'Content-Type': json, 'Content-Length': String(body.length) });
  for (let at = 0; at < body.length; at += size) {
    if (at > 0) await wait(ms, undefined, { signal });
    response.write(body.subarray(at, at + size));
  }
  response.end();
}
