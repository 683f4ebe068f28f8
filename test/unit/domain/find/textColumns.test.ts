import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findableSession } from '../../../../src/domain/find/findableSession.ts';
import { TextColumns } from '../../../../src/domain/find/textColumns.ts';

const columns = new TextColumns(
  [
    { id: 'one', agent_information: { name: 'Front Desk' } },
    { id: 'two', agent_information: { name: 'Desk' } },
    {},
    { id: 'one-two', agent_information: { name: 'Orders' } },
  ].map((session) => findableSession(session)),
);
const needle = (column: 'id' | 'agent', text: string) => ({ column, text });

describe('the sessions that hold what is looked for', () => {
  const cases: [what: string, conditions: Parameters<TextColumns['holdingAll']>[0], places: number[]][] = [
    ['all, where nothing is looked for', [], [0, 1, 2, 3]],
    ['none, where nothing would do', [[]], []],
    ['those that hold it, once each', [[needle('id', 'o')]], [0, 1, 3]],
    ['none', [[needle('id', 'three')]], []],
    ['those that hold one or the other, in order', [[needle('agent', 'orders'), needle('id', 'one')]], [0, 3]],
    ['those that hold both', [[needle('id', 'one')], [needle('agent', 'desk')]], [0]],
    ['none, where one is missing', [[needle('id', 'three')], [needle('agent', 'desk')]], []],
    ['all that are empty too, where nothing is written', [[needle('id', '')]], [0, 1, 2, 3]],
    ['none from one session into the next', [[needle('id', 'onetwo')]], []],
  ];
  for (const [what, conditions, places] of cases)
    it(what, () => assert.deepEqual(columns.holdingAll(conditions), places));
});
