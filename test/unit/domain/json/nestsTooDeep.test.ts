import assert from 'node:assert/strict';
import { it } from 'node:test';
import { nestsTooDeep } from '../../../../src/domain/json/nestsTooDeep.ts';

const cases: [what: string, text: string, deep: boolean][] = [
  ['500 lists', '['.repeat(500), false],
  ['501 lists', '['.repeat(501), true],
  ['501 objects', '{"a":'.repeat(501), true],
  ['lists and objects, each closed', '[{}]'.repeat(501), false],
  ['closed ones that were not open', `${']'.repeat(9)}${'}'.repeat(9)}${'['.repeat(501)}`, true],
  ['other letters', 'a'.repeat(1000), false],
];
for (const [what, text, deep] of cases)
  it(`${what} are ${deep ? '' : 'not '}too deep`, () => assert.equal(nestsTooDeep(text), deep));
