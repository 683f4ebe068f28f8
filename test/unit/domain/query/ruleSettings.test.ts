import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { QueryProblem } from '../../../../src/domain/query/problems/queryProblem.ts';
import { byRules } from '../../../../src/domain/query/problems/ruleSettings.ts';

it('gives each problem the severity of its rule, and leaves out those of rules that are off', () => {
  const problems = ['a', 'b', 'c', 'd', 'e', 'f'].map((code) => ({
    code,
    severity: 'hint',
  })) as unknown as QueryProblem[];
  const rules = { a: 'off', b: 'info', c: 'warning', d: 'error', e: 'loud' };
  assert.deepEqual(
    byRules(problems, rules).map(({ code, severity }) => [code, severity]),
    [
      ['b', 'information'],
      ['c', 'warning'],
      ['d', 'error'],
      ['e', 'hint'],
      ['f', 'hint'],
    ],
  );
});
