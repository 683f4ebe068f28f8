import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { showPayload } from '../../../../webview/parts/shownPayload.ts';

describe('a payload as shown and copied', () => {
  const cases: [payload: string, has: readonly string[], not?: string][] = [
    ['{"order_id":1234567890123456789}', ['"order_id": 1234567890123456789']],
    ['[-9007199254740993]', ['-9007199254740993']],
    ['{"value":false,"value":true}', ['"value": false', '"value": true']],
    ['{"total":12.50}', ['12.50']],
    ['{"rate":1.0,"factor":1E5}', ['1.0', '1E5']],
    ['{"amount":1e400}', ['1e400'], 'null'],
    ['{"10":"ten","2":"two"}', ['"10": "ten",\n  "2": "two"']],
    ['{"name":"caf\\u00e9"}', ['"café"']],
  ];
  for (const [payload, has, not] of cases) {
    it(`of ${payload} says what was recorded`, () => {
      const { text } = showPayload(payload);
      for (const wanted of has) assert.ok(text.includes(wanted), text);
      if (not !== undefined) assert.ok(!text.includes(not), text);
    });
  }

  it('that is nested deep is laid out as far as that makes sense', () => {
    const payload = `${'{"a":['.repeat(50_000)}1${']}'.repeat(50_000)}`;
    const { text } = showPayload(payload);
    assert.equal(text.replaceAll(/\s/g, ''), payload);
    assert.ok(text.length < payload.length * 2);
  });
});
