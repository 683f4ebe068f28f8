import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { queryOfStep } from '../../../../../src/domain/query/edits/queryOfStep.ts';
import { lintQuery } from '../../../../../src/domain/query/problems/lintQuery.ts';
import { parseQuery } from '../../../../../src/domain/query/query.ts';
import { toSearchRequest } from '../../../../../src/domain/query/request.ts';

const node = { path: 'flow_path.node_id', value: 'n1' };
const code = { path: 'flow_path.response.code', value: '502' };
const now = new Date('2026-11-30T12:00:00Z');

describe('a query for sessions with a step like one', () => {
  const text = queryOfStep([node, code], { name: 'Look up order 502', connection: 'sample' }) ?? '';
  const query = parseQuery(text);

  it('asks the service for what it can decide, and has no problems', () => {
    assert.equal(query.value.name, 'Look up order 502');
    assert.deepEqual(query.value.filter_by?.must, [
      { term: { 'flow_path.node_id': 'n1' } },
      { term: { 'flow_path.response.code': 502 } },
    ]);
    assert.deepEqual(lintQuery(query, { now, rules: {} }), []);
  });

  it('keeps the sessions in which one step meets both', () => {
    const { refinement } = toSearchRequest(query.value, now);
    const session = (...steps: readonly [string, number][]) => ({
      flow_path: steps.map(([node_id, response]) => ({ node_id, response: { code: response } })),
    });
    assert.equal(refinement?.keeps(session(['n1', 502])), true);
    assert.equal(refinement?.keeps(session(['n1', 200], ['n2', 502])), false);
  });

  it('is none where something cannot be searched for', () => {
    assert.equal(queryOfStep([node, { path: 'flow_path', value: 'x' }], {}), undefined);
  });
});
