import type { StepVisit } from '../../session/steps.ts';
import { readStepVisits } from '../../session/steps.ts';
import { TimeCounts } from './timeCounts.ts';

/** A node that ran in some of the sessions. */
export interface MapNode {
  /** Tells it from other nodes, in other maps too: by its name where it has one. */
  readonly key: string;
  /** What people call it; undefined where nobody named it. */
  readonly name: string | undefined;
  /** Several where versions of an agent have nodes of one name; none for steps that name no node: those of a type stand together. */
  readonly nodeIds: readonly string[];
  readonly type: string | undefined;
  /** How many sessions came through it. */
  readonly sessions: number;
  readonly visits: number;
  /** How many sessions began and ended here. */
  readonly entries: number;
  readonly exits: number;
  /** How many sessions came here more than once. */
  readonly loops: number;
  /** How many visits were problems. */
  readonly problems: number;
  /** Over the visits whose execution time is known. */
  readonly p50Ms: number | undefined;
  readonly p95Ms: number | undefined;
}

/** That a step of one node was followed by a step of another, or of the same. */
export interface MapEdge {
  readonly from: string;
  readonly to: string;
  /** How often, and in how many sessions. */
  readonly count: number;
  readonly sessions: number;
  /** Of the visits of `from`, the part that went on so: 0 to 1. The rest ended there. */
  readonly share: number;
}

/** What ran after what in many sessions. Only the order of execution is in it: what a flow could have done besides is not known. */
export interface PathMap {
  /** Sessions that have a path. */
  readonly sessions: number;
  readonly withoutPath: number;
  /** Those that most sessions came through first, and then in the order in which they came up. */
  readonly nodes: readonly MapNode[];
  /** The strongest first. */
  readonly edges: readonly MapEdge[];
}

/** Sees sessions one after another. */
export interface PathMapping {
  collect(session: unknown): void;
  /** The same of steps that are read already: gives the keys of the nodes that ran, in order. */
  add(steps: readonly StepVisit[]): readonly string[];
  /** So far; it can be asked for at any time. */
  result(): PathMap;
}

/** All that a path map reads of a session. */
export const pathMapFields: ReadonlySet<string> = new Set([
  'flow_path.node_id',
  'flow_path.type',
  'flow_path.execution_time',
  'flow_path.response.code',
  'flow_path.context.status',
]);

/** `nameOf`: what people call a node. Nodes of one name are one node. */
export function startPathMap(nameOf: (nodeId: string) => string | undefined): PathMapping {
  const nodes = new Map<string, Node>();
  let [sessions, withoutPath] = [0, 0];
  const nodeOf = (step: StepVisit): Node => {
    const name = step.nodeId === undefined ? undefined : nameOf(step.nodeId);
    const key = keyOf(step, name);
    let node = nodes.get(key);
    if (!node) {
      node = new Node(key, name, step.type);
      nodes.set(key, node);
    }
    if (step.nodeId !== undefined) node.nodeIds.add(step.nodeId);
    return node;
  };
  const add = (steps: readonly StepVisit[]): readonly string[] => {
    // The end of a call repeats the node before it: that did not run again.
    const ran = steps.filter(({ repeats }) => !repeats);
    if (ran.length === 0) {
      withoutPath += 1;
      return [];
    }
    sessions += 1;
    let before: Node | undefined;
    const path = ran.map((step) => {
      const node = nodeOf(step);
      if (before) before.leadTo(node, sessions);
      else node.entries += 1;
      node.visit(step, sessions);
      before = node;
      return node.key;
    });
    if (before) before.exits += 1;
    return path;
  };
  return {
    add,
    collect: (session) => void add(readStepVisits(session)),
    result: () => ({
      sessions,
      withoutPath,
      nodes: [...nodes.values()].map((node) => node.result()).sort((a, b) => b.sessions - a.sessions),
      edges: [...nodes.values()]
        .flatMap((node) => node.edges())
        .sort((a, b) => b.sessions - a.sessions || b.count - a.count),
    }),
  };
}

/** What has no id stands together by its type. */
function keyOf({ nodeId, type }: StepVisit, name: string | undefined): string {
  if (nodeId === undefined) return `type:${type ?? ''}`;
  return name === undefined ? `id:${nodeId}` : `name:${name}`;
}

/** Sessions are numbered, so that what happens again in one of them is known without keeping which there were. */
class Node {
  readonly nodeIds = new Set<string>();
  readonly key: string;
  readonly #name: string | undefined;
  readonly #type: string | undefined;
  readonly #times = new TimeCounts();
  readonly #next = new Map<Node, { count: number; sessions: number; last: number }>();
  entries = 0;
  exits = 0;
  #sessions = 0;
  #visits = 0;
  #problems = 0;
  #loops = 0;
  #lastVisited = 0;
  #lastLooped = 0;

  constructor(key: string, name: string | undefined, type: string | undefined) {
    this.key = key;
    this.#name = name;
    this.#type = type;
  }

  visit({ problem, executionMs }: StepVisit, session: number): void {
    this.#visits += 1;
    if (problem !== undefined) this.#problems += 1;
    if (executionMs !== undefined) this.#times.add(executionMs);
    if (this.#lastVisited !== session) this.#sessions += 1;
    else if (this.#lastLooped !== session) {
      this.#loops += 1;
      this.#lastLooped = session;
    }
    this.#lastVisited = session;
  }

  leadTo(node: Node, session: number): void {
    const edge = this.#next.get(node) ?? { count: 0, sessions: 0, last: 0 };
    this.#next.set(node, edge);
    edge.count += 1;
    if (edge.last !== session) edge.sessions += 1;
    edge.last = session;
  }

  result(): MapNode {
    const [p50Ms, p95Ms] = this.#times.percentiles([50, 95]);
    return {
      key: this.key,
      name: this.#name,
      nodeIds: [...this.nodeIds],
      type: this.#type,
      sessions: this.#sessions,
      visits: this.#visits,
      entries: this.entries,
      exits: this.exits,
      loops: this.#loops,
      problems: this.#problems,
      p50Ms,
      p95Ms,
    };
  }

  edges(): readonly MapEdge[] {
    return [...this.#next].map(([to, { count, sessions }]) => ({
      from: this.key,
      to: to.key,
      count,
      sessions,
      share: count / this.#visits,
    }));
  }
}
