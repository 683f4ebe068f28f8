import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { comparePathMaps } from '../../../../../src/domain/analysis/pathMap/comparePathMaps.ts';
import { foldingSteps, foldPathMap, readableStep } from '../../../../../src/domain/analysis/pathMap/foldPathMap.ts';
import type { PathMap } from '../../../../../src/domain/analysis/pathMap/pathMap.ts';
import { pathMapFields, startPathMap } from '../../../../../src/domain/analysis/pathMap/pathMap.ts';
import { projection } from '../../../../../src/domain/session/fields/projection.ts';

const none = { edges: 0, count: 0 };
const names: ReadonlyMap<string, string> = new Map([
  ['a1', 'Greeting'],
  ['a2', 'Greeting'],
  ['b', 'Look up'],
]);

function mapOf(sessions: readonly unknown[], nameOf = (id: string) => names.get(id)): PathMap {
  const mapping = startPathMap(nameOf);
  for (const session of sessions) mapping.collect(session);
  return mapping.result();
}

const step = (node_id: string | undefined, more: object = {}) => ({ type: 'speak', node_id, ...more });
const path = (...flow_path: readonly unknown[]) => ({ flow_path });
const webhook = (code: number, execution_time: unknown) => ({ type: 'webhook', response: { code }, execution_time });

/** Two agents greet by nodes of one name. The second caller's end of call repeats the node before it. */
const sessions = [
  path(step('a1', { execution_time: 10 }), step('b', webhook(500, 1000)), step('b', webhook(200, '3000')), step('c')),
  path(step('a2', { execution_time: 20 }), step('c'), step('c', { type: 'end_call' })),
  path(step('a1')),
  { id: 'without a path' },
  path(step(undefined, { type: 'start' }), step('a1', { execution_time: 40 }), step('c')),
];

describe('a path map', () => {
  const map = mapOf(sessions);
  const node = (key: string) => map.nodes.find((one) => one.key === key);

  it('counts sessions, visits, entries, exits, loops, problems and times of each node', () => {
    assert.deepEqual([map.sessions, map.withoutPath], [4, 1]);
    assert.deepEqual(node('name:Greeting'), {
      key: 'name:Greeting',
      name: 'Greeting',
      nodeIds: ['a1', 'a2'],
      type: 'speak',
      sessions: 4,
      visits: 4,
      entries: 3,
      exits: 1,
      loops: 0,
      problems: 0,
      p50Ms: 20,
      // Of 10, 20 and 40: 1.9 steps from the first.
      p95Ms: 38,
    });
    assert.deepEqual(node('name:Look up'), {
      key: 'name:Look up',
      name: 'Look up',
      nodeIds: ['b'],
      type: 'webhook',
      sessions: 1,
      visits: 2,
      entries: 0,
      exits: 0,
      loops: 1,
      problems: 1,
      p50Ms: 2000,
      p95Ms: 2900,
    });
    const { sessions: through, visits, exits, p50Ms } = node('id:c') ?? {};
    assert.deepEqual([through, visits, exits, p50Ms], [3, 3, 3, undefined]);
    assert.deepEqual([node('type:start')?.entries, node('type:start')?.nodeIds], [1, []]);
  });

  it('counts what followed what, the strongest first', () => {
    assert.deepEqual(map.edges, [
      { from: 'name:Greeting', to: 'id:c', count: 2, sessions: 2, share: 0.5 },
      { from: 'name:Greeting', to: 'name:Look up', count: 1, sessions: 1, share: 0.25 },
      { from: 'name:Look up', to: 'name:Look up', count: 1, sessions: 1, share: 0.5 },
      { from: 'name:Look up', to: 'id:c', count: 1, sessions: 1, share: 0.5 },
      { from: 'type:start', to: 'name:Greeting', count: 1, sessions: 1, share: 1 },
    ]);
  });

  it('says the same of sessions that have only the fields that it reads', () => {
    const project = projection([...pathMapFields]);
    assert.deepEqual(mapOf(sessions.map((session) => project(session))), map);
  });

  it('of nothing is empty', () => {
    assert.deepEqual(mapOf([]), { sessions: 0, withoutPath: 0, nodes: [], edges: [] });
    const odd = [null, 7, {}, { flow_path: 'x' }, { flow_path: [] }, { flow_path: {} }];
    assert.deepEqual(mapOf(odd), { sessions: 0, withoutPath: 6, nodes: [], edges: [] });
  });

  it('takes hostile names as names', () => {
    const ids = ['__proto__', 'constructor', '<img src=x>', '=1+1', '\u202Eabc', 'x'.repeat(10_000)];
    const { nodes, edges } = mapOf([path(...ids.map((id) => step(id))), path(null, 7, 'x', step('__proto__'))]);
    assert.deepEqual(new Set(nodes.map(({ key }) => key)), new Set([...ids.map((id) => `id:${id}`), 'type:']));
    assert.equal(edges.find(({ from }) => from === 'id:__proto__')?.to, 'id:constructor');
    // What is no step is one of which nothing is known.
    assert.deepEqual(nodes.find(({ key }) => key === 'type:')?.visits, 3);
  });

  it('tells a node from another that is called like its id', () => {
    const { nodes } = mapOf([path(step('Greeting'), step('a1'))]);
    assert.deepEqual(
      nodes.map(({ key }) => key),
      ['id:Greeting', 'name:Greeting'],
    );
  });
});

