import assert from 'node:assert/strict';
import type { IncomingHttpHeaders, RequestListener } from 'node:http';
import { describe, it } from 'node:test';
import { bulkBody } from '../../../src/archive/writing/bulkBody.ts';
import { answering, noHits, session, withCluster, write } from './standInCluster.ts';

const piecesOf = (...lengths: number[]) => {
  const pieces = lengths.map((length, at) => Buffer.alloc(length, 97 + at));
  return { pieces, size: lengths.reduce((sum, length) => sum + length, 0) };
};

describe('the body of a request that writes documents', () => {
  it('is sent in parts that are short, whatever the documents', () => {
    const documents = Array.from({ length: 400 }, (_, at) => piecesOf(40, 17_000 + at, 5000));
    const body = bulkBody(documents);
    const parts = [...body];
    const all = Buffer.concat(documents.flatMap(({ pieces }) => pieces));
    assert.equal(Buffer.concat(parts).equals(all), true);
    assert.equal(body.size, all.length);
    assert.ok(Math.max(...parts.map(({ length }) => length)) < 200_000);
    assert.ok(parts.length < all.length / 100_000);
  });

  it('can be gone through again, and nothing of it is empty', () => {
    const body = bulkBody([piecesOf(3), piecesOf(131_072, 2), piecesOf(0)]);
    assert.deepEqual([...body], [...body]);
    assert.equal(
      [...body].every(({ length }) => length > 0),
      true,
    );
    assert.deepEqual([...bulkBody([])], []);
  });

  it('holds no copy of a long session', () => {
    const long = piecesOf(40, 5_000_000, 9);
    assert.ok([...bulkBody([piecesOf(9), long])].includes(long.pieces[1] as Buffer));
  });

  it('says how long it is, as managed clusters and proxies want it', async () => {
    const headers: IncomingHttpHeaders[] = [];
    const bytes: number[] = [];
    const listener: RequestListener = async (incoming, response) => {
      if (!incoming.url?.startsWith('/_bulk')) return answering([[/_search$/u, 200, counted(300)]])(incoming, response);
      const sent: Buffer[] = [];
      for await (const chunk of incoming) sent.push(chunk as Buffer);
      headers.push(incoming.headers);
      const body = Buffer.concat(sent);
      bytes.push(body.length);
      const items = [...body.toString().matchAll(/"_id":/gu)].map(() => ({ index: { status: 201 } }));
      response.end(JSON.stringify({ items }));
    };
    const sessions = Array.from({ length: 300 }, (_, at) => ({ ...session, id: `s${at}`, text: 'x'.repeat(20_000) }));
    await withCluster(listener, async (client) => {
      const { written, complete } = await write(client, sessions);
      assert.deepEqual([written, complete], [300, true]);
    });
    assert.ok(Math.max(...bytes) > 4_000_000);
    assert.deepEqual(
      headers.map((sent) => [sent['content-length'], sent['transfer-encoding']]),
      bytes.map((length) => [String(length), undefined]),
    );
  });

  for (const status of [413, 429, 503])
    it(`${status} that comes before all of it is sent is heard`, async () => {
      let asked = 0;
      const listener: RequestListener = (incoming, response) => {
        if (!incoming.url?.startsWith('/_bulk')) return answering([])(incoming, response);
        asked += 1;
        // As engines do: the rest is not read, and the connection ends.
        response.writeHead(status, { connection: 'close' }).end('{"error":{"type":"no","reason":"no"}}', () => {
          setImmediate(() => incoming.socket.destroy());
        });
      };
      const sessions = Array.from({ length: 3 }, (_, at) => ({
        ...session,
        id: `s${at}`,
        text: 'x'.repeat(1_300_000),
      }));
      await withCluster(listener, async (client) => {
        const { refused, written, error } = await write(client, sessions);
        assert.equal(written, 0);
        if (status === 413) assert.deepEqual([refused, error], [3, undefined]);
        else assert.equal((error as { readonly name?: string } | undefined)?.name, 'ArchiveError', String(error));
        assert.ok(asked >= 5);
      });
    });
});

function counted(value: number): object {
  return { ...noHits, hits: { total: { value }, hits: [] } };
}
