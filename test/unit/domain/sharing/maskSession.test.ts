import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseJson } from '../../../../src/domain/json/parseJson.ts';
import { writeJson } from '../../../../src/domain/json/writeJson.ts';
import { createSessionMask } from '../../../../src/domain/sharing/maskSession.ts';

describe('masked sessions', () => {
  it('keep numbers and keys as they are written', () => {
    const text = '{"id":"s-1","channel_data":{"duration":12.50},"params":{"10":{"value":1e400},"2":{"value":1.0}}}';
    assert.equal(writeJson(createSessionMask()(parseJson(text) as never)), text);
  });

  it('mask a caller whose number a double cannot hold', () => {
    const { source } = createSessionMask()(parseJson('{"source":9720014044002503}') as never);
    assert.match(String(source), /^CALLER-1$/u);
  });

  it('have one alias for one caller, and keep what identifies the session', () => {
    const mask = createSessionMask();
    const session = {
      id: '8ae433e8-7bc1-41a0-b0a6-0cccc30cbc36',
      session_start_time: '2026-11-20T10:00:00.123456',
      source: '447700900123',
      destination: 442079460000,
      transcription: [{ user: 'my number is 447700900123, write to robin@example.com' }],
    };
    const masked = mask(session as never);
    const again = mask({ source: '447700900123' });
    const text = JSON.stringify(masked);
    assert.equal(masked.id, session.id);
    assert.equal(masked.session_start_time, session.session_start_time);
    assert.equal(masked.source, again.source);
    assert.doesNotMatch(text, /447700900123|442079460000|robin@/u);
    assert.ok(text.includes(`my number is ${masked.source},`), text);
  });
});
