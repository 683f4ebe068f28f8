import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { maskedDocument } from '../../../../src/domain/sharing/maskedDocument.ts';

describe('a session as text without personal data', () => {
  it('has aliases, and nothing of what was said for a secret', () => {
    const session = {
      id: 'a1',
      source: '447700900123',
      transcription: [{ user: '4711' }, { user: 'ring me at 07700 900123' }],
      flow_path: [{ context: { user_input: '4711', altered_parameters: [{ name: 'pin', value: '4711' }] } }],
    };
    const text = maskedDocument(JSON.stringify(session));
    assert.doesNotMatch(text, /4711|900.?123/u);
    assert.equal(JSON.parse(text).id, 'a1');
    assert.match(text, /ring me at CALLER-1/u);
  });

  const session = '{"id":"a1","source":"jo.bloggs","transcription":[{"user":"jo.bloggs here"}]}';
  for (const text of [
    `[${session}]`,
    `${session}\n${session}`,
    `${session}${session}`,
    `\ufeff{"total":1,"hits":[${session}]}`,
  ])
    it(`has aliases in ${text}`, () => assert.equal(maskedDocument(text), text.replaceAll('jo.bloggs', 'CALLER-1')));

  it('is masked as text where it is no JSON', () => {
    assert.equal(maskedDocument('ring +44 7700 900123 {'), 'ring CALLER-1 {');
  });
});
