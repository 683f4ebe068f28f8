import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { describe, it } from 'node:test';
import type { DispatcherOptions } from '../../../../src/api/client/dispatcher.ts';
import { createDispatcher } from '../../../../src/api/client/dispatcher.ts';
import { InsightsClient } from '../../../../src/api/client/insightsClient.ts';
import { InsightsError } from '../../../../src/api/client/insightsErrors.ts';
import { quick } from '../search/emulated.ts';
import { authority, certificate, privateKey } from './privateCa.ts';
import { emptyPage, listening, startProxy } from './wire.ts';

async function outcome(origin: string, options: Partial<DispatcherOptions>): Promise<string> {
  const dispatcher = createDispatcher({ ...quick, ...options });
  try {
    await new InsightsClient({ origin, key: 'k', dispatcher, timeoutMs: 30_000 }).verify();
    return 'ok';
  } catch (error) {
    assert.ok(error instanceof InsightsError, String(error));
    return [error.code, Reflect.get(error, 'systemCode')].filter(Boolean).join(' ');
  } finally {
    await dispatcher.destroy();
  }
}

describe('the network of a company', () => {
  const cases: [
    name: string,
    options: (proxy: string) => Partial<DispatcherOptions>,
    outcome: string,
    tunnels: number,
  ][] = [
    ['through the proxy', (url) => ({ proxy: { url } }), 'proxy 407', 0],
    ['with a user in its address', (url) => ({ proxy: { url: url.replace('//', '//me:secret@') } }), 'ok', 1],
    ['with an authorization', (url) => ({ proxy: { url, authorization: `Basic ${btoa('me:secret')}` } }), 'ok', 1],
    ['with a user without a password', (url) => ({ proxy: { url: url.replace('//', '//me@') } }), 'proxy 407', 0],
    ['without a scheme', (url) => ({ proxy: { url: url.replace('http://', 'me:secret@') } }), 'ok', 1],
    ['with blanks around it', (url) => ({ proxy: { url: ` ${url.replace('//', '//me:secret@')}/ ` } }), 'ok', 1],
    ['in capitals, with a path', (url) => ({ proxy: { url: url.replace('http://', 'HTTP://me:secret@') } }), 'ok', 1],
    ['with only slashes', (url) => ({ proxy: { url: url.replace('http://', '//me:secret@') } }), 'ok', 1],
    [
      'that is of another kind, except this host',
      () => ({ proxy: { url: 'socks5://p', except: ['127.0.0.1'] } }),
      'ok',
      0,
    ],
    ['that is none, except this host', () => ({ proxy: { url: 'a b', except: ['127.0.0.1'] } }), 'ok', 0],
    ['except this host', (url) => ({ proxy: { url, except: ['127.0.0.1'] } }), 'ok', 0],
    ['without one', () => ({ proxy: 'none' }), 'ok', 0],
    ['that is not there', () => ({ proxy: { url: 'http://127.0.0.1:1' } }), 'proxy ECONNREFUSED', 0],
  ];
  for (const [name, options, expected, tunnels] of cases) {
    it(`a proxy that wants a user: ${name}`, async () => {
      const service = await listening(createServer((_request, response) => response.end(emptyPage)));
      const proxy = await startProxy({ authorization: `Basic ${btoa('me:secret')}` });
      try {
        const got = await outcome(`http://127.0.0.1:${service.port}`, options(proxy.url));
        assert.deepEqual([got, proxy.tunnels.length], [expected, tunnels]);
      } finally {
        proxy.close();
        service.close();
      }
    });
  }

  const trust: [name: string, options: Partial<DispatcherOptions>, outcome: RegExp][] = [
    ['is refused', {}, /^certificate UNABLE_TO|^certificate SELF_SIGNED/],
    ['is taken when its authority is trusted', { certificates: [authority] }, /^ok$/],
    ['is taken when certificates do not matter', { strictTls: false }, /^ok$/],
  ];
  for (const [name, options, expected] of trust) {
    it(`a certificate of the company's own ${name}, with and without a proxy`, async () => {
      const tls = createTlsServer({ cert: certificate, key: privateKey }, (_request, response) =>
        response.end(emptyPage),
      );
      const service = await listening(tls);
      const proxy = await startProxy();
      try {
        const origin = `https://localhost:${service.port}`;
        assert.match(await outcome(origin, options), expected);
        assert.match(await outcome(origin, { ...options, proxy: { url: proxy.url } }), expected);
      } finally {
        proxy.close();
        service.close();
      }
    });
  }

  it('redirects stay on their origin, and the key with them', async () => {
    const keys: (string | undefined)[] = [];
    const other = await listening(
      createServer((request, response) => {
        keys.push(String(request.headers['x-vgai-key']));
        response.end(emptyPage);
      }),
    );
    const service = await listening(
      createServer((request, response) => {
        if (request.url?.startsWith('/moved')) return response.end(emptyPage);
        const location = request.url?.startsWith('/away') ? `http://127.0.0.1:${other.port}/` : '/moved';
        return response.writeHead(307, { location }).end();
      }),
    );
    try {
      assert.equal(await outcome(`http://127.0.0.1:${service.port}`, {}), 'ok');
      assert.equal(await outcome(`http://127.0.0.1:${service.port}/away`, {}), 'redirected');
      assert.deepEqual(keys, []);
    } finally {
      other.close();
      service.close();
    }
  });

  it('what came with a failure is short and tells nothing private', async () => {
    const words = `<html><b>Blocked</b> for k-secret-k, token=abcdef, +44 7700 900123, me@example.com ${'x'.repeat(900)}`;
    const service = await listening(createServer((_request, response) => response.writeHead(403).end(words)));
    const dispatcher = createDispatcher(quick);
    try {
      const client = new InsightsClient({ origin: `http://127.0.0.1:${service.port}`, key: 'k-secret-k', dispatcher });
      const error: unknown = await client.verify().catch((failure: unknown) => failure);
      const text = String(error);
      assert.match(text, /Blocked for \*\*\*/);
      assert.doesNotMatch(text, /secret|abcdef|7700|example\.com/);
      assert.ok(text.length < 350);
    } finally {
      await dispatcher.destroy();
      service.close();
    }
  });
});
