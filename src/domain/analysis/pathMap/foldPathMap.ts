import type { MapEdge, MapNode, PathMap } from './pathMap.ts';

/** Transitions out of a node that are too weak to be drawn, taken together. */
export interface OtherEdges {
  readonly from: string;
  /** How many different transitions. */
  readonly edges: number;
  /** How often they were taken in all. */
  readonly count: number;
  readonly share: number;
}

/** What is left of a map to look at, and what was folded. */
export interface FoldedMap {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
  readonly others: readonly OtherEdges[];
  /** How many nodes and transitions are not drawn. */
  readonly hiddenNodes: number;
  readonly hiddenEdges: number;
}

/** Leaves the transitions that come in at least so many sessions, and the nodes that as many came through. */
export function foldPathMap({ nodes, edges }: Pick<PathMap, 'nodes' | 'edges'>, least: number): FoldedMap {
  const leftNodes = nodes.filter(({ sessions }) => sessions >= least);
  const left = new Set(leftNodes.map(({ key }) => key));
  // In one map both ends of what is left are left. A comparison may have the one from here and the other from there.
  const isLeft = ({ from, to, sessions }: MapEdge): boolean => sessions >= least && left.has(from) && left.has(to);
  const leftEdges = edges.filter(isLeft);
  const others = new Map<string, OtherEdges>();
  for (const edge of edges) {
    const { from, count, share } = edge;
    if (isLeft(edge) || !left.has(from)) continue;
    const other = others.get(from) ?? { from, edges: 0, count: 0, share: 0 };
    others.set(from, { from, edges: other.edges + 1, count: other.count + count, share: other.share + share });
  }
  return {
    nodes: leftNodes,
    edges: leftEdges,
    others: [...others.values()],
    hiddenNodes: nodes.length - leftNodes.length,
    hiddenEdges: edges.length - leftEdges.length,
  };
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
