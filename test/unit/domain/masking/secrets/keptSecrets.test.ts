import assert from 'node:assert/strict';
import { it } from 'node:test';
import { keptSecrets } from '../../../../../src/domain/masking/secrets/keptSecrets.ts';

it('finds what was kept under the name of a secret, each once, and nothing that is too short to be told from other texts', () => {
  const session = {
    flow_data: {
      collected_parameters: [
        { name: 'pin', value: '4711', value_text: 'four seven' },
        { name: 'city', value: 'Rome' },
      ],
    },
    params_list: [
      { name: 'password', value: 'hunter2' },
      { name: 'pin', value: '4711' },
      { name: 'pin', value: '12' },
      7,
      {},
    ],
  };
  assert.deepEqual(keptSecrets(session), ['4711', 'four seven', 'hunter2']);
  assert.deepEqual([keptSecrets({}), keptSecrets(undefined)], [[], []]);
});
