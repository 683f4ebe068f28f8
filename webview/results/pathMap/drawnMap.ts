import type { Compared } from '../../../src/domain/analysis/pathMap/comparePathMaps.ts';
import { comparePathMaps } from '../../../src/domain/analysis/pathMap/comparePathMaps.ts';
import type { OtherEdges } from '../../../src/domain/analysis/pathMap/foldPathMap.ts';
import { foldingSteps, foldPathMap, readableStep } from '../../../src/domain/analysis/pathMap/foldPathMap.ts';
import type { MapEdge, MapNode, PathMap } from '../../../src/domain/analysis/pathMap/pathMap.ts';
import type { PathMapView } from '../../../src/protocol/analysisMessages.ts';
import type { LayOutPath, PathLayout, Size } from '../../parts/graph/pathLayout.ts';
import { canLayOut } from '../../parts/graph/pathLayout.ts';

export const mapBox: Size = { width: 226, height: 58 };

/** So much is drawn at first: what people can take in. */
const readable = { nodes: 22, edges: 34 };

export interface DrawnNode {
  readonly index: number;
  readonly node: MapNode;
  /** What it was in the map that this one is compared with; undefined where nothing is compared. */
  readonly compared: Compared<MapNode> | undefined;
  readonly others: OtherEdges | undefined;
}

export interface DrawnEdge {
  readonly from: number;
  readonly to: number;
  readonly edge: MapEdge;
  readonly compared: Compared<MapEdge> | undefined;
}

/** A map as it is drawn: what is left after folding, and where it stands. */
export interface DrawnMap {
  readonly map: PathMap;
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  readonly all: { readonly nodes: readonly MapNode[]; readonly edges: readonly MapEdge[] };
  readonly steps: readonly number[];
  readonly step: number;
  /** Undefined where there is too much to be laid out. */
  readonly layout: PathLayout | undefined;
}

/** `step`: how much is folded, by its place among the steps; without it as much as makes it readable. */
export function drawMap(
  { map, before }: PathMapView,
  step: number | undefined,
  layOut: LayOutPath,
): DrawnMap | undefined {
  if (!map) return undefined;
  const difference = before && comparePathMaps(before, map);
  const all = difference
    ? { nodes: difference.nodes.map(({ shown }) => shown), edges: difference.edges.map(({ shown }) => shown) }
    : map;
  const steps = foldingSteps(all);
  const at = Math.max(0, Math.min(steps.length - 1, step ?? readableStep(all, steps, readable)));
  const folded = foldPathMap(all, steps[at] ?? 1);
  const indexes = new Map(folded.nodes.map(({ key }, index) => [key, index]));
  const nodes = folded.nodes.map((node, index) => ({
    index,
    node,
    compared: difference?.nodes.find(({ shown }) => shown === node),
    others: folded.others.find(({ from }) => from === node.key),
  }));
  const edges = folded.edges.map((edge) => ({
    from: indexes.get(edge.from) ?? 0,
    to: indexes.get(edge.to) ?? 0,
    edge,
    compared: difference?.edges.find(({ shown }) => shown === edge),
  }));
  const layout = canLayOut({ nodes, edges }) ? layOut({ nodes, edges }, mapBox) : undefined;
  return { map, nodes, edges, all, steps, step: at, layout };
}
