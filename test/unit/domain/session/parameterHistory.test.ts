import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readParameters, readTags } from '../../../../src/domain/session/collected.ts';
import { parametersAfter, readParameterChanges } from '../../../../src/domain/session/parameterHistory.ts';
import { readSteps } from '../../../../src/domain/session/steps.ts';

/** A step by the values it left behind, and by what was altered: `{ size: 'large' }`, `[['size', 'small', 'injected']]`. */
function step(
  values: Record<string, unknown>,
  altered: [name: string, value: unknown, source: string][] = [],
): unknown {
  return {
    context: {
      execution_parameters: Object.entries(values).map(([name, value]) => ({ name, value, type: 'sys.any' })),
      altered_parameters: altered.map(([name, value, alteration_source]) => ({ name, value, alteration_source })),
    },
  };
}

const steps = readSteps({
  flow_path: [
    step({ size: '', 'USER.ID': 7 }),
    step({ size: 'large', 'USER.ID': 7 }, [['size', 'large', 'completed']]),
    null,
    step({ size: 'large' }, [['size', 'small', 'injected']]),
    step({ size: 'small' }),
    step({ size: null }),
  ],
});
const changes = readParameterChanges(steps);

describe('parameter changes', () => {
  it('are found at each step, with what they were before and by what they came about', () => {
    const inShort = changes.map((here) =>
      here.map(({ name, before, after, source }) => `${name}: ${before} > ${after} ${source ?? ''}`.trim()),
    );
    assert.deepEqual(inShort, [
      ['USER.ID: undefined > 7'],
      ['size: undefined > large completed'],
      [],
      ['size: large > small injected'],
      [],
      ['size: small > undefined'],
    ]);
  });

  it('make the state after a step, with parameters that have no value yet', () => {
    const state = (step: number) =>
      parametersAfter(step, steps, changes).map(({ name, value, change }) => `${name}=${value}@${change?.step}`);
    assert.deepEqual(state(0), ['size=undefined@undefined', 'USER.ID=7@0']);
    assert.deepEqual(state(2), ['size=large@1', 'USER.ID=7@0']);
    assert.deepEqual(state(99), ['size=undefined@5', 'USER.ID=7@0']);
  });

  it('take names that are data as data', () => {
    const names = JSON.parse('{"__proto__": 1, "constructor": "a", "toString": "b"}');
    const odd = readSteps({ flow_path: [step(names)] });
    assert.deepEqual(
      parametersAfter(0, odd, readParameterChanges(odd)).map(({ name }) => name),
      ['__proto__', 'constructor', 'toString'],
    );
  });
});

describe('what a session collected', () => {
  it('is its parameters with their changes, also those that only steps know', () => {
    const parameters = readParameters({ params: { size: { completed: false, value: '' } } }, changes);
    assert.deepEqual(
      parameters.map(({ name, completed, changes: own }) => [name, completed, own.map((change) => change.step)]),
      [
        ['size', false, [1, 3, 5]],
        ['USER.ID', undefined, [0]],
      ],
    );
  });

  it('is its tags with the steps that gave them, and without those of an end call that repeats them', () => {
    const tagged = (type: string, node_id: string) => ({ type, node_id, tags: [{ tag: 'failed', category: 'c' }] });
    const document = {
      tags_list: [
        { tag: 'failed', category: 'c', count: 3 },
        { tag: 'failed', category: 'other', count: 1 },
      ],
      flow_path: [tagged('speak', 'x'), tagged('speak', 'y'), tagged('end_call', 'y')],
    };
    assert.deepEqual(
      readTags(document, readSteps(document)).map(({ count, steps: given }) => [count, given]),
      [
        [3, [0, 1]],
        [1, []],
      ],
    );
  });
});
