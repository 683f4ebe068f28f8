import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readRefinement } from '../../../../src/domain/analysis/refinement.ts';
import { lookThroughQuery } from '../../../../src/domain/find/lookupQuery.ts';
import { unseenValues } from '../../../../src/domain/find/nearValues.ts';
import { readLookup, respelled } from '../../../../src/domain/find/readLookup.ts';
import type { SessionDocument } from '../../../../src/domain/session/session.ts';

const agents = ['Front Desk', 'Orders', 'Marlow Coffee', 'Night Shift', 'Harbour Taxi', 'Reception'];
const known = (kind: string) => (kind === 'agent' ? agents : []);
const unseen = (text: string) =>
  unseenValues(readLookup(text), known).map(({ values, isNear }) => ({ values, isNear }));

describe('values that nothing was seen of', () => {
  it('have those beside them that are spelled nearly so, also in one of their words', () => {
    assert.deepEqual(unseen('@Ordres'), [{ values: ['Orders'], isNear: true }]);
    assert.deepEqual(unseen('@coffe e5 @cofee'), [{ values: ['Marlow Coffee'], isNear: true }]);
  });

  it('have some that were seen, where none is like it', () => {
    assert.deepEqual(unseen('@zzzzzz'), [{ values: agents.slice(0, 5), isNear: false }]);
    assert.deepEqual(unseen('#anything'), [{ values: [], isNear: false }]);
  });

  it('are none that a seen value has as a part, and no words, numbers or codes', () => {
    assert.deepEqual(unseen('@desk @ORDERS money code:500 447700900123'), []);
  });
});

describe('another value for one of a lookup', () => {
  const typed = (text: string, at: number, value: string) => {
    const condition = readLookup(text).conditions[at];
    assert.ok(condition && 'text' in condition);
    return respelled(text, condition, value);
  };

  it('takes its place, quoted where it has blanks, and leaves the rest', () => {
    assert.equal(typed('30d @frnt code:500', 0, 'Front Desk'), '30d @"Front Desk" code:500');
    assert.equal(typed('@"old name" #frnt', 1, 'refund'), '@"old name" #refund');
    assert.equal(typed('node:"a b"', 0, 'n1'), 'node:n1');
  });

  it('is read again as that value', () => {
    for (const value of ['Front Desk', 'Größe 3', '$1 & $&', "it's"]) {
      const again = readLookup(typed('x @frnt', 1, value) ?? '').conditions[1];
      assert.deepEqual(again, { kind: 'agent', text: value });
    }
  });

  it('is none where it cannot be typed', () => {
    assert.equal(typed('@frnt', 0, 'a "b"'), undefined);
  });
});

describe('looking for a part of a name', () => {
  const keeps = (text: string, session: object): boolean => {
    const { refine, filter_by } = lookThroughQuery(readLookup(text));
    assert.equal(JSON.stringify(filter_by ?? {}).includes('agent_information'), false);
    return readRefinement(refine, new Date()).keeps(session as unknown as SessionDocument);
  };

  it('finds it in any letter case, and takes no letter for a pattern', () => {
    assert.ok(keeps('@desk', { agent_information: { name: 'Front Desk' } }));
    assert.ok(!keeps('@desk', { agent_information: { name: 'Orders' } }));
    assert.ok(keeps('@f*t', { agent_information: { name: 'a F*T b' } }));
    assert.ok(!keeps('@f*t', { agent_information: { name: 'front' } }));
    assert.ok(keeps('#FUND', { tags_list: [{ tag: 'a' }, { tag: 'refund' }] }));
    assert.ok(keeps('node:ook', { flow_path: [{ node_id: 'n-hook' }] }));
  });

  it('has the service decide all else', () => {
    const { filter_by, page_size } = lookThroughQuery(readLookup('@desk code:500'));
    assert.deepEqual(filter_by, { must: [{ term: { 'flow_path.response.code': 500 } }] });
    assert.equal(page_size, 250);
  });
});
