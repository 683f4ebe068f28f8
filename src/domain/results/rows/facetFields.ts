/** The facets whose values a session holds; those of its start and its duration are counted from numbers. */
export const listedFacets = [
  'agent',
  'version',
  'channel',
  'outcome',
  'status',
  'tag',
  'parameter',
  'parameterValue',
  'webhook',
  'responseCode',
  'node',
  'stepType',
] as const;
export type ListedFacet = (typeof listedFacets)[number];

/** What has to be asked for of each session before the values of a facet can be known: any of `fields` holds them. */
const needs: Readonly<Record<ListedFacet, readonly string[]>> = {
  agent: ['agent_information.name'],
  version: ['agent_information.version_id'],
  channel: ['channel'],
  outcome: ['channel_data.status_code'],
  status: ['status'],
  tag: ['tags_list'],
  parameter: ['params_list'],
  parameterValue: ['params_list'],
  webhook: ['flow_path.type', 'flow_path.request.url', 'flow_path.context.url'],
  responseCode: ['flow_path.response.code'],
  node: ['flow_path.node_id'],
  stepType: ['flow_path.type'],
};

/** The fields to ask for when a facet's values are wanted and not there. */
export function fieldsOfFacet(facet: ListedFacet): readonly string[] {
  return needs[facet];
}

/** Whether asking for `asked` brings what stands at `path`: itself, or all of an object that it is in. */
export function brings(asked: Iterable<string>, path: string): boolean {
  for (const one of asked) if (one === path || path.startsWith(`${one}.`) || one.startsWith(`${path}.`)) return true;
  return false;
}
