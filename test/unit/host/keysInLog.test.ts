import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createDispatcher } from '../../../src/api/client/dispatcher.ts';
import { InsightsClient } from '../../../src/api/client/insightsClient.ts';
import { InsightsError } from '../../../src/api/client/insightsErrors.ts';
import { LogWriter } from '../../../src/host/logWriter.ts';
import { removeFolder } from '../../../tools/vscodeHost/removeFolder.js';
import { quick } from '../api/search/emulated.ts';
import { echoes } from '../domain/masking/keyEchoes.ts';

const key = 'Zq7.key+nobody/may=find~41d8cd98f00b';

/** Places where a service may say again what it was sent, each with what reads `echo` there. */
const places: Readonly<
  Record<string, (echo: string) => { status: number; type?: string; location?: string; body: string }>
> = {
  'a message': (echo) => ({ status: 400, body: JSON.stringify({ message: `No access with ${echo}` }) }),
  'a message within an error': (echo) => ({ status: 403, body: JSON.stringify({ error: { reason: `"${echo}"` } }) }),
  'a refusal': (echo) => ({ status: 401, body: `The key ${echo} is not known.` }),
  'a failure that is tried again': (echo) => ({ status: 503, body: `X-Vgai-Key: ${echo}` }),
  'a page': (echo) => ({ status: 502, body: `<html><style>p{}</style><p>Bad gateway <b>${echo}</b></p></html>` }),
  'the type of the content': (echo) => ({
    status: 400,
    type: `text/${echo.replaceAll(/[^\x20-\x7e]/g, '')}`,
    body: '',
  }),
  'an address to go on to': (echo) => ({
    status: 302,
    location: `https://${echo.replaceAll(/[^\w-]/g, '')}.example/${echo.replaceAll(/[^\x21-\x7e]/g, '')}`,
    body: '',
  }),
};

/** Whether 8 characters of the key in a row are there, in any letter case, as they are or in another form. */
const lowered = key.toLowerCase();
function holdsKey(text: string, echo: string): boolean {
  const searched = text.toLowerCase();
  const parts = [lowered, echo.toLowerCase()];
  return (
    parts.some((part) =>
      Array.from({ length: Math.max(1, part.length - 23) }, (_, at) => part.slice(at, at + 24)).some((piece) =>
        searched.includes(piece),
      ),
    ) ||
    Array.from({ length: lowered.length - 7 }, (_, at) => lowered.slice(at, at + 8)).some((piece) =>
      searched.includes(piece),
    )
  );
}

describe('a key that a service says again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'insights-log-'));
  const file = join(folder, 'log.txt');
  let answer: ReturnType<(typeof places)[string]> = { status: 200, body: '' };
  const server = createServer((_request, response) => {
    const { status, type, location, body } = answer;
    response.writeHead(status, { 'content-type': type ?? 'text/plain', ...(location ? { location } : {}) }).end(body);
  });
  before(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  after(() => {
    server.close();
    server.closeAllConnections();
    removeFolder(folder);
  });

  /** Asks once, and gives the failure; all that is told of it is in the log, as receipts are. */
  async function ask(log: LogWriter): Promise<InsightsError> {
    const retry = {
      ...quick.retry,
      maxRetries: 1,
      onRetry: (told: Parameters<LogWriter['retry']>[0]) => log.retry(told),
    };
    const dispatcher = createDispatcher({ ...quick, retry });
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    log.hide(key);
    const client = new InsightsClient({ origin, key, dispatcher, onAnswer: (sent) => log.request(sent) });
    try {
      await client
        .deleteSession('some-id', new Date(0))
        .catch((error: unknown) => log.info(`was not deleted: ${error}`));
      const error: unknown = await client.verify().catch((failure: unknown) => failure);
      assert.ok(error instanceof InsightsError, String(error));
      return error;
    } finally {
      await dispatcher.destroy();
    }
  }

  const sink = {
    info: (line: string) => appendFileSync(file, `${line}\n`),
    warn: (line: string) => appendFileSync(file, `${line}\n`),
  };

  for (const [place, said] of Object.entries(places)) {
    it(`in ${place} is neither in the log's file nor in what people read, in any form`, async () => {
      for (const [form, echo] of Object.entries(echoes)) {
        answer = said(echo(key));
        const error = await ask(new LogWriter(sink));
        const facts = JSON.stringify({ ...error, message: error.message });
        assert.ok(!holdsKey(facts, echo(key)), `${form}: ${facts}`);
        const log = readFileSync(file, 'utf8');
        assert.match(log, /DELETE 127\.0\.0\.1.*\n.*was not deleted/);
        assert.ok(!holdsKey(log, echo(key)), `${form}: ${log}`);
      }
    });
  }

  it('is masked wherever the excerpt is cut', async () => {
    const dispatcher = createDispatcher(quick);
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const client = new InsightsClient({ origin, key, dispatcher });
    for (let before = 262; before < 302; before++) {
      for (const filler of ['x', '<i>', '  ']) {
        // Markup and blanks count for nothing: what is cut early must not cut the key.
        answer = { status: 400, body: `<p>${filler.repeat(before * 4 - 2)}${'x'.repeat(before)}${key}</p>` };
        const error: unknown = await client.verify().catch((failure: unknown) => failure);
        assert.ok(!holdsKey(String(error), key), String(error));
      }
    }
    await dispatcher.destroy();
  });

  it('is masked in lines that nobody thought of', () => {
    const lines: string[] = [];
    const log = new LogWriter({ info: (line) => lines.push(line), warn: (line) => lines.push(line) });
    log.hide('another-key-1');
    log.hide(key);
    log.info(`${key} or ANOTHER-KEY-1`);
    log.warn(encodeURIComponent(key));
    assert.deepEqual(lines, ['*** or ***', '***']);
  });
});
