import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TellingStep } from '../../../../../src/domain/masking/secrets/saidSecrets.ts';
import { keptSecret, saidSecrets } from '../../../../../src/domain/masking/secrets/saidSecrets.ts';

const step = (index: number, said?: string, altered: TellingStep['altered'] = [], nodeId?: string): TellingStep => ({
  index,
  nodeId,
  userInput: said,
  altered,
});
const change = (name: string, after: string | undefined) => ({
  name,
  after,
  before: undefined,
  step: 0,
  source: undefined,
});

describe('what was said for a secret, as a text to look for', () => {
  it('is what the caller said at a step that set one, and what it became', () => {
    const steps = [step(0, ' it is blue '), step(1, 'a pizza'), step(2, 'green', [{ name: 'PIN', value: '4711' }])];
    const changes = [[change('password', 'blue'), change('city', 'Rome')], [change('wish', 'pizza')], []];
    assert.deepEqual(saidSecrets(steps, changes), ['it is blue', 'blue', 'green', '4711']);
  });

  it('is also what was said at another visit to the node that asks for it', () => {
    const steps = [
      step(0, 'blue', [{ name: 'PIN', value: '4711' }], 'n'),
      step(1, 'red', [], 'n'),
      step(2, 'pink', [], 'm'),
    ];
    assert.deepEqual(saidSecrets(steps, []), ['blue', '4711', 'red']);
    assert.deepEqual(saidSecrets([step(0, 'blue', [{ name: 'PIN', value: '4711' }]), step(1, 'red')], []), [
      'blue',
      '4711',
    ]);
  });

  it('is each once, and none that is too short or says nothing', () => {
    const steps = [
      step(0, ' 12 ', [{ name: 'PIN', value: ' 123 ' }]),
      step(1, '123', [{ name: 'PIN', value: 'null' }]),
    ];
    assert.deepEqual(saidSecrets([...steps, step(2, '123', [{ name: 'PIN' }])], []), ['123']);
  });

  it('of a value is four letters and more', () => {
    assert.deepEqual([undefined, '', '123', ' 123 ', '1234', ' 1234 ', 'none', '****', 'TOKEN-1'].map(keptSecret), [
      undefined,
      undefined,
      undefined,
      undefined,
      '1234',
      '1234',
      undefined,
      undefined,
      undefined,
    ]);
  });
});
