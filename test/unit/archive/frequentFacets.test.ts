import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ArchiveClient } from '../../../src/archive/archiveClient.ts';
import { facetsVersionField } from '../../../src/archive/mapping/archivedField.ts';
import type { LooseRecord } from '../../../src/domain/json/looseValues.ts';
import { asRecord } from '../../../src/domain/json/looseValues.ts';
import { Chance } from '../../../src/emulator/samples/chance.ts';
import { seededRandom } from '../../../src/emulator/samples/random.ts';
import { error, request, withCluster } from './standInCluster.ts';

const seed = Number(process.env.INSIGHTS_SEED ?? 20_261_130);
const chance = new Chance(seededRandom(seed));

type Shard = ReadonlyMap<string, number>;

/** The counts of `values` in each of a few shards: a few values have many sessions, most have one or two. */
function shardsOf(values: number, shards: number): readonly Shard[] {
  return Array.from({ length: shards }, () => {
    const counts = new Map<string, number>();
    for (let at = 0; at < values; at++) {
      if (chance.of(0.6)) counts.set(`v${at}`, Math.ceil(3000 / (at + 1)) + chance.between(0, 2));
    }
    return counts;
  });
}

const byCount = ([a, first]: readonly [string, number], [b, second]: readonly [string, number]): number =>
  second - first || (a < b ? -1 : 1);

/** The values of several shards together, as an engine counts them. */
function terms(shards: readonly Shard[], { size = 10, shard_size: most = 25, include }: LooseRecord): LooseRecord {
  const only = Array.isArray(include) ? new Set(include) : undefined;
  let [unsure, all] = [0, 0];
  const merged = new Map<string, number>();
  for (const shard of shards) {
    const own = [...shard].filter(([text]) => !only || only.has(text)).sort(byCount);
    const told = own.slice(0, Number(most));
    if (told.length < own.length) unsure += told.at(-1)?.[1] ?? 0;
    for (const [text, count] of told) merged.set(text, (merged.get(text) ?? 0) + count);
    all += own.reduce((sum, [, count]) => sum + count, 0);
  }
  const buckets = [...merged].sort(byCount).slice(0, Number(size));
  return {
    doc_count_error_upper_bound: unsure,
    sum_other_doc_count: all - buckets.reduce((sum, [, count]) => sum + count, 0),
    buckets: buckets.map(([key, count]) => ({ key, doc_count: count })),
  };
}

function answer(shards: readonly Shard[], aggs: LooseRecord): LooseRecord {
  return Object.fromEntries(
    Object.entries(aggs).map(([name, agg]) => {
      const { terms: asked, filter, aggs: inner } = asRecord(agg);
      if (asked !== undefined) return [name, terms(shards, asRecord(asked))];
      const isOlder = JSON.stringify(filter ?? '').includes(facetsVersionField);
      return [name, { doc_count: isOlder ? 0 : 5, ...answer(shards, asRecord(inner)) }];
    }),
  );
}

async function counted(shards: readonly Shard[], { tooMany = false, chosen = [] as readonly string[] } = {}) {
  const searches: LooseRecord[] = [];
  let found: Awaited<ReturnType<ArchiveClient['ranges']['countFacets']>> | undefined;
  await withCluster(
    (incoming, response) => {
      let body = '';
      incoming.on('data', (chunk) => (body += String(chunk)));
      incoming.on('end', () => {
        const isSearch = incoming.url?.includes('_search') === true;
        const search = isSearch ? (JSON.parse(body) as LooseRecord) : {};
        if (isSearch) searches.push(search);
        const isRefused = tooMany && searches.length >= 2;
        response.writeHead(isRefused ? 503 : 200, { 'content-type': 'application/json' });
        const refusal = error('too_many_buckets_exception', 'must be less than or equal to: [65535]');
        const hits = { _shards: { total: shards.length, failed: 0 }, hits: { total: { value: 9 }, hits: [] } };
        const good = isSearch ? { ...hits, aggregations: answer(shards, asRecord(search.aggs)) } : {};
        response.end(JSON.stringify(isRefused ? refusal : good));
      });
    },
    async (client) => {
      const choices = chosen.length > 0 ? [{ facet: 'node', wanted: chosen, unwanted: [] }] : [];
      found = await client.ranges.countFacets({ request, facets: ['node'], choices, ranges: [], zone: 'utc' });
    },
  );
  assert.ok(found && 'total' in found);
  const facet = found.facets.get('node');
  return { values: facet?.values.filter(({ text }) => text !== ''), hasOthers: facet?.hasOthers, searches };
}

function exactly(shards: readonly Shard[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const shard of shards) for (const [text, count] of shard) counts.set(text, (counts.get(text) ?? 0) + count);
  return counts;
}

describe('a facet with very many values in several indexes', () => {
  for (const [values, shards, requests] of [
    [1500, 3, 1],
    [6000, 2, 2],
    [36_000, 2, 3],
  ] as const) {
    it(`has its most frequent ones, each with its exact count: of ${values} values in ${shards} indexes`, async () => {
      const all = shardsOf(values, shards);
      const { values: found = [], hasOthers, searches } = await counted(all);
      const exact = exactly(all);
      assert.equal(searches.length, requests);
      assert.ok(found.length > 500 && found.length <= 2000, `${found.length}`);
      for (const { text, count } of found) assert.equal(count, exact.get(text), text);
      const fewest = found.at(-1)?.count ?? 0;
      const names = new Set(found.map(({ text }) => text));
      const before = [...exact].filter(([text, count]) => !names.has(text) && count > fewest);
      assert.deepEqual(before, []);
      assert.equal(hasOthers, found.length < exact.size);
    });
  }

  it('is not counted where no value is known to come before all others', async () => {
    const shard = (from: number): Shard => new Map(Array.from({ length: 21_000 }, (_, at) => [`u${from}-${at}`, 1]));
    const { values } = await counted([shard(0), shard(1)]);
    assert.equal(values, undefined);
  });

  it('is not counted where the cluster makes no more buckets', async () => {
    const { values } = await counted(shardsOf(6000, 2), { tooMany: true });
    assert.equal(values, undefined);
  });

  it('counts what was chosen, however few have it', async () => {
    const all = shardsOf(6000, 1);
    const last = [...(all[0] ?? [])].at(-1) ?? assert.fail();
    const { values = [] } = await counted(all, { chosen: [last[0]] });
    assert.deepEqual(
      values.filter(({ text }) => text === last[0]),
      [{ text: last[0], count: last[1] }],
    );
  });
});
