import * as vscode from 'vscode';
import type { LearnedValue, Topic } from './learnFromSession.ts';
import { learnFromSession, topicOf } from './learnFromSession.ts';

export interface SeenValue {
  readonly value: string;
  /** What an id is called. */
  readonly label?: string;
  /** What else tells it from others. */
  readonly detail?: string;
}

type SeenTopics = { readonly [T in Topic]?: readonly SeenValue[] };
interface SeenConnection {
  readonly connection: string;
  readonly topics: SeenTopics;
}

const storageKey = 'insights.seenValues';
const mostConnections = 10;
const mostValues = 100;
/** One agent alone may have as many nodes. */
const mostNodes = 400;

/** What loaded sessions taught, for completion: kept for each connection, the newest first, bounded, and cleared on request. */
export class SeenValues implements vscode.Disposable {
  readonly #memento: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
  }

  /** Learns from sessions as they come, in their order. */
  learn(connection: string, sessions: readonly unknown[]): void {
    const known = this.#connections();
    const before = known.find((seen) => seen.connection === connection)?.topics ?? {};
    const after = withValues(before, sessions.flatMap(learnFromSession));
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    const others = known.filter((seen) => seen.connection !== connection);
    this.#store([{ connection, topics: after }, ...others].slice(0, mostConnections));
  }

  /** The values seen where a field stands; fields that hold the same thing share them. */
  valuesOf(connection: string, fieldPath: string): readonly SeenValue[] {
    const topic = topicOf(fieldPath);
    return topic ? this.valuesAbout(connection, topic) : [];
  }

  valuesAbout(connection: string, topic: Topic): readonly SeenValue[] {
    return this.#connections().find((seen) => seen.connection === connection)?.topics[topic] ?? [];
  }

  /** The values seen on any connection, those of the connection that was heard of last in front. */
  valuesEverywhere(topic: Topic): readonly SeenValue[] {
    const values = this.#connections().flatMap(({ topics }) => topics[topic] ?? []);
    return [...new Map(values.toReversed().map((seen) => [seen.value, seen])).values()].toReversed();
  }

  /** What an id that was seen before is called. */
  nameOf(connection: string, id: string): string | undefined {
    return this.valuesAbout(connection, 'agentId').find((seen) => seen.value === id)?.label;
  }

  forget(): void {
    this.#store(undefined);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #connections(): readonly SeenConnection[] {
    return this.#memento.get<readonly SeenConnection[]>(storageKey, []);
  }

  #store(connections: readonly SeenConnection[] | undefined): void {
    void this.#memento.update(storageKey, connections);
    this.#changed.fire();
  }
}

function withValues(before: SeenTopics, learned: readonly LearnedValue[]): SeenTopics {
  const after: { [T in Topic]?: Map<string, SeenValue> } = {};
  for (const { topic, value, name, detail } of learned) {
    const values = after[topic] ?? new Map<string, SeenValue>();
    after[topic] = values;
    const said = { ...(name === undefined ? {} : { label: name }), ...(detail === undefined ? {} : { detail }) };
    if (!values.has(value)) values.set(value, { value, ...said });
  }
  const topics: { [T in Topic]?: readonly SeenValue[] } = { ...before };
  for (const [topic, values] of Object.entries(after) as [Topic, Map<string, SeenValue>][]) {
    for (const seen of before[topic] ?? []) if (!values.has(seen.value)) values.set(seen.value, seen);
    topics[topic] = [...values.values()].slice(0, topic === 'nodeId' ? mostNodes : mostValues);
  }
  return topics;
}
