import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { rangeQuery } from '../../src/archive/asking/rangeQuery.ts';
import { readRefinement } from '../../src/domain/analysis/refinement.ts';
import { fields } from '../../src/domain/session/fields/fields.ts';
import type { SessionDocument } from '../../src/domain/session/session.ts';
import { always, TestArchive } from './support/cluster.ts';
import { chance, paths, seed, sessions, valueFor } from './support/judged.ts';

const count = Number(process.env.INSIGHTS_QUERIES ?? 500);
const archive = new TestArchive('refinements');
const now = new Date('2026-05-01T12:00:00Z');
const everywhere = [
  ...paths,
  'unheard',
  'unheard.inner',
  'flow_path.surprise',
  'flow_path.response.payload.inner',
  'nowhere',
  'dotted.name',
  'archive.leaves',
  'flow_path.constructor',
  'flow_path.response.a..b',
] as const;
const lists = [
  ...['flow_path', 'params_list', 'tags_list', 'transcription', 'flow_data.collected_parameters'],
  ...['params', 'flow_path.response', 'channel_data'],
] as [string, ...string[]];
const objects = fields.filter(({ kind, path }) => kind === 'object' && !path.includes('*')).map(({ path }) => path);

function condition(depth = 0, within?: string): unknown {
  const candidates = within ? everywhere.filter((path) => path.startsWith(`${within}.`)) : everywhere;
  const path = candidates[chance.between(0, candidates.length - 1)] ?? 'id';
  const value = chance.of(0.03) ? chance.one(['x'.repeat(8192), '\u0000', '東'.repeat(3000), '']) : valueFor(path);
  const folds = chance.of(0.2) ? { case_insensitive: true } : {};
  const some: readonly [() => unknown, ...(() => unknown)[]] = [
    () => ({ term: { [path]: chance.of(0.6) ? value : { value, ...folds } } }),
    () => ({ terms: { [path]: [value, valueFor(path)] } }),
    () => ({ match: { [path]: chance.of(0.6) ? value : { query: value, operator: chance.one(['and', 'or']) } } }),
    () => ({ match_phrase: { [path]: chance.of(0.7) ? value : { query: value, slop: chance.between(0, 2) } } }),
    () => ({ range: { [path]: range(value, path) } }),
    () => ({ exists: { field: chance.of(0.7) ? path : (objects[chance.between(0, objects.length - 1)] ?? path) } }),
    () => ({ prefix: { [path]: { value: String(value).slice(0, chance.between(1, 3)) || 'a', ...folds } } }),
    () => ({ match_all: {} }),
    () => ({ wildcard: { [path]: { value: pattern(String(value)), ...folds } } }),
    () => (depth > 1 ? { exists: { field: path } } : { bool: bool(depth + 1, within) }),
    () => {
      const list = chance.one(lists);
      return within ? { exists: { field: path } } : { nested: { path: list, query: condition(depth + 1, list) } };
    },
  ];
  return chance.one(some)();
}

function range(value: unknown, path: string): unknown {
  const bounds = chance.one([['gte'], ['lt'], ['gt', 'lte'], ['gte', 'lt']] as const);
  return Object.fromEntries(
    bounds.map((bound) => [
      bound,
      path.includes('time') && chance.of(0.5)
        ? chance.one(['now-30d/d', '2026-03', '2026-03-02||/M', '2026-03-01T10:00:00'])
        : chance.of(0.6)
          ? value
          : valueFor(path),
    ]),
  );
}

function pattern(value: string): string {
  const cut = chance.between(0, value.length);
  return (
    chance.one([
      `${value.slice(0, cut)}*`,
      `*${value.slice(cut)}`,
      value.replace(/./u, '?'),
      `${value.slice(0, 1)}*${value.slice(-1)}`,
      `*${value.slice(0, 1)}${'?'.repeat(chance.between(1, 14))}`,
    ]) || '*'
  );
}

function bool(depth = 0, within?: string): Record<string, unknown> {
  const clauses = (): unknown[] => Array.from({ length: chance.between(0, 2) }, () => condition(depth, within));
  const asked = Object.fromEntries(
    (['must', 'filter', 'must_not', 'should'] as const)
      .filter(() => chance.of(0.45))
      .map((key) => [key, chance.of(0.9) ? clauses() : condition(depth, within)]),
  );
  return chance.of(0.08) ? { ...asked, minimum_should_match: chance.between(0, 2) } : asked;
}

const idsOf = (found: readonly SessionDocument[]): string[] => found.map(({ id }) => String(id)).sort();

describe('a refinement keeps of an archive what it keeps here', () => {
  before(async () => {
    assert.equal((await archive.write(sessions)).complete, true);
  });
  after(() => archive.remove());

  it(`of ${count} random ones: never too few, and no others where the engine is said to decide`, async () => {
    let [exact, found] = [0, 0];
    for (let at = 0; at < count; at++) {
      const refinement = readRefinement(bool(), now);
      const request = { ...always, refinement, projectFields: ['id'] };
      const expected = idsOf(sessions.filter((session) => refinement.keeps(session)));
      const asked = rangeQuery(request);
      const { hits } = (await archive.ask('POST', [archive.pattern, '_search'], {
        ...{ size: 10_000, query: asked.query, _source: false },
      })) as { readonly hits: { readonly hits: readonly { readonly _id: string }[] } };
      const actual = hits.hits.map(({ _id: id }) => id).sort();
      const about = `refinement ${at} of seed ${seed}: ${JSON.stringify(refinement.source.refine)}`;
      if (asked.isExact) {
        exact += 1;
        assert.deepEqual(actual, expected, about);
      } else {
        const missed = expected.filter((id) => !actual.includes(id));
        assert.deepEqual(missed, [], about);
      }
      found += expected.length;
    }
    assert.ok(exact > count / 3, `${exact} of ${count} were decided by the engine`);
    assert.ok(found > count);
  });
});
