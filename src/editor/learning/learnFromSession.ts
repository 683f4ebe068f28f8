import { asList, asRecord, asText, isRecord } from '../../domain/json/looseValues.ts';

/** What seen values are about. Fields of one topic share their values: a tag is a tag wherever it stands. */
export type Topic =
  | 'agentId'
  | 'agentName'
  | 'agentVersion'
  | 'channel'
  | 'entity'
  | 'language'
  | 'nodeId'
  | 'nodeType'
  | 'parameter'
  | 'tag'
  | 'tagCategory'
  | 'url'
  | 'voice';

/** A value that a session holds, with its name when it is an id that has one. */
export interface LearnedValue {
  readonly topic: Topic;
  readonly value: string;
  readonly name?: string;
  /** What else tells it from others: of a node its type and its agent. */
  readonly detail?: string;
}

/**
 * The fields whose values are worth offering. An allow list: callers, what was said, values of parameters, payloads and headers
 * are people's data and are never kept.
 */
const topics: Readonly<Record<string, Topic>> = {
  'agent_information.id': 'agentId',
  'agent_information.name': 'agentName',
  'agent_information.version_id': 'agentVersion',
  'agent_information.voice': 'voice',
  'agent_information.language': 'language',
  language: 'language',
  channel: 'channel',
  'tags_list.tag': 'tag',
  'tags_list.category': 'tagCategory',
  'flow_data.collected_tags.tag': 'tag',
  'flow_data.collected_tags.category': 'tagCategory',
  'flow_path.tags.tag': 'tag',
  'flow_path.tags.category': 'tagCategory',
  'params_list.name': 'parameter',
  'params_list.type': 'entity',
  'params_list.entity': 'entity',
  'flow_data.collected_parameters.name': 'parameter',
  'flow_data.collected_parameters.type': 'entity',
  'flow_data.collected_parameters.entity': 'entity',
  'flow_path.context.execution_parameters.name': 'parameter',
  'flow_path.context.execution_parameters.type': 'entity',
  'flow_path.context.execution_parameters.entity': 'entity',
  'flow_path.context.altered_parameters.name': 'parameter',
  'flow_path.context.altered_parameters.entity': 'entity',
  'flow_path.node_id': 'nodeId',
  'flow_path.type': 'nodeType',
  'flow_path.request.url': 'url',
  'flow_path.context.url': 'url',
};

/** Longer texts are not names, and a list of them is of no use. */
const longest = 200;

/** A session that goes on and on visits the same nodes: what its first steps do not teach is left out. */
const mostSteps = 2_000;

export function topicOf(fieldPath: string): Topic | undefined {
  return topics[fieldPath];
}

/** What a session document teaches, each value once. Accepts anything: documents come from a service. */
export function learnFromSession(session: unknown): readonly LearnedValue[] {
  const document = withFewSteps(session);
  const found = new Map<Topic, Set<string>>();
  collect(document, wanted, found);
  const [agent] = found.get('agentName') ?? [];
  const types = nodeTypes(document);
  return [...found].flatMap(([topic, values]) =>
    [...values].filter((value) => isOfUse(topic, value)).map((value) => described(topic, value, { agent, types })),
  );
}

function isOfUse(topic: Topic, value: string): boolean {
  return value !== '' && value.length <= longest && (topic !== 'url' || isPlainUrl(value));
}

function described(
  topic: Topic,
  value: string,
  { agent, types }: { readonly agent: string | undefined; readonly types: ReadonlyMap<string, string> },
): LearnedValue {
  if (topic === 'agentId' && agent !== undefined) return { topic, value, name: agent.slice(0, longest) };
  const type = topic === 'nodeId' ? types.get(value) : undefined;
  if (type === undefined) return { topic, value };
  return { topic, value, detail: [type.replaceAll('_', ' '), agent].filter(Boolean).join(' · ').slice(0, longest) };
}

function withFewSteps(session: unknown): unknown {
  const path = asList(asRecord(session).flow_path);
  return path.length > mostSteps ? { ...asRecord(session), flow_path: path.slice(0, mostSteps) } : session;
}

/** What each node is, by its first step; an end call repeats the id of another node. */
function nodeTypes(document: unknown): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  for (const step of asList(asRecord(document).flow_path).map(asRecord)) {
    const [id, type] = [asText(step.node_id), asText(step.type)];
    if (id !== undefined && type !== undefined && type !== 'end_call' && !types.has(id)) types.set(id, type);
  }
  return types;
}

/** The paths as a tree, so that a document is walked through once for all of them. */
interface Branch {
  topic?: Topic;
  readonly below: Map<string, Branch>;
}

const wanted = treeOf(topics);

function treeOf(paths: Readonly<Record<string, Topic>>): Branch {
  const root: Branch = { below: new Map() };
  for (const [path, topic] of Object.entries(paths)) {
    let branch = root;
    for (const name of path.split('.')) {
      const next: Branch = branch.below.get(name) ?? { below: new Map() };
      branch.below.set(name, next);
      branch = next;
    }
    branch.topic = topic;
  }
  return root;
}

function collect(value: unknown, branch: Branch, found: Map<Topic, Set<string>>): void {
  const { topic, below } = branch;
  if (Array.isArray(value)) {
    // Lists within lists are nowhere documented, and may be nested deeper than calls can be.
    for (const item of value) if (!Array.isArray(item)) collect(item, branch, found);
  } else if (isRecord(value)) {
    for (const [name, next] of below) if (Object.hasOwn(value, name)) collect(value[name], next, found);
  } else if (topic && typeof value !== 'boolean') {
    const text = asText(value);
    if (text !== undefined) found.set(topic, (found.get(topic) ?? new Set()).add(text));
  }
}

/** Queries, credentials, and long numbers in a path may say who called. */
function isPlainUrl(text: string): boolean {
  return /^https?:\/\/[^?#@\s]+$/u.test(text) && !/\d{7}/u.test(text) && !/%40/u.test(text);
}
