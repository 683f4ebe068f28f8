import type { LooseRecord } from '../json/looseValues.ts';
import { asBoolean, asList, asNumber, asRecord, asText } from '../json/looseValues.ts';
import { parseJson } from '../json/parseJson.ts';

/** Why a step is a problem. */
export type ProblemReason = 'responseCode' | 'statusCode' | 'noResponse' | 'timedOut';

/** A parameter as a step or a session holds it. */
export interface Parameter {
  readonly name: string;
  readonly value?: string | undefined;
  readonly entity?: string | undefined;
  readonly completed?: boolean | undefined;
  /** How an alteration came about: injected, completed, classified. */
  readonly source?: string | undefined;
}

export interface Tag {
  readonly tag: string;
  readonly category?: string | undefined;
  readonly count?: number | undefined;
}

/** One entry of `flow_path`: a node that ran. Node ids repeat, so a step is known by its index. */
export interface Step {
  readonly index: number;
  readonly type?: string | undefined;
  readonly nodeId?: string | undefined;
  readonly requestId?: string | undefined;
  readonly verb?: string | undefined;
  readonly url?: string | undefined;
  /** Where the document holds the address. */
  readonly urlIn?: 'request' | 'context' | undefined;
  readonly requestHeaders: unknown;
  readonly requestPayload: unknown;
  readonly responseCode?: number | undefined;
  readonly responsePayload: unknown;
  readonly statusCode?: number | undefined;
  readonly statusMessage?: string | undefined;
  readonly output?: string | undefined;
  readonly executionMs?: number | undefined;
  /** What the caller said. */
  readonly userInput?: string | undefined;
  /** What the agent said. */
  readonly spoken?: string | undefined;
  readonly parameters: readonly Parameter[];
  readonly altered: readonly Parameter[];
  readonly tags: readonly Tag[];
  /** An `end_call` repeats the node and the tags of the step before it: nothing was visited or tagged again. */
  readonly repeats: boolean;
  readonly problem?: ProblemReason | undefined;
  /** The entry as the document holds it. */
  readonly recorded: unknown;
}

/** The steps of any document; what is no object stays a step with nothing in it, so that indexes hold. */
export function readSteps(document: unknown): readonly Step[] {
  return asList(asRecord(document).flow_path).map((value, index, path) => readStep(value, index, path[index - 1]));
}

function readStep(value: unknown, index: number, before: unknown): Step {
  const step = asRecord(value);
  const request = asRecord(step.request);
  const response = asRecord(step.response);
  const context = asRecord(step.context);
  const status = asRecord(context.status);
  const type = asText(step.type);
  const requestUrl = asText(request.url);
  const facts = {
    type,
    url: requestUrl ?? asText(context.url),
    responseCode: asNumber(response.code),
    statusCode: asNumber(status.code),
    statusMessage: asText(status.message),
  };
  // Spelled out: spreading `facts` makes reading a long session several times slower.
  return {
    index,
    type,
    url: facts.url,
    urlIn: facts.url === undefined ? undefined : requestUrl === undefined ? 'context' : 'request',
    responseCode: facts.responseCode,
    statusCode: facts.statusCode,
    statusMessage: facts.statusMessage,
    nodeId: asText(step.node_id),
    requestId: asText(step.request_id),
    verb: asText(request.verb),
    requestHeaders: request.headers,
    requestPayload: request.payload,
    responsePayload: response.payload,
    output: asText(context.output),
    executionMs: asNumber(step.execution_time),
    userInput: asText(context.user_input),
    spoken: type === 'speak' ? spokenText(request.payload) : undefined,
    parameters: asList(context.execution_parameters).map(readParameter),
    altered: asList(context.altered_parameters).map(readParameter),
    tags: asList(step.tags).map(readTag),
    repeats: type?.toLowerCase() === 'end_call' && isSameNode(step, asRecord(before)),
    problem: findProblem(facts),
    recorded: value,
  };
}

/** What a path is made of. */
export type StepVisit = Pick<Step, 'type' | 'nodeId' | 'executionMs' | 'repeats' | 'problem'>;

/** The same steps, with no more of each than that: a fraction of the work, for who reads those of many sessions. */
export function readStepVisits(document: unknown): readonly StepVisit[] {
  return asList(asRecord(document).flow_path).map((value, index, path) => {
    const step = asRecord(value);
    const context = asRecord(step.context);
    const status = asRecord(context.status);
    const type = asText(step.type);
    return {
      type,
      nodeId: asText(step.node_id),
      executionMs: asNumber(step.execution_time),
      repeats: type?.toLowerCase() === 'end_call' && isSameNode(step, asRecord(path[index - 1])),
      problem: findProblem({
        type,
        url: undefined,
        responseCode: asNumber(asRecord(step.response).code),
        statusCode: asNumber(status.code),
        statusMessage: asText(status.message),
      }),
    };
  });
}

function isSameNode(step: LooseRecord, before: LooseRecord): boolean {
  const id = asText(step.node_id);
  return id !== undefined && id === asText(before.node_id);
}

export function readParameter(value: unknown): Parameter {
  const parameter = asRecord(value);
  return {
    name: asText(parameter.name) ?? '',
    value: asText(parameter.value) ?? asText(parameter.value_text),
    // The documentation's sample says `type`, its model `entity`.
    entity: asText(parameter.type) ?? asText(parameter.entity),
    completed: asBoolean(parameter.completed),
    source: asText(parameter.alteration_source),
  };
}

export function readTag(value: unknown): Tag {
  const tag = asRecord(value);
  return { tag: asText(tag.tag) ?? asText(value) ?? '', category: asText(tag.category), count: asNumber(tag.count) };
}

function spokenText(payload: unknown): string | undefined {
  return asText(asRecord(parseLeniently(payload)).text);
}

/** A payload as a value: when it is a string that holds JSON what is written there (see `parseJson`), as it is otherwise. */
export function parseLeniently(payload: unknown): unknown {
  if (typeof payload !== 'string') return payload;
  const start = payload.trimStart()[0];
  if (start !== '{' && start !== '[') return payload;
  try {
    return parseJson(payload);
  } catch {
    return payload;
  }
}

type ProblemFacts = Pick<Step, 'type' | 'url' | 'responseCode' | 'statusCode' | 'statusMessage'>;

function findProblem({ type, responseCode, statusCode, statusMessage }: ProblemFacts): ProblemReason | undefined {
  const code = responseCode ?? statusCode;
  const failed = code === undefined || code === 0 || code >= 400;
  if (failed && (code === 408 || code === 504 || /time[sd]?[ _-]?out/iu.test(statusMessage ?? ''))) return 'timedOut';
  const webhook = type?.toLowerCase() === 'webhook';
  // A webhook is to answer with a success; a redirect was not followed.
  if (responseCode !== undefined && responseCode >= (webhook ? 300 : 400)) return 'responseCode';
  if (statusCode !== undefined && statusCode >= 400) return 'statusCode';
  // Only a webhook must be answered: other steps often leave the response out.
  return webhook && !responseCode ? 'noResponse' : undefined;
}
