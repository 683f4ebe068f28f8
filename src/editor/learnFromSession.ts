import { asList, asRecord, asText } from '../domain/looseValues.ts';

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
  const learned = new Map<string, LearnedValue>();
  const names = texts(document, 'agent_information.name');
  for (const [path, topic] of Object.entries(topics)) {
    for (const value of texts(document, path)) {
      if (value === '' || value.length > longest || (topic === 'url' && !isPlainUrl(value))) continue;
      const name = topic === 'agentId' ? names[0]?.slice(0, longest) : undefined;
      learned.set(`${topic} ${value}`, name === undefined ? { topic, value } : { topic, value, name });
    }
  }
  for (const [value, type] of nodeTypes(document)) {
    const detail = [type.replaceAll('_', ' '), names[0]].filter(Boolean).join(' · ').slice(0, longest);
    const node = learned.get(`nodeId ${value}`);
    if (node) learned.set(`nodeId ${value}`, { ...node, detail });
  }
  return [...learned.values()];
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

function texts(value: unknown, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => texts(item, path));
  if (path === '') return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
  if (typeof value !== 'object' || value === null) return [];
  const [head = '', ...tail] = path.split('.');
  return Object.hasOwn(value, head) ? texts((value as Record<string, unknown>)[head], tail.join('.')) : [];
}

/** Queries, credentials, and long numbers in a path may say who called. */
function isPlainUrl(text: string): boolean {
  return /^https?:\/\/[^?#@\s]+$/u.test(text) && !/\d{7}/u.test(text) && !/%40/u.test(text);
}
