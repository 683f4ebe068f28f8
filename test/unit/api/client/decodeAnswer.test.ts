import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { describe, it } from 'node:test';
import { decodeAnswer } from '../../../../src/api/client/decodeAnswer.ts';
import { createDispatcher } from '../../../../src/api/client/dispatcher.ts';
import { InsightsClient } from '../../../../src/api/client/insightsClient.ts';
import { quick } from '../search/emulated.ts';
import { listening } from './wire.ts';

const text = '{"said":"café €"}';
const latin1 = Buffer.from('{"said":"café"}', 'latin1');
/** Quotes, the euro, a dash and an ellipsis, which Latin-1 does not have. */
const windows = Buffer.concat([
  Buffer.from('{"said":"'),
  Buffer.from([0x93, 0x80, 0x94, 0x20, 0x96, 0x20, 0x85]),
  Buffer.from('"}'),
]);
const little = Buffer.from(text, 'utf16le');
const big = Buffer.from(text, 'utf16le').swap16();
const mark = Buffer.from('\ufeff', 'utf16le');

describe('the charset of an answer', () => {
  const json = 'application/json';
  const read: [contentType: string, bytes: Uint8Array, text: string][] = [
    ['', Buffer.from(text), text],
    [`${json}; charset=utf-8`, Buffer.from(text), text],
    [`${json}; charset=iso-8859-1`, latin1, '{"said":"café"}'],
    [`${json};charset="ISO-8859-1"; version=1`, latin1, '{"said":"café"}'],
    [`${json}; charset=windows-1252`, latin1, '{"said":"café"}'],
    [`${json}; charset=windows-1252`, windows, '{"said":"“€” – …"}'],
    [`${json}; charset=iso-8859-1`, windows, '{"said":"“€” – …"}'],
    [`${json}; charset=us-ascii`, windows, '{"said":"“€” – …"}'],
    [json, windows, '{"said":"“€” – …"}'],
    [json, latin1, '{"said":"café"}'],
    [`${json}; charset=utf-8`, latin1, '{"said":"café"}'],
    [`${json}; charset=iso-8859-1`, Buffer.from(text), text],
    [`${json}; charset=us-ascii`, Buffer.from(text), text],
    [json, Buffer.from([...Buffer.from(text), 0xe9]), `${text}\ufffd`],
    [`${json}; charset=utf-8`, Buffer.from([0xff, ...Buffer.from(text)]), `\ufffd${text}`],
    [`${json}; charset=gbk`, Buffer.from([0x22, 0xc4, 0xa3, 0x22]), '"模"'],
    [`${json}; charset=UTF8`, Buffer.from(text), text],
    [`${json}; charset=utf8mb4`, Buffer.from(text), text],
    [`${json}; charset=utf_8`, Buffer.from(text), text],
    [`${json}; charset=iso-8859-15`, Buffer.from([0x22, 0xa4, 0x22]), '"€"'],
    [`${json}; charset=windows-1251`, Buffer.from([0x22, 0xef, 0xf0, 0xe8, 0x22]), '"при"'],
    [`${json}; charset=koi8-r`, Buffer.from([0x22, 0xd0, 0xd2, 0xc9, 0x22]), '"при"'],
    [`${json}; charset=gbk`, Buffer.from([0x22, 0xc4, 0xe3, 0x22]), '"你"'],
    [`${json}; charset=euc-kr`, Buffer.from([0x22, 0xb0, 0xa1, 0x22]), '"가"'],
    [`${json}; charset=utf-16`, little, text],
    [`${json}; charset=utf-16`, big, text],
    [`${json}; charset=utf-16`, Buffer.concat([mark, little]), text],
    [`${json}; charset=utf-16be`, big, text],
    [json, Buffer.concat([mark, little]), text],
    [`${json}; charset=utf-16`, Buffer.from(text), text],
    [`${json}; charset=shift_jis`, Buffer.from([0x22, 0x83, 0x65, 0x22]), '"テ"'],
    [`${json}; charset=iso-8859-1`, new Uint8Array(), ''],
  ];
  for (const [contentType, bytes, expected] of read) {
    it(`${contentType || 'unnamed'}, ${bytes.length} bytes`, () =>
      assert.equal(new TextDecoder().decode(decodeAnswer(bytes, contentType)), expected));
  }

  it('leaves alone what is UTF-8', () => {
    const bytes = Buffer.from(text);
    assert.equal(decodeAnswer(bytes, json), bytes);
  });

  const unread: [contentType: string, bytes: Uint8Array, form: string][] = [
    [`${json}; charset=klingon`, latin1, 'klingon'],
    [`${json}; charset=ebcdic-us`, Buffer.from(text), 'ebcdic-us'],
    [json, Buffer.from([0, 0, 0, 0x7b]), 'utf-32'],
  ];
  for (const [contentType, bytes, form] of unread) {
    it(`names ${form}`, () =>
      assert.throws(() => decodeAnswer(bytes, contentType), {
        code: 'unreadableAnswer',
        problem: 'unknownCharset',
        form,
      }));
  }

  it('is read by the client, in a search and in a session', async () => {
    const session = '{"id":"1","session_start_time":"2026-11-10T10:00:00.123456","t":"caf\u00e9"}';
    const service = await listening(
      createServer((request, response) => {
        const body = request.url?.includes('/sessions/') ? session : `{"total":1,"hits":[${session}]}`;
        response.writeHead(200, { 'content-type': `${json}; charset=iso-8859-1` }).end(Buffer.from(body, 'latin1'));
      }),
    );
    const dispatcher = createDispatcher(quick);
    const client = new InsightsClient({ origin: `http://127.0.0.1:${service.port}`, key: 'k', dispatcher });
    try {
      const { hits } = await client.search([]);
      const found = await client.getSession('1', new Date('2026-11-10T00:00:00Z'));
      assert.deepEqual([hits[0]?.t, found.session.t], ['café', 'café']);
    } finally {
      await dispatcher.destroy();
      service.close();
    }
  });
});
