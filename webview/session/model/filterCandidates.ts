import type { Outcome } from '../../../src/domain/session/session.ts';
import type { Step } from '../../../src/domain/session/steps.ts';
import type { FilterCandidate } from '../../../src/protocol/messages.ts';
import { nameOfStep, stepTitle } from '../../parts/steps/nodeLabel.ts';
import { filterWords } from '../words/filterWords.ts';
import type { SessionModel } from './model.ts';

/** What is looked at: a step, and a fact of the session by its path. */
export interface LookedAt {
  readonly step?: Step | undefined;
  readonly fact?: string | undefined;
}

/** What a query may ask for of what is looked at: the fact's value, then the step's, then the session's. */
export function filterCandidates(
  model: Pick<SessionModel, 'summary' | 'tags' | 'facts' | 'parameters' | 'nodeName'>,
  { step, fact }: LookedAt,
): readonly FilterCandidate[] {
  const all = [
    ...ofFact(model, fact),
    ...(step ? ofStep(model, step) : []),
    ...ofSession(model),
    ...ofParameters(model),
  ];
  const seen = new Set<string>();
  return all.filter(({ path, value, also }) => {
    const key = JSON.stringify([path, value, also]);
    if (seen.has(key) || value === '' || value.length > longestValue) return false;
    seen.add(key);
    return true;
  });
}

/** More than this is a payload, and no value that a field is searched for. */
const longestValue = 1_000;

function ofFact({ facts }: Pick<SessionModel, 'facts'>, wanted: string | undefined): readonly FilterCandidate[] {
  return facts.flatMap(({ path, value, title }) => (path === wanted ? one(path, value, title) : []));
}

/** Sessions in which the same node went the same way: what most people look for first. */
function likeThis(model: Pick<SessionModel, 'nodeName'>, step: Step): readonly FilterCandidate[] {
  const { nodeId, repeats, url, urlIn, responseCode, statusCode, problem, type } = step;
  const isWebhook = type?.toLowerCase() === 'webhook';
  const [code, codePath] =
    responseCode === undefined ? [statusCode, 'context.status.code'] : [responseCode, 'response.code'];
  const [value, path] = nodeId === undefined || repeats ? [url, `${urlIn ?? 'request'}.url`] : [nodeId, 'node_id'];
  if (code === undefined || value === undefined || !(isWebhook || problem)) return [];
  return one(`flow_path.${path}`, value, isWebhook ? filterWords.sameWebhook : filterWords.sameNode).map(
    (candidate) => ({
      ...candidate,
      name: `${stepTitle(model, step)} ${code}`,
      also: { path: `flow_path.${codePath}`, value: String(code) },
    }),
  );
}

function ofStep(model: Pick<SessionModel, 'nodeName'>, step: Step): readonly FilterCandidate[] {
  const { nodeId, type, url, urlIn, responseCode, statusCode, requestId, userInput, tags, altered, parameters } = step;
  return [
    ...likeThis(model, step),
    ...one(`flow_path.${urlIn ?? 'request'}.url`, url, filterWords.url),
    ...one('flow_path.response.code', responseCode, filterWords.responseCode),
    ...one(
      'flow_path.context.status.code',
      responseCode === undefined ? statusCode : undefined,
      filterWords.stepStatus,
    ),
    ...one('flow_path.node_id', nodeId, filterWords.node, nameOfStep(model, step)),
    ...one('flow_path.type', type, filterWords.stepType),
    ...one('flow_path.context.user_input', userInput, filterWords.callerSaid),
    ...tags.flatMap(({ tag }) => one('flow_path.tags.tag', tag, filterWords.stepTag)),
    ...altered.flatMap(({ name }) => one('flow_path.context.altered_parameters.name', name, filterWords.altered)),
    ...parameters.flatMap(({ name }) =>
      one('flow_path.context.execution_parameters.name', name, filterWords.parameter),
    ),
    ...one('flow_path.request_id', requestId, filterWords.request),
  ];
}

function ofSession({ summary, tags }: Pick<SessionModel, 'summary' | 'tags'>): readonly FilterCandidate[] {
  return [
    ...one('source', summary.caller, filterWords.caller),
    ...one('agent_information.id', summary.agentId, filterWords.agentId, summary.agent),
    ...one('agent_information.name', summary.agent, filterWords.agent),
    ...one('channel', summary.channel, filterWords.channel),
    ...one('channel_data.status_code', statusCodes[summary.outcome], filterWords.outcome[summary.outcome]),
    ...tags.flatMap(({ tag }) => one('tags_list.tag', tag, filterWords.tag)),
  ];
}

/** What parameters ended with. A dot in a name would end it in a path. */
function ofParameters({ parameters }: Pick<SessionModel, 'parameters'>): readonly FilterCandidate[] {
  return parameters.flatMap(({ name, value }) =>
    /^[\w-]+$/u.test(name) ? one(`params.${name}.value`, value, name) : [],
  );
}

/** The service's own codes, as `summarise` reads them; that it goes on is no code. */
const statusCodes: Readonly<Record<Outcome, number | undefined>> = {
  success: 0,
  warning: 100,
  error: 200,
  inProgress: undefined,
  unknown: undefined,
};

function one(
  path: string,
  value: string | number | undefined,
  label: string,
  name?: string,
): readonly FilterCandidate[] {
  if (value === undefined) return [];
  return [{ path, value: String(value), label, ...(name === undefined ? {} : { name }) }];
}
