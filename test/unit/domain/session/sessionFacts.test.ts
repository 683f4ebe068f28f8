import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readSessionFacts } from '../../../../src/domain/session/sessionFacts.ts';

describe('session facts', () => {
  it('are what a session says once, documented fields first and with their words', () => {
    const facts = readSessionFacts({
      novelty: 'x',
      channel_data: { status_code: 200, audio_url: 'https://x.example/a?token=t', cause: { code: 1 }, hops: 3 },
      agent_information: { name: 'Napoli', voice: null },
      api_key: 'N/A',
      id: '8ae4',
      tags: { a: { b: 1 } },
      status: 'unheard of',
    });
    assert.deepEqual(
      facts.map(({ path, value, meaning }) => [path, value, meaning !== undefined]),
      [
        ['id', '8ae4', false],
        ['status', 'unheard of', false],
        ['agent_information.name', 'Napoli', false],
        ['channel_data.status_code', '200', true],
        ['novelty', 'x', false],
        ['channel_data.hops', '3', false],
      ],
    );
    assert.equal(facts[0]?.title, 'Session id');
    assert.equal(facts[4]?.title, 'novelty');
  });

  for (const document of [undefined, null, [], 'text', { channel_data: 'x', agent_information: [1] }]) {
    it(`reads ${JSON.stringify(document)}`, () => assert.doesNotThrow(() => readSessionFacts(document)));
  }
});
