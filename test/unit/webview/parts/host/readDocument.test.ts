import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { writeJson } from '../../../../../src/domain/json/writeJson.ts';
import { createMask } from '../../../../../src/domain/masking/mask.ts';
import { readDocument } from '../../../../../webview/parts/host/readDocument.ts';

const one = '{"id":"s-1","source":"447700900123"}';
const two = '{"id":"s-2","source":"447700900124"}';

const over = (json: string): string => JSON.stringify(JSON.parse(json), null, 2);

function read(text: string | Uint8Array, masked = false): string {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const found = readDocument({ type: 'document', bytes, partial: false }, masked ? createMask() : undefined);
  if (found.type === 'failed') return found.reason;
  return found.type === 'document'
    ? writeJson(found.document)
    : found.documents.map((each) => writeJson(each)).join('\n');
}

describe('a document', () => {
  const shapes: readonly (readonly [what: string, text: string | Uint8Array, expected: string])[] = [
    ['a session', one, one],
    ['a list', `[${one},${two}]`, `${one}\n${two}`],
    ["the service's answer", `{"total":2,"hits":[${one},${two}]}`, `${one}\n${two}`],
    ["Elasticsearch's answer", `{"hits":{"hits":[{"_source":${one}}]}}`, one],
    ['a list called sessions', `{"sessions":[${one},${two}]}`, `${one}\n${two}`],
    ['a list in an object', `{"response":{"data":{"items":[${one},${two}]}}}`, `${one}\n${two}`],
    ['a resource of JSON:API', `{"data":{"type":"s","attributes":{"transcription":[]}}}`, '{"transcription":[]}'],
    [
      'sessions by their names',
      `{"good":{"flow_path":[]},"bad":{"flow_path":[1]}}`,
      '{"flow_path":[]}\n{"flow_path":[1]}',
    ],
    ['answers in a list', `[{"total":1,"hits":[${one}]},{"total":1,"hits":[${two}]}]`, `${one}\n${two}`],
    ['lines', `${one}\n\n${two}\n`, `${one}\n${two}`],
    ['sessions beside each other', one + two, `${one}\n${two}`],
    ['sessions over several lines', `${over(one)}\n${over(two)}\n`, `${one}\n${two}`],
    ['a comma behind each line', `${one},\n${two},\n`, `${one}\n${two}`],
    ['one line that a comma follows', `${one},`, one],
    ['a list behind a session', `${one}\n[${two}]`, `${one}\n${two}`],
    ['a document that has the id', '{"_id":"7","_source":{"flow_path":[]}}', '{"id":"7","flow_path":[]}'],
    ["Elasticsearch's lines", `{"_source":${one}}\r\n{"_source":${two}}\r\n`, `${one}\n${two}`],
    ['answers on lines', `{"total":1,"hits":[${one}]}\n{"total":1,"hits":[${two}]}`, `${one}\n${two}`],
    ['UTF-16', Buffer.from(`\uFEFF${one}`, 'utf16le'), one],
    ['Windows-1252', Buffer.from('{"id":"caf\u00e9 \u0080"}', 'latin1'), '{"id":"café €"}'],
  ];
  for (const [what, text, expected] of shapes) it(`reads ${what}`, () => assert.equal(read(text), expected));

  it('masks each of several', () =>
    assert.equal(
      read(`${one}\n${two}`, true),
      `${one.replace('447700900123', 'CALLER-1')}\n${two.replace('447700900124', 'CALLER-2')}`,
    ));

  it('masks each of several over several lines', () =>
    assert.equal(
      read(`${over(one)}\n${over(two)}`, true),
      `${one.replace('447700900123', 'CALLER-1')}\n${two.replace('447700900124', 'CALLER-2')}`,
    ));

  const named = '{"id":"447700900123","source":"jo.bloggs","transcription":[{"user":"jo.bloggs here"}]}';
  for (const wrapped of [
    `{"total":1,"hits":[${named}]}`,
    `{"data":{"items":[${named}]}}`,
    `{"calls":[${named}]}`,
    `{"data":{"type":"session","attributes":${named}}}`,
    `{"hits":{"hits":[{"_id":"1","_source":${named}}]}}`,
  ])
    it(`masks the caller in ${wrapped}`, () =>
      assert.equal(read(wrapped, true).replaceAll(/CALLER-\d/g, 'CALLER'), named.replaceAll('jo.bloggs', 'CALLER')));

  const refused: readonly (readonly [what: string, text: string | Uint8Array, reason: RegExp])[] = [
    ['nothing', ' \n', /holds no session/],
    ['an empty list', '[]', /holds no session/],
    ['an empty list in an object', '{"sessions":[]}', /holds no session/],
    ['a list of ids', '{"data":[{"id":"1"}]}', /none of the fields of one/],
    ['a list with something else in it', `{"items":[{"transcription":[]},{"name":"x"}]}`, /none of the fields of one/],
    ['a list of another kind', '{"files":[{"name":"x"}],"document":{}}', /none of the fields of one/],
    ['other JSON', '{"name":"pack","version":"1"}', /none of the fields of one/],
    ['an error of the service', '{"message":"Unauthorized"}', /none of the fields of one/],
    ['a number', '5', /no JSON object/],
    ['a list with something else', `[${one},{"name":"x"}]`, /none of the fields of one/],
    ['a line that is cut off', `${one}\n{"id":"s-`, /not valid JSON from line 2 on/],
    ['what stands behind two sessions', `${one}\n${over(two)}\n# end`, /from line 6 on\. Unexpected token '#'/],
    ['a session that is cut off', over(one).slice(0, 20), /not valid JSON\. .*(?:end|Unterminated)/],
    ['gzip', new Uint8Array([0x1f, 0x8b, 8, 0]), /gzip/],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), /not text/],
    ['UTF-32', new Uint8Array([0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0]), /UTF-32/],
    ['UTF-7', Buffer.from('{"id":"x","transcription":[{"user":"caf+AOk-"}]}'), /UTF-7/],
  ];
  for (const [what, text, reason] of refused) it(`refuses ${what} in words`, () => assert.match(read(text), reason));
});
