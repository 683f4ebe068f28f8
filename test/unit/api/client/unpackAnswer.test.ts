import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { describe, it } from 'node:test';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { createDispatcher } from '../../../../src/api/client/dispatcher.ts';
import { InsightsClient } from '../../../../src/api/client/insightsClient.ts';
import { unpackAnswer } from '../../../../src/api/client/unpackAnswer.ts';
import { quick } from '../search/emulated.ts';
import { emptyPage, listening } from './wire.ts';

const text = 'café '.repeat(1000);
const bytes = new TextEncoder().encode(text);
const unpacked = (packed: Uint8Array, contentEncoding: string, largest = 1_000_000) =>
  unpackAnswer(packed, { contentEncoding, largest }).then(
    (result) => new TextDecoder().decode(result),
    (error: { problem: string; form: string }) => `${error.problem} ${error.form}`,
  );

describe('a packed answer', () => {
  const good: [contentEncoding: string, packed: Uint8Array][] = [
    ['', bytes],
    ['identity', bytes],
    ['gzip', gzipSync(bytes)],
    ['x-gzip', gzipSync(bytes)],
    ['GZIP', gzipSync(bytes)],
    ['deflate', deflateSync(bytes)],
    ['deflate', deflateRawSync(bytes)],
    ['br', brotliCompressSync(bytes)],
    ['gzip, br', brotliCompressSync(gzipSync(bytes))],
    ['identity,gzip', gzipSync(bytes)],
    ['gzip', Buffer.concat([gzipSync(bytes.subarray(0, 100)), gzipSync(bytes.subarray(100))])],
  ];
  for (const [contentEncoding, packed] of good) {
    it(`of "${contentEncoding}" is read`, async () => assert.equal(await unpacked(packed, contentEncoding), text));
  }

  const bad: [contentEncoding: string, packed: Uint8Array, told: string][] = [
    ['gzip', bytes, 'damaged gzip'],
    ['gzip', gzipSync(bytes).subarray(0, -9), 'damaged gzip'],
    ['deflate', deflateSync(bytes).subarray(0, 20), 'damaged deflate'],
    ['br', gzipSync(bytes), 'damaged br'],
    ['br', brotliCompressSync(bytes).subarray(0, 10), 'damaged br'],
    ['zstd', bytes, 'unknownPacking zstd'],
    ['constructor', bytes, 'unknownPacking constructor'],
    ['gzip, gzip, gzip, gzip', bytes, 'unknownPacking gzip, gzip'],
  ];
  for (const [contentEncoding, packed, told] of bad) {
    it(`of "${contentEncoding}" that is no good is ${told}`, async () =>
      assert.equal(await unpacked(packed, contentEncoding), told));
  }

  const json = new TextEncoder().encode('{"total":0}');
  const wronglyNamed: [contentEncoding: string, sent: Uint8Array][] = [
    ['', gzipSync(json)],
    ['identity', gzipSync(json)],
    ['utf-8', json],
    ['none', json],
    ['binary', gzipSync(json)],
  ];
  for (const [contentEncoding, sent] of wronglyNamed) {
    const form = sent[0] === 0x1f ? 'packed' : 'plain';
    it(`that is ${form} and called "${contentEncoding}" on the way is read`, async () =>
      assert.equal(await unpacked(sent, contentEncoding), '{"total":0}'));
  }

  it('may be as large as is said, and no larger, in any packing', async () => {
    for (const [contentEncoding, packed] of good.filter(([name]) => name !== '' && name !== 'identity')) {
      assert.equal(await unpacked(packed, contentEncoding, bytes.length), text);
      assert.match(await unpacked(packed, contentEncoding, bytes.length - 1), /^tooLarge /);
    }
  });

  it('of nothing is nothing', async () => assert.equal(await unpacked(new Uint8Array(), 'gzip'), ''));

  it('is asked for, and read, by the client', async () => {
    const accepted: unknown[] = [];
    const service = await listening(
      createServer((request, response) => {
        accepted.push(request.headers['accept-encoding']);
        response.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync(emptyPage));
      }),
    );
    const dispatcher = createDispatcher(quick);
    try {
      await new InsightsClient({ origin: `http://127.0.0.1:${service.port}`, key: 'k', dispatcher }).verify();
      assert.deepEqual(accepted, ['gzip, deflate, br']);
    } finally {
      await dispatcher.destroy();
      service.close();
    }
  });

  it('that refuses is a refusal, though its reason is damaged', async () => {
    const service = await listening(
      createServer((_request, response) => response.writeHead(400, { 'content-encoding': 'gzip' }).end('{"message"')),
    );
    const dispatcher = createDispatcher(quick);
    const client = new InsightsClient({ origin: `http://127.0.0.1:${service.port}`, key: 'k', dispatcher });
    try {
      await assert.rejects(client.verify(), { code: 'refused' });
    } finally {
      await dispatcher.destroy();
      service.close();
    }
  });
});
