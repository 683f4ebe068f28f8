import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isOfOneValue } from '../../../src/archive/asking/ofOneValue.ts';
import { readRefinement } from '../../../src/domain/analysis/refinement.ts';
import { Chance } from '../../../src/emulator/samples/chance.ts';
import { seededRandom } from '../../../src/emulator/samples/random.ts';
import { oddSession } from '../../archive/support/oddSessions.ts';

const seed = Number(process.env.INSIGHTS_SEED ?? 20_261_130);
const chance = new Chance(seededRandom(seed));
const now = new Date('2026-05-01T12:00:00Z');
const path = 'flow_path';
const sessions = Array.from({ length: 60 }, (_, at) => ({
  ...oddSession(chance, at),
  ...(at % 10 === 0 ? { 'flow_path.node_id': 'n9', flow_path: [[{ node_id: 'n1', type: 'speak' }], 7] } : {}),
}));

function condition(depth = 0): unknown {
  const id = chance.one(['flow_path.node_id', 'flow_path.type', 'source']);
  const some: readonly [() => unknown, ...(() => unknown)[]] = [
    () => ({ term: { [id]: chance.one(['n1', 'speak', 'Speak', 'n9']) } }),
    () => ({ terms: { [id]: ['n2', 'webhook'] } }),
    () => ({ prefix: { [id]: { value: 's', case_insensitive: true } } }),
    () => ({ exists: { field: chance.one(['flow_path.response', 'flow_path.response.code', 'flow_path.surprise']) } }),
    () => ({ range: { 'flow_path.execution_time': { gte: 1, lt: chance.one([2, 100]) } } }),
    () => ({ match: { 'flow_path.context.user_input': { query: 'no shut', operator: chance.one(['and', 'or']) } } }),
    () => ({ match_phrase: { 'flow_path.context.user_input': 'shut up' } }),
    () => ({ match_all: {} }),
    () =>
      depth > 2 ? { exists: { field: id } } : { nested: { path: 'flow_path.response', query: condition(depth + 1) } },
    () => {
      const clauses = (): unknown[] => Array.from({ length: chance.between(0, 2) }, () => condition(depth + 1));
      const keys = (['must', 'filter', 'must_not', 'should'] as const).filter(() => chance.of(0.35));
      const least = chance.of(0.1) ? { minimum_should_match: chance.between(0, 2) } : {};
      return depth > 2
        ? { exists: { field: id } }
        : { bool: { ...Object.fromEntries(keys.map((key) => [key, clauses()])), ...least } };
    },
  ];
  return chance.one(some)();
}

const keeps = (asked: unknown) => readRefinement({ must: [asked] }, now).keeps;

describe('a condition of one value', () => {
  it('is met by an entry of a list exactly where the session meets it, of random ones', () => {
    let [decided, found] = [0, 0];
    for (let at = 0; at < 900; at++) {
      const asked = condition();
      if (!isOfOneValue(asked, path)) continue;
      decided += 1;
      const [ofEntry, ofSession] = [keeps({ nested: { path, query: asked } }), keeps(asked)];
      for (const session of sessions) {
        const met = ofEntry(session);
        assert.equal(met, ofSession(session), `${at} of seed ${seed}: ${JSON.stringify({ asked, session })}`);
        found += Number(met);
      }
    }
    assert.ok(decided > 150 && found > 1000, `${decided} were decided, which found ${found}`);
  });

  it('is not one of several values', () => {
    const [term, range] = [
      { term: { 'flow_path.type': 'webhook' } },
      { range: { 'flow_path.execution_time': { gt: 9 } } },
    ];
    const several = [
      { bool: { must: [term, range] } },
      { bool: { filter: [term], must_not: [range] } },
      { bool: { must: [term], should: [range] } },
      { bool: { should: [term, range], minimum_should_match: 2 } },
      { bool: {} },
      { match_all: {} },
      { match: { 'flow_path.context.user_input': { query: 'shut up', operator: 'AND' } } },
      { term: { status: 'ended' } },
    ];
    assert.deepEqual(
      several.map((one) => isOfOneValue(one, path)),
      several.map(() => false),
    );
    assert.deepEqual(
      [{ bool: { should: [term, range] } }, { bool: { must: term } }].map((one) => isOfOneValue(one, path)),
      [true, true],
    );
  });
});
