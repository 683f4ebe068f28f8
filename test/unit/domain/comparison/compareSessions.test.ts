import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareSessions } from '../../../../src/domain/comparison/compareSessions.ts';

const of = (id?: string, name?: string) => ({ agent_information: { id, name } });

describe('two sessions side by side', () => {
  const agents: [what: string, left: object, right: object, other: boolean][] = [
    ['the same id, renamed since', of('1', 'Desk'), of('1', 'Front Desk'), false],
    ['another id of the same name', of('1', 'Desk'), of('2', 'Desk'), true],
    ['another name, where one says no id', of('1', 'Desk'), of(undefined, 'Orders'), true],
    ['the same name, where one says no id', of('1', 'Desk'), of(undefined, 'Desk'), false],
    ['a name and none', of(undefined, 'Desk'), of(), false],
    ['ids and no names', of('1'), of('2'), true],
    ['an id and none', of('1'), of(), false],
    ['nothing', of(), of(), false],
  ];
  for (const [what, left, right, other] of agents) {
    it(`are of ${other ? 'other agents' : 'one agent'}: ${what}`, () => {
      assert.equal(compareSessions(left, right).otherAgent, other);
      assert.equal(compareSessions(right, left).otherAgent, other);
    });
  }
});
