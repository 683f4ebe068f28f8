import type { Step } from '../steps.ts';

/** A node that ran, with everything that is known of its visits. */
export interface PathNode {
  readonly index: number;
  /** Absent for steps that name no node: those of one type stand together. */
  readonly nodeId?: string | undefined;
  readonly type?: string | undefined;
  /** Indexes of its steps, in order; at least one. */
  readonly visits: readonly number[];
  /** How many of its visits are problems. */
  readonly problems: number;
  /** Over the visits whose execution time is known. */
  readonly totalMs?: number | undefined;
  readonly slowestMs?: number | undefined;
}

/** That a step of one node was followed by a step of another, or of the same. */
export interface PathEdge {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Index of the first step that was followed so. */
  readonly firstStep: number;
}

/**
 * A session's path as nodes and what followed what. Only the order of execution is in it, which is proven: what a flow could have done
 * besides is not known, and not guessed.
 */
export interface PathGraph {
  /** In the order of their first visit. */
  readonly nodes: readonly PathNode[];
  /** In the order in which they came up. */
  readonly edges: readonly PathEdge[];
  /** Step index to node. */
  readonly nodeOfStep: readonly number[];
  /** Step index to the edge that leads to the next step; the last step has none. */
  readonly edgeAfterStep: readonly number[];
}

type Open<T> = { -readonly [Key in keyof T]: T[Key] extends readonly number[] ? number[] : T[Key] };

export function readPathGraph(steps: readonly Step[]): PathGraph {
  const nodes: Open<PathNode>[] = [];
  const byKey = new Map<string, number>();
  const nodeOfStep = steps.map((step) => {
    const key = keyOf(step);
    const index = byKey.get(key) ?? nodes.length;
    byKey.set(key, index);
    const node = nodes[index] ?? newNode(index, step);
    nodes[index] = node;
    visit(node, step);
    return index;
  });
  return { nodes, nodeOfStep, ...readEdges(nodeOfStep, nodes.length) };
}

/** An `end_call` gives the id of the node before it as its own: it is a node of its own kind. */
function keyOf({ nodeId, type, repeats }: Step): string {
  return nodeId === undefined || repeats ? `type:${type ?? ''}` : `node:${nodeId}`;
}

function newNode(index: number, { nodeId, type, repeats }: Step): Open<PathNode> {
  return { index, nodeId: repeats ? undefined : nodeId, type, visits: [], problems: 0 };
}

function visit(node: Open<PathNode>, { index, problem, executionMs }: Step): void {
  node.visits.push(index);
  if (problem !== undefined) node.problems += 1;
  if (executionMs === undefined) return;
  node.totalMs = (node.totalMs ?? 0) + executionMs;
  node.slowestMs = Math.max(node.slowestMs ?? 0, executionMs);
}

function readEdges(nodeOfStep: readonly number[], nodes: number): Pick<PathGraph, 'edges' | 'edgeAfterStep'> {
  const edges: PathEdge[] = [];
  const byKey = new Map<number, number>();
  const edgeAfterStep = nodeOfStep.slice(1).map((to, firstStep) => {
    const from = nodeOfStep[firstStep] ?? 0;
    const key = from * nodes + to;
    const index = byKey.get(key) ?? edges.length;
    byKey.set(key, index);
    const edge = edges[index] ?? { from, to, count: 0, firstStep };
    edges[index] = { ...edge, count: edge.count + 1 };
    return index;
  });
  return { edges, edgeAfterStep };
}
