import type { Compared } from '../../../src/domain/analysis/pathMap/comparePathMaps.ts';
import { comparePathMaps } from '../../../src/domain/analysis/pathMap/comparePathMaps.ts';
import type { NodeOthers } from '../../../src/domain/analysis/pathMap/foldPathMap.ts';
import { foldingSteps, foldPathMap, readableStep } from '../../../src/domain/analysis/pathMap/foldPathMap.ts';
import type { MapEdge, MapNode, PathMap } from '../../../src/domain/analysis/pathMap/pathMap.ts';
import type { PathMapView } from '../../../src/protocol/analysisMessages.ts';
import type { LayOutPath, PathLayout, Size } from '../../parts/graph/pathLayout.ts';
import { canLayOut } from '../../parts/graph/pathLayout.ts';

export const mapBox: Size = { width: 226, height: 58 };
export const otherBox: Size = { width: 150, height: 24 };

/** So much is drawn at first: what people can take in. */
const readable = { nodes: 22, edges: 34 };

/** A node, and what it was in the map that this one is compared with; that is undefined where nothing is compared. */
export interface ShownNode {
  readonly node: MapNode;
  readonly compared: Compared<MapNode> | undefined;
}

export interface ShownEdge {
  readonly edge: MapEdge;
  readonly compared: Compared<MapEdge> | undefined;
}

export interface DrawnNode extends ShownNode {
  readonly index: number;
  readonly others: NodeOthers | undefined;
}

export interface DrawnEdge extends ShownEdge {
  readonly from: number;
  readonly to: number;
}

/** The folded transitions out of a node, as a box and an arrow of their own: their places in the layout. */
export interface DrawnOther {
  readonly of: DrawnNode;
  readonly box: number;
  readonly arrow: number;
}

/** A map as it is drawn: what is left after folding, and where it stands. */
export interface DrawnMap {
  readonly map: PathMap;
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  readonly others: readonly DrawnOther[];
  readonly all: { readonly nodes: readonly ShownNode[]; readonly edges: readonly ShownEdge[] };
  readonly isCompared: boolean;
  readonly steps: readonly number[];
  readonly step: number;
  /** Undefined where there is too much to be laid out, or nothing that lays it out. */
  readonly layout: PathLayout | undefined;
}

/** `step`: how much is folded, by its place among the steps; without it as much as makes it readable. */
export function drawMap(
  { map, before }: PathMapView,
  step: number | undefined,
  layOut: LayOutPath | undefined,
): DrawnMap | undefined {
  if (!map) return undefined;
  const { nodeOf, edgeOf, foldable } = before ? comparedParts(before, map) : plainParts(map);
  const steps = foldingSteps(foldable);
  const at = Math.max(0, Math.min(steps.length - 1, step ?? readableStep(foldable, steps, readable)));
  const folded = foldPathMap(foldable, steps[at] ?? 1);
  const indexes = new Map(folded.nodes.map(({ key }, index) => [key, index]));
  const nodes = folded.nodes.map(
    (node, index): DrawnNode => ({
      ...nodeOf(node),
      index,
      others: folded.others.find(({ key }) => key === node.key),
    }),
  );
  const edges = folded.edges.map(
    (edge): DrawnEdge => ({ ...edgeOf(edge), from: indexes.get(edge.from) ?? 0, to: indexes.get(edge.to) ?? 0 }),
  );
  const others = nodes
    .filter((node) => node.others && node.others.out.count > 0)
    .map((of, place): DrawnOther => ({ of, box: nodes.length + place, arrow: edges.length + place }));
  const graph = {
    nodes: [...nodes, ...others.map(({ box }) => ({ index: box, size: otherBox }))],
    edges: [...edges, ...others.map(({ of, box }) => ({ from: of.index, to: box }))],
  };
  return {
    map,
    nodes,
    edges,
    others,
    all: { nodes: foldable.nodes.map(nodeOf), edges: foldable.edges.map(edgeOf) },
    isCompared: before !== undefined,
    steps,
    step: at,
    layout: layOut && canLayOut(graph) ? layOut(graph, mapBox) : undefined,
  };
}

interface Parts {
  /** What is folded, by its number of sessions. */
  readonly foldable: Pick<PathMap, 'nodes' | 'edges'>;
  readonly nodeOf: (node: MapNode) => ShownNode;
  readonly edgeOf: (edge: MapEdge) => ShownEdge;
}

function plainParts(map: PathMap): Parts {
  return {
    foldable: map,
    nodeOf: (node) => ({ node, compared: undefined }),
    edgeOf: (edge) => ({ edge, compared: undefined }),
  };
}

const nobody = { sessions: 0, visits: 0, entries: 0, exits: 0, loops: 0, problems: 0 } as const;
const noTime = { p50Ms: undefined, p95Ms: undefined } as const;

/** What only the earlier map has is folded by how much it was there, and counts nothing in the later one. */
function comparedParts(before: PathMap, after: PathMap): Parts {
  const difference = comparePathMaps(before, after);
  const nodes = new Map(difference.nodes.map((one) => [one.shown.key, one]));
  const edges = new Map(difference.edges.map((one) => [edgeKey(one.shown), one]));
  return {
    foldable: {
      nodes: difference.nodes.map(({ shown }) => shown),
      edges: difference.edges.map(({ shown, after: now }) => (now ? shown : { ...shown, count: 0, share: 0 })),
    },
    nodeOf: (node) => {
      const compared = nodes.get(node.key);
      return { node: compared?.after ? node : { ...node, ...nobody, ...noTime }, compared };
    },
    edgeOf: (edge) => {
      const compared = edges.get(edgeKey(edge));
      return { edge: compared?.after ? edge : { ...edge, sessions: 0 }, compared };
    },
  };
}

function edgeKey({ from, to }: MapEdge): string {
  return JSON.stringify([from, to]);
}
