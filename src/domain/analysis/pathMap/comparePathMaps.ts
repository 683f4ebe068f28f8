import type { MapEdge, MapNode, PathMap } from './pathMap.ts';

/** A node or a transition in two maps. */
export interface Compared<T> {
  /** As it is to be drawn: the later one where both have it. */
  readonly shown: T;
  readonly before: T | undefined;
  readonly after: T | undefined;
  /** The part of all sessions that came here, after minus before: -1 to 1. */
  readonly change: number;
}

/** How two maps differ. Maps have different numbers of sessions: what is compared are parts of them. */
export interface PathMapDifference {
  readonly nodes: readonly Compared<MapNode>[];
  readonly edges: readonly Compared<MapEdge>[];
}

export function comparePathMaps(before: PathMap, after: PathMap): PathMapDifference {
  const edgeKey = ({ from, to }: MapEdge): string => JSON.stringify([from, to]);
  return {
    nodes: compareParts(before, after, { parts: ({ nodes }) => nodes, keyOf: ({ key }) => key }),
    edges: compareParts(before, after, { parts: ({ edges }) => edges, keyOf: edgeKey }),
  };
}

function compareParts<T extends { readonly sessions: number }>(
  before: PathMap,
  after: PathMap,
  { parts, keyOf }: { readonly parts: (map: PathMap) => readonly T[]; readonly keyOf: (part: T) => string },
): readonly Compared<T>[] {
  const earlier = new Map(parts(before).map((part) => [keyOf(part), part]));
  const later = new Map(parts(after).map((part) => [keyOf(part), part]));
  // What has a part has a session.
  const shareIn = (map: PathMap, part: T | undefined): number => (part ? part.sessions / map.sessions : 0);
  return [...new Set([...later.keys(), ...earlier.keys()])].flatMap((key) => {
    const [old, now] = [earlier.get(key), later.get(key)];
    const shown = now ?? old;
    if (!shown) return [];
    return [{ shown, before: old, after: now, change: shareIn(after, now) - shareIn(before, old) }];
  });
}
