import assert from 'node:assert/strict';
import { isUtf8 } from 'node:buffer';
import { describe, it } from 'node:test';
import { indexOf, namesNewIndexes } from '../../../src/archive/mapping/indexNames.ts';
import { readHits } from '../../../src/archive/reading/readHits.ts';
import { bulkDocument } from '../../../src/archive/writing/bulkDocument.ts';
import { archivedDocument } from './archivedDocument.ts';

/** The answer of a search that found this document. */
const found = (document: string) =>
  readHits(
    Buffer.from(
      `{"hits":{"total":{"value":1},"hits":[{"_index":"i","_id":"a","_source":${document},"sort":[9223372036854775807]}]}}`,
    ),
    ['id'],
  );

describe('a session in an archive', () => {
  it('is the bytes that came, with what facets count of it behind them', () => {
    const json = '{"id":"a","session_start_time":"2026-05-01T10:00:00.123456","channel_data":{"duration":12.50}}';
    assert.equal(
      archivedDocument(json),
      `${json.slice(0, -1)},"archive":{"facets":{"duration":["-10"]},"facets_version":2,"week_quarter":424}}`,
    );
  });

  it('has what has no field of its own put behind it', () => {
    const json = '{"id":"a","params":{"name":{"completed":true,"value":"Ann"}},"tags":{"c":{"t":2}},"new":1}';
    assert.equal(
      archivedDocument(json),
      `${json.slice(0, -1)},"archive":{"leaves":["params.name.completed=1","params.name.value=Ann","tags.c.t=2","tags.*.t=2","new=1"],"facets":{},"facets_version":2}}`,
    );
  });

  it('is kept as a text beside what fits, where an engine would not take it', () => {
    const json = '{"id":"a","channel_data":{"duration":"long"},"status":"ended","status":"open"}';
    assert.deepEqual(JSON.parse(archivedDocument(json)), {
      id: ['a'],
      status: ['ended', 'open'],
      archive: {
        leaves: ['channel_data.duration=\u0000'],
        facets: { status: ['open'] },
        facets_version: 2,
        session: json,
      },
    });
  });

  const odd = [
    '{"id":"a","n":1.50,"big":12345678901234567890}',
    '{"id":"a","session_start_time":1772359200000}',
    '{"id":"a","agent_information":"robot","a":1,"a":2}',
    '{"id":"a","":1,".x":2}',
    '{"archive":{"leaves":["mine"]},"id":"a"}',
    '{"id":"a","params":{"x.y":{"value":{"deep":["1",2]}}}}',
  ];
  for (const json of odd)
    it(`comes back as it was: ${json}`, () => {
      const hit = found(archivedDocument(json))?.hits[0];
      assert.equal(Buffer.from(hit?.bytes ?? []).toString(), json);
      assert.equal(hit?.members.id, 'a');
      // Longer than JavaScript's numbers, and sent back as it came.
      assert.equal(hit?.place, '[9223372036854775807]');
    });
});

describe('a session as it is sent', () => {
  const whole = '{"id":"a","source":"naïve 東京"}';
  const sent = (bytes: Uint8Array): Uint8Array => {
    const json = Buffer.from(bytes).toString();
    return Buffer.concat(bulkDocument({ id: 'a', start: undefined, json, bytes }, 'a-*').pieces);
  };

  it('is the bytes that came, none of which were copied', () => {
    const bytes = Buffer.from(whole);
    const { pieces, size, session } = bulkDocument({ id: 'a', start: undefined, json: whole, bytes }, 'a-*');
    assert.ok(pieces.some(({ buffer }) => buffer === bytes.buffer));
    assert.equal(size, Buffer.concat(pieces).length);
    assert.equal(session, bytes);
  });

  it('is UTF-8 where what came is none', () => {
    const bytes = Buffer.concat([
      Buffer.from('{"id":"a","source":"'),
      Buffer.from([0xf0, 0x9f, 0x98]),
      Buffer.from('"}'),
    ]);
    assert.ok(isUtf8(sent(bytes)));
    assert.match(Buffer.from(sent(bytes)).toString(), /"source":"\uFFFD"/u);
  });
});

describe('the index of a session', () => {
  it('is that of the month in which it started', () => {
    assert.equal(indexOf('calls-*', '2026-05-31T23:59:59'), 'calls-2026.05');
    assert.equal(indexOf('calls-*', 'never'), 'calls-undated');
  });

  it('can be made where a pattern ends in its star', () => {
    assert.deepEqual(['calls-*', 'calls', '*', 'Calls-*', 'a-*-b', 'a-*,b-*'].map(namesNewIndexes), [
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});
