import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { writeJson } from '../../../../src/domain/json/writeJson.ts';
import { openSessions } from '../../../../src/emulator/sources/openSessions.ts';
import { ofOneLine } from '../../../../src/emulator/sources/sessionFile.ts';
import { sourceOf } from '../../../../src/emulator/sources/sessionSource.ts';

/** The sessions of a file as JSON, one a line. */
async function opened(name: string, text: string | Uint8Array): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'insights-sessions-'));
  try {
    const file = join(folder, name);
    writeFileSync(file, text);
    const source = sourceOf(await openSessions(file));
    return Array.from({ length: source.size }, (_, at) => `${writeJson(source.at(at))}\n`).join('');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('a file of sessions', () => {
  const sessions = [
    '{"id":"1","source":9720014044002503,"channel_data":{"duration":12.50}}',
    '{"id":"2","params":{"10":{"value":1e400},"2":{}},"tags":{"a":1,"a":2}}',
    '{"id":18446744073709551615}',
  ];
  const lines = sessions.map((session) => `${session}\n`).join('');

  it('of lines keeps what is written', async () => assert.equal(await opened('a.ndjson', lines), lines));

  for (const name of ['a.json', 'a.JSON', 'All Calls.Json']) {
    it(`of one list (${name}) keeps what is written`, async () => {
      assert.equal(await opened(name, `\uFEFF[${sessions.join(',\n')}]`), lines);
    });
  }

  it('may be nested deep', async () => {
    const deep = `{"id":"1","flow_path":${'['.repeat(100_000)}${']'.repeat(100_000)}}\n`;
    assert.equal(await opened('deep.ndjson', deep), deep);
    assert.equal(await opened('deep.json', deep), deep);
  });

  const one = '{"id":"1","session_start_time":"2026-11-10T10:00:00.123456","transcription":[{"user":"café"}]}';
  const two = '{"id":"2","session_start_time":"2026-11-10T10:00:01"}';
  const both = `${one}\n${two}\n`;
  const bigEndian = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();

  const over = (json: string) => JSON.stringify(JSON.parse(json), null, 2);

  const shapes: [what: string, name: string, text: string | Uint8Array, sessions: string][] = [
    ["the service's answer", 'a.json', `{"total":2,"page_size":"10","hits":[${one},${two}]}`, both],
    ["the service's answer, over several lines", 'a.ndjson', `{\n"total":2,\n"hits":[${one},${two}]}`, both],
    ["the service's answer in a file of lines", 'a.jsonl', `{"total":2,"hits":[${one},${two}]}\n`, both],
    ['the answer of a search that found nothing', 'a.json', '{"total":0,"hits":[]}', ''],
    [
      "Elasticsearch's answer",
      'a.json',
      `{"took":1,"hits":{"total":{"value":1},"hits":[{"_id":"1","_source":${one}}]}}`,
      `${one}\n`,
    ],
    [
      "Elasticsearch's lines",
      'a.ndjson',
      `{"_index":"s","_id":"1","_source":${one}}\n{"_index":"s","_id":"2","_source":${two}}\n`,
      both,
    ],
    [
      "Elasticsearch's documents whose ids are theirs alone",
      'a.ndjson',
      '{"_id":"7","_source":{"flow_path":[],"total":1.50}}\n',
      '{"id":"7","flow_path":[],"total":1.50}\n',
    ],
    ['a list called sessions', 'a.json', `{"sessions":[${one},${two}]}`, both],
    ['a list called data, over several lines', 'a.ndjson', `{\n "data": [\n ${one},\n ${two}\n ]\n}`, both],
    ['a list called results, in a file of lines', 'a.jsonl', `{"count":2,"results":[${one},${two}]}`, both],
    ['a list called items on each line', 'a.ndjson', `{"items":[${one}]}\n{"items":[${two}]}\n`, both],
    ['a list of any name', 'a.json', `{"calls":[${one},${two}],"next":null}`, both],
    ['several lists', 'a.json', `{"monday":[${one}],"tuesday":[${two}]}`, both],
    [
      'a list within what came of a request',
      'a.json',
      `{"status":200,"body":{"total":2,"hits":[${one},${two}]}}`,
      both,
    ],
    [
      "what Elasticsearch's several searches gave",
      'a.json',
      `{"responses":[{"hits":{"hits":[{"_source":${one}}]}},{"hits":{"hits":[{"_source":${two}}]}}]}`,
      both,
    ],
    ['sessions in rows', 'a.json', `{"rows":[{"id":1,"doc":${one}},{"id":2,"doc":${two}}]}`, both],
    ["a list of Elasticsearch's documents", 'a.json', `[{"_source":${one}},${two}]`, both],
    ['a list in a file of lines', 'a.ndjson', `[${one},${two}]`, both],
    ['a list over several lines', 'a.ndjson', `[\n${one},\n${two}\n]`, both],
    ['lines in a file named JSON', 'a.json', both, both],
    ['one session over several lines', 'a.ndjson', one.replace('{', '{\n'), `${one}\n`],
    [
      'UTF-16, as Windows PowerShell writes it',
      'a.ndjson',
      Buffer.from(`\uFEFF${both.replaceAll('\n', '\r\n')}`, 'utf16le'),
      both,
    ],
    ['UTF-16 without its mark', 'a.json', Buffer.from(`[${one}]`, 'utf16le'), `${one}\n`],
    ['UTF-16 of the other order', 'a.ndjson', bigEndian(both), both],
    ['Latin-1', 'a.ndjson', Buffer.from(both, 'latin1'), both],
    ['Latin-1, a list', 'a.json', Buffer.from(`[${one},${two}]`, 'latin1'), both],
    [
      'lines of different encodings',
      'a.ndjson',
      Buffer.concat([Buffer.from(`${one}\n`, 'latin1'), Buffer.from(`${one}\n`)]),
      `${one}\n${one}\n`,
    ],
    ['gzip', 'a.ndjson.gz', gzipSync(both), both],
    ['gzip of a list', 'a.json.gz', gzipSync(`[${one},${two}]`), both],
    ['gzip of UTF-16', 'a.ndjson', gzipSync(Buffer.from(`\uFEFF${both}`, 'utf16le')), both],
    ['gzip, one after the other', 'a.ndjson', Buffer.concat([gzipSync(`${one}\n`), gzipSync(`${two}\n`)]), both],
    ['answers on lines', 'a.ndjson', `{"total":1,"hits":[${one}]}\n{"total":1,"hits":[${two}]}\n`, both],
    ['lists on lines', 'a.json', `[${one}]\n[${two}]`, both],
    ['lines with a mark before each', 'a.json', `\u001e${one}\n\u001e${two}\n`, both],
    ['documents beside each other', 'a.json', one + two, both],
    ['documents beside each other in a file of lines', 'a.ndjson', `${one} ${two}`, both],
    ['documents over several lines, one after the other', 'a.ndjson', `${over(one)}\n${over(two)}\n`, both],
    ['a comma behind each line', 'a.ndjson', `${one},\n${two},\n`, both],
    ['a list whose bracket stands beside the first line', 'a.ndjson', `[${one},\n${two}]\n`, both],
    ['lines that end as on old Macs', 'a.ndjson', `${one}\r${two}\r`, both],
    ['lines that end as Unicode has it', 'a.ndjson', `${one}\u2028${two}\u0085`, both],
    ['a mark in the middle', 'a.ndjson', `${one}\n\uFEFF${two}\n`, both],
    ['two marks', 'a.ndjson', `\uFEFF\uFEFF${both}`, both],
    [
      'a session, a list and an answer, each on a line',
      'a.ndjson',
      `[${one}]\n${two}\n{"hits":[${one}]}\n`,
      `${both}${one}\n`,
    ],
    ['a line before a list', 'a.ndjson', `${one}\n[${two}]\n`, both],
    ['gzip within gzip', 'a.ndjson', gzipSync(gzipSync(both)), both],
    ['gzip that a tape was filled up behind', 'a.ndjson', Buffer.concat([gzipSync(both), Buffer.alloc(512)]), both],
    ['a mark, empty lines and Windows line ends', 'a.ndjson', `\uFEFF${one}\r\n\r\n  \r\n${two}`, both],
  ];
  for (const [what, name, text, expected] of shapes)
    it(`reads ${what}`, async () => assert.equal(await opened(name, text), expected));

  const refused: [what: string, name: string, text: string | Uint8Array, why: RegExp][] = [
    ['other JSON', 'a.json', '{"name":"pack","version":"1.0.0"}', /neither a session nor the answer of a search/],
    [
      'a list called sessions with something else',
      'a.json',
      `{"sessions":[${one},{"name":"x"}]}`,
      /session 2: no session/,
    ],
    ['a list called data of something else', 'a.json', '{"data":[{"name":"x"}]}', /neither a session/],
    ['a list of something else', 'a.json', `[${one},{"name":"x"}]`, /session 2: no session/],
    ['lines of something else', 'a.ndjson', `${one}\n{"name":"x"}\n`, /line 2: no session/],
    [
      'lines that only something else begins',
      'a.ndjson',
      `{"index":{"_id":"1"}}\n${one}\n`,
      /line 1: no session|neither a session/,
    ],
    ['a line that is no object', 'a.ndjson', `${one}\n\n5\n${two}\n`, /line 3: neither a session/],
    ['a line that is a text', 'a.json', `${one}\n"two"\n`, /line 2: neither a session/],
    ['a list on a line with something else', 'a.ndjson', `${one}\n[${two},7]\n`, /line 2, session 2: no session/],
    ['something else over several lines', 'a.ndjson', `${over(one)}\n{\n"name": 1\n}\n`, /line 10: neither a session/],
    ['a line that is cut off', 'a.ndjson', `${one}\n{"id":"2","session_start_time":"2026-11-`, /line 2: [^(]+$/],
    ['a text', 'a.json', '"hello"', /neither a session/],
    ['UTF-32', 'a.ndjson', Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), Buffer.from('{\0\0\0')]), /UTF-32/],
    ['UTF-7', 'a.ndjson', Buffer.from('{"id":"x","transcription":[{"user":"caf+AOk-"}]}'), /UTF-7/],
    ['a zip', 'a.ndjson', Buffer.from('PK\u0003\u0004rest', 'latin1'), /compressed \(zip\)/],
    ['7z', 'a.ndjson', Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]), /compressed \(7z\)/],
    ['a picture', 'a.json', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), /no text/],
    ['something between lines', 'a.ndjson', `${one}\n${two},\n# three\n${two}`, /line 3: Unexpected token '#'/],
    ['a comma that nothing follows', 'a.json', `[${one},]`, /Unexpected token '\]'/],
    ['nothing but zeros', 'a.json', Buffer.alloc(8), /no text/],
    ['nothing but commas', 'a.ndjson', ',\n,\n', /empty/],
    [
      'what is packed in too many ways',
      'a.json',
      gzipSync(gzipSync(gzipSync(gzipSync(both)))),
      /compressed \(gzip\); unpack/,
    ],
    ['a gzip that is cut off', 'a.ndjson', gzipSync(both).subarray(0, 40), /compressed \(gzip\), and damaged/],
  ];
  for (const [what, name, text, why] of refused)
    it(`refuses ${what} in words`, () => assert.rejects(opened(name, text), why));

  it('names one line only where a line is no JSON, whichever Node says why', () => {
    const why = 'Unterminated string in JSON at position 31';
    assert.deepEqual([ofOneLine(`${why} (line 1 column 32)`), ofOneLine(why)], [why, why]);
  });
});