describe('folding a path map', () => {
  const map = mapOf(sessions);

  it('leaves what comes in at least so many sessions, and says what it took away', () => {
    assert.deepEqual(foldingSteps(map), [1, 2, 3, 4]);
    const folded = foldPathMap(map, 2);
    assert.deepEqual(
      folded.nodes.map(({ key }) => key),
      ['name:Greeting', 'id:c'],
    );
    assert.deepEqual(folded.edges, [{ from: 'name:Greeting', to: 'id:c', count: 2, sessions: 2, share: 0.5 }]);
    assert.deepEqual(folded.others, [
      { key: 'name:Greeting', into: { edges: 1, count: 1 }, out: { edges: 1, count: 1 } },
      { key: 'id:c', into: { edges: 1, count: 1 }, out: { edges: 0, count: 0 } },
    ]);
    assert.deepEqual([folded.hiddenNodes, folded.hidden], [2, { edges: 4, count: 4 }]);
  });

  it('takes away nothing at its first step', () => {
    const folded = foldPathMap(map, 1);
    assert.deepEqual([folded.nodes, folded.edges, folded.others], [map.nodes, map.edges, []]);
  });

  it('begins where the map can be read', () => {
    const steps = foldingSteps(map);
    assert.equal(readableStep(map, steps, { nodes: 10, edges: 10 }), 0);
    assert.equal(readableStep(map, steps, { nodes: 10, edges: 4 }), 1);
    assert.equal(readableStep(map, steps, { nodes: 1, edges: 4 }), 3);
    assert.equal(readableStep(map, steps, { nodes: 0, edges: 0 }), 3);
    assert.equal(readableStep(mapOf([]), [], { nodes: 0, edges: 0 }), 0);
  });
});

describe('comparing two path maps', () => {
  it('compares the parts of all sessions', () => {
    const before = mapOf([path(step('a1'), step('b')), path(step('a1')), path(step('a1')), path(step('a1'))]);
    const after = mapOf([path(step('a2'), step('c')), path(step('a2'), step('b'))]);
    const { nodes, edges } = comparePathMaps(before, after);
    assert.deepEqual(
      nodes.map(({ shown, before: old, after: now, change }) => [shown.key, old?.sessions, now?.sessions, change]),
      [
        ['name:Greeting', 4, 2, 0],
        ['id:c', undefined, 1, 0.5],
        ['name:Look up', 1, 1, 0.25],
      ],
    );
    assert.deepEqual(
      edges.map(({ shown: { to }, change }) => [to, change]),
      [
        ['id:c', 0.5],
        ['name:Look up', 0.25],
      ],
    );
  });

  it('has what is gone, and what there was nothing before', () => {
    const map = mapOf([path(step('c'))]);
    assert.deepEqual(comparePathMaps(map, mapOf([])).nodes, [
      { shown: map.nodes[0], before: map.nodes[0], after: undefined, change: -1 },
    ]);
    assert.equal(comparePathMaps(mapOf([]), map).nodes[0]?.change, 1);
  });
});

