import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { coverSaid } from '../../../../src/domain/sharing/saidSecrets.ts';

const hear = (user_input: string, ...execution_parameters: object[]) => ({
  type: 'param_completion',
  context: { user_input, execution_parameters },
});
const pin = { name: 'PIN', value: 'TOKEN-1' };

describe('what was said for a secret', () => {
  it('is covered wherever it stands whole', () => {
    const session = {
      transcription: [{ agent: 'Your PIN?' }, { user: ' 4711 ' }, { user: 'a pizza' }],
      flow_path: [
        hear('4711', pin, { name: 'last_input', value: 4711 }),
        { type: 'webhook', context: { execution_parameters: [pin, { name: 'last_input', value: '4711' }] } },
        hear('a pizza', pin, { name: 'wish', value: 'a pizza' }),
      ],
      params_list: [
        { name: 'last_input', value: '4711' },
        { name: 'wish', value: 'a pizza' },
      ],
    };
    const text = JSON.stringify(coverSaid(session));
    assert.doesNotMatch(text, /4711/u);
    assert.equal(text.match(/a pizza/gu)?.length, 4);
    assert.equal(text.match(/••••••/gu)?.length, 5);
  });

  it('is everything that was said there, and nothing that was said elsewhere', () => {
    const session = {
      transcription: [{ user: 'my pin is 4711' }, { user: '4711 euros' }],
      flow_path: [hear('my pin is 4711', pin), hear('4711 euros', pin, { name: 'sum', value: '4711 euros' })],
    };
    assert.deepEqual(coverSaid(session).transcription, [{ user: '••••••' }, { user: '4711 euros' }]);
  });

  for (const [what, session] of [
    ['without a secret', { transcription: [{ user: 'hello' }], flow_path: [hear('hello', { name: 'x', value: 'y' })] }],
    ['without a path', { transcription: [{ user: 'hello' }] }],
    ['of another shape', { transcription: 'hello', flow_path: [null, 4, hear('', pin)], params_list: {} }],
  ] as const) {
    it(`leaves a session ${what} as it is`, () => assert.equal(coverSaid(session), session));
  }
});
