import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readFilterContradiction } from '../../../../src/domain/analysis/filterContradiction.ts';

const session = {
  id: 'a',
  source: 447700900123,
  status: 'ended',
  agent_information: { name: 'Orders' },
  transcription: [{ user: 'hello' }],
  flow_path: [{ node_id: 'n1' }, { node_id: 'n2' }],
  tags_list: null,
};
const term = (field: string, value: unknown) => ({ term: { [field]: value } });
const read = (filter: unknown) => readFilterContradiction(filter, new Date(0));

describe('what contradicts a filter', () => {
  const table: readonly (readonly [what: string, filter: object, holds: boolean | undefined])[] = [
    ['another value', { must: [term('agent_information.name', 'Support')] }, true],
    ['the value', { must: [term('agent_information.name', 'Orders')] }, false],
    ['the value in other letters', { must: [term('agent_information.name', 'ORDERS')] }, false],
    ['the value as a number', { must: [term('source', '447700900123')] }, false],
    ['another number', { must: [term('source', 1)] }, true],
    ['an operand with a name', { must: [term('source', { value: '1' })] }, true],
    ['one of several', { must: [term('id', 'a'), term('source', '1')] }, true],
    ['one value of a list', { must: [term('flow_path.node_id', 'n2')] }, false],
    ['no value of a list', { must: [term('flow_path.node_id', 'n3')] }, true],
    ['what did not come', { must: [term('destination', '1')] }, false],
    ['what is forbidden', { must_not: [term('agent_information.name', 'Orders')] }, true],
    ['what is forbidden, in other letters', { must_not: [term('agent_information.name', 'orders')] }, false],
    ['no alternative', { should: [term('id', 'b'), term('source', '1')] }, true],
    ['one alternative', { should: [term('id', 'b'), term('id', 'a')] }, false],
    ['an alternative that is unknown', { should: [term('id', 'b'), term('destination', '1')] }, false],
    ['an alternative of words', { should: [term('id', 'b'), { match: { 'transcription.user': 'x' } }] }, undefined],
    ['words', { must: [{ match: { 'transcription.user': 'other' } }] }, undefined],
    ['a term on words', { must: [term('transcription.user', 'other')] }, undefined],
    ['what changes', { must: [term('status', 'in_progress')] }, undefined],
    ['a field that is not known', { must: [term('other', 'x')] }, undefined],
    ['a name that is data', { must: [term('parameters.x', 'x')] }, undefined],
    ['a list', { must: [term('id', ['b'])] }, undefined],
    ['two fields at once', { must: [{ term: { id: 'b', source: '1' } }] }, undefined],
    ['no list', { must: term('id', 'b') }, undefined],
    ['nothing', {}, undefined],
  ];
  for (const [what, filter, holds] of table) {
    it(`holds for ${what}: ${holds ?? 'nobody knows'}`, () => {
      assert.equal(read(filter)?.holdsFor(session), holds);
    });
  }

  it('reads what is short', () => {
    const must = [term('agent_information.name', 'Orders'), term('flow_path.node_id', 'n1')];
    assert.deepEqual(read({ must })?.fields, ['agent_information.name']);
    assert.equal(read(undefined), undefined);
  });
});