describe('path maps of random sessions', () => {
  const steps = fc.record(
    {
      node_id: fc.constantFrom('a1', 'a2', 'b', 'c', '', null),
      type: fc.constantFrom('speak', 'webhook', 'end_call', null),
      execution_time: fc.constantFrom(1, 2, '5', 100, 'soon', null),
      response: fc.constantFrom({ code: 200 }, { code: '503' }, {}, null),
    },
    { requiredKeys: [] },
  );
  const documents = fc.array(fc.record({ flow_path: fc.array(steps, { maxLength: 8 }) }), { maxLength: 12 });
  type Entry = Record<string, unknown> & { response?: { code?: unknown } | null };

  /** As anybody would count it by hand: one question after another, each over all sessions. */
  function naively(all: readonly { readonly flow_path: readonly Entry[] }[]) {
    const keyOf = ({ node_id: id, type }: Entry): string =>
      id ? (names.has(String(id)) ? `name:${names.get(String(id))}` : `id:${id}`) : `type:${type ?? ''}`;
    const isEnd = (entry: Entry, before: Entry | undefined): boolean =>
      entry.type === 'end_call' && Boolean(entry.node_id) && before?.node_id === entry.node_id;
    const paths = all
      .map(({ flow_path: entries }) => entries.filter((entry, at) => !isEnd(entry, entries[at - 1])))
      .filter((entries) => entries.length > 0);
    const isProblem = ({ type, response }: Entry): boolean =>
      type === 'webhook' ? Number(response?.code ?? 0) !== 200 : response?.code === '503';
    const keys = new Set(paths.flatMap((entries) => entries.map(keyOf)));
    const nodes = [...keys].map((key) => {
      const visits = paths.flatMap((entries) => entries.filter((entry) => keyOf(entry) === key));
      const times = visits
        .map(({ execution_time: time }) => time)
        .filter((time) => time !== 'soon' && time !== null && time !== undefined)
        .map(Number)
        .sort((a, b) => a - b);
      const counts = paths.map((entries) => entries.filter((entry) => keyOf(entry) === key).length);
      return {
        key,
        sessions: counts.filter((count) => count > 0).length,
        visits: visits.length,
        entries: paths.filter(([first]) => first && keyOf(first) === key).length,
        exits: paths.filter((entries) => keyOf(entries.at(-1) as Entry) === key).length,
        loops: counts.filter((count) => count > 1).length,
        problems: visits.filter(isProblem).length,
        median:
          times.length === 0
            ? undefined
            : ((times[(times.length - 1) >> 1] ?? 0) + (times[times.length >> 1] ?? 0)) / 2,
      };
    });
    const pairs = paths.map((entries) =>
      entries.slice(1).map((entry, at) => `${keyOf(entries[at] as Entry)} ${keyOf(entry)}`),
    );
    const edges = [...new Set(pairs.flat())].map((pair) => ({
      pair,
      count: pairs.flat().filter((one) => one === pair).length,
      sessions: pairs.filter((one) => one.includes(pair)).length,
    }));
    return { nodes, edges };
  }

  it('say what a plain count says', () => {
    const by = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);
    fc.assert(
      fc.property(documents, (all) => {
        const map = mapOf(all);
        const expected = naively(all as readonly { flow_path: readonly Entry[] }[]);
        const nodes = map.nodes.map(({ key, sessions, visits, entries, exits, loops, problems, p50Ms }) => ({
          ...{ key, sessions, visits, entries, exits, loops, problems },
          median: p50Ms,
        }));
        assert.deepEqual([...nodes].sort(by), [...expected.nodes].sort(by));
        const edges = map.edges.map(({ from, to, count, sessions }) => ({ pair: `${from} ${to}`, count, sessions }));
        const byPair = (a: { pair: string }, b: { pair: string }) => (a.pair < b.pair ? -1 : 1);
        assert.deepEqual([...edges].sort(byPair), [...expected.edges].sort(byPair));
        const folded = foldPathMap(map, 3);
        for (const { key, visits, exits, entries } of folded.nodes) {
          const { into, out } = folded.others.find((one) => one.key === key) ?? { into: none, out: none };
          const drawn = (side: 'from' | 'to') =>
            folded.edges.filter((edge) => edge[side] === key).reduce((all, { count }) => all + count, 0);
          assert.equal(drawn('from') + out.count + exits, visits);
          assert.equal(drawn('to') + into.count + entries, visits);
        }
        assert.equal(folded.hidden.edges, map.edges.length - folded.edges.length);
        for (const { key, visits, exits, entries } of map.nodes) {
          const sum = (edge: 'from' | 'to') =>
            map.edges.filter((one) => one[edge] === key).reduce((all, { count }) => all + count, 0);
          assert.equal(sum('from') + exits, visits);
          assert.equal(sum('to') + entries, visits);
        }
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 300) },
    );
  });
});
