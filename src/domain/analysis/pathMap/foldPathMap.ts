import type { MapEdge, MapNode, PathMap } from './pathMap.ts';

/** Transitions that are too weak to be drawn, taken together. */
export interface OtherEdges {
  /** How many different transitions. */
  readonly edges: number;
  /** How often they were taken in all. */
  readonly count: number;
}

/** What is folded of the transitions of a node that is drawn: with those that are drawn, and its entries and exits, all of its visits. */
export interface NodeOthers {
  readonly key: string;
  readonly into: OtherEdges;
  readonly out: OtherEdges;
}

/** What is left of a map to look at, and what was folded. */
export interface FoldedMap {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
  /** Of each node that has any. */
  readonly others: readonly NodeOthers[];
  /** How many nodes are not drawn. */
  readonly hiddenNodes: number;
  /** All transitions that are not drawn. */
  readonly hidden: OtherEdges;
}

const none: OtherEdges = { edges: 0, count: 0 };

/** Leaves the transitions that come in at least so many sessions, and the nodes that as many came through. */
export function foldPathMap({ nodes, edges }: Pick<PathMap, 'nodes' | 'edges'>, least: number): FoldedMap {
  const leftNodes = nodes.filter(({ sessions }) => sessions >= least);
  const left = new Set(leftNodes.map(({ key }) => key));
  // In one map both ends of what is left are left. A comparison may have the one from here and the other from there.
  const isLeft = ({ from, to, sessions }: MapEdge): boolean => sessions >= least && left.has(from) && left.has(to);
  const leftEdges = edges.filter(isLeft);
  const folded = edges.filter((edge) => !isLeft(edge));
  const others = new Map<string, NodeOthers>();
  const add = (key: string, side: 'into' | 'out', edge: MapEdge): void => {
    if (!left.has(key)) return;
    const other = others.get(key) ?? { key, into: none, out: none };
    others.set(key, { ...other, [side]: together(other[side], edge) });
  };
  for (const edge of folded) {
    add(edge.from, 'out', edge);
    add(edge.to, 'into', edge);
  }
  return {
    nodes: leftNodes,
    edges: leftEdges,
    others: [...others.values()],
    hiddenNodes: nodes.length - leftNodes.length,
    hidden: folded.reduce(together, none),
  };
}

function together({ edges, count }: OtherEdges, edge: MapEdge): OtherEdges {
  return { edges: edges + 1, count: count + edge.count };
}

/** How much there may be for a map to be readable. */
export interface Readable {
  readonly nodes: number;
  readonly edges: number;
}

/** The places where folding changes something, from all that there is (the first) to almost nothing (the last). */
export function foldingSteps({ nodes, edges }: Pick<PathMap, 'nodes' | 'edges'>): readonly number[] {
  const counts = new Set([...nodes, ...edges].map(({ sessions }) => sessions));
  return [...counts].sort((a, b) => a - b);
}

/** The first of these places at which the map is readable; the last one where none is. */
export function readableStep(
  map: Pick<PathMap, 'nodes' | 'edges'>,
  steps: readonly number[],
  { nodes, edges }: Readable,
): number {
  const reaching = (parts: readonly { readonly sessions: number }[], least: number): number =>
    parts.filter(({ sessions }) => sessions >= least).length;
  const found = steps.findIndex((least) => reaching(map.nodes, least) <= nodes && reaching(map.edges, least) <= edges);
  return found < 0 ? Math.max(0, steps.length - 1) : found;
}
