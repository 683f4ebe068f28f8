import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canType, isLookedFor, typedValue } from '../../../../webview/results/facets/typedValue.ts';

const names = { n1: { name: 'Look up order' }, n2: { name: 'Greeting' } };
const counted = (...texts: string[]) => texts.map((text) => ({ text, count: 1 }));
const take = (facet: string, typed: string, ...texts: string[]) =>
  typedValue(facet, typed, { values: counted(...texts), names });

describe('a value that is typed in a facet', () => {
  const cases: [what: string, taken: string | undefined, expected: string | undefined][] = [
    ['as it is recorded', take('agent', 'Napoli', 'Napoli Pizza', 'Napoli'), 'Napoli'],
    ['in other letter case', take('agent', ' napoli ', 'Napoli Pizza', 'Napoli'), 'Napoli'],
    ['by its beginning, where one alone is left', take('agent', 'nap', 'Napoli', 'Atlas'), 'Napoli'],
    ['where several are left', take('version', 'v', 'v1', 'v2'), 'v'],
    ['in no session so far', take('version', '6512ab77', 'v1', 'v2'), '6512ab77'],
    ['as the name of a node in the list', take('node', 'greeting', 'n1', 'n2'), 'n2'],
    ['as the name of a node that is not', take('node', 'look up ORDER', 'x'), 'n1'],
    ['as a node’s id', take('node', 'n9', 'n1'), 'n9'],
    [
      'as a tag with a category in the list',
      take('tag', 'failed', '["failed","c1"]', '["ok","c1"]'),
      '["failed","c1"]',
    ],
    ['as a tag that is not', take('tag', 'lost', '["ok","c1"]'), '["lost"]'],
    ['as the value of a parameter', take('parameterValue', 'city = Haifa'), '["city","Haifa"]'],
    ['with a colon', take('parameterValue', 'at: 12:30'), '["at","12:30"]'],
    ['without its parameter', take('parameterValue', 'Haifa'), undefined],
    ['as a parameter without a value', take('parameterValue', 'city ='), undefined],
    ['as nothing', take('agent', '  ', 'Napoli'), undefined],
    ['as the name of what every object has', take('node', 'constructor'), 'constructor'],
  ];
  for (const [what, taken, expected] of cases) it(what, () => assert.equal(taken, expected));

  it('is looked for in words and in what is recorded', () => {
    const isLeft = (typed: string) => isLookedFor('node', { text: 'n1', count: 1 }, { typed, names });
    assert.deepEqual(['ORDER', 'n1', '', 'greet'].map(isLeft), [true, true, true, false]);
  });

  it('is of a facet with many values', () => {
    assert.deepEqual(['version', 'parameterValue', 'weekday', 'outcome'].map(canType), [true, true, false, false]);
  });
});
