import { asList, asRecord, asText } from '../../json/looseValues.ts';
import type { WantedValue } from '../../query/edits/addClause.ts';
import type { WantedEntry } from '../../query/edits/addEntry.ts';
import { summarise } from '../../session/session.ts';
import type { ListedFacet } from './facetFields.ts';
import { readFacet, readPair } from './readFacet.ts';

/** A field, and what a session has there: one condition that a query can ask for. */
export type FacetClause = Pick<WantedValue, 'path' | 'value'>;

const outcomeCodes: Readonly<Record<string, string>> = { success: '0', warning: '100', error: '200' };

/** More spellings than these are no spellings of one thing. */
const mostClauses = 20;

/**
 * What to ask the service for a value of a facet: any of the clauses finds it. A channel is spelled in several ways, and an address differs
 * behind its path, so that they are those of the sessions that are there. None where the service cannot be asked at all.
 */
function clausesOf(facet: ListedFacet, value: string, sessions: Iterable<unknown>): readonly FacetClause[] {
  if (value === '') return [];
  switch (facet) {
    case 'agent':
      return [{ path: 'agent_information.name', value }];
    case 'version':
      return [{ path: 'agent_information.version_id', value }];
    case 'status':
      return [{ path: 'status', value }];
    case 'outcome': {
      const code = Object.hasOwn(outcomeCodes, value) ? outcomeCodes[value] : undefined;
      if (code !== undefined) return [{ path: 'channel_data.status_code', value: code }];
      return value === 'inProgress' ? [{ path: 'status', value: 'in_progress' }] : [];
    }
    case 'tag':
      return [{ path: 'tags_list.tag', value: readPair(value)[0] }];
    case 'parameter':
      return [{ path: 'params_list.name', value }];
    case 'parameterValue': {
      const [name, held] = readPair(value);
      return held === undefined ? [] : [{ path: `parameters.${name}`, value: held }];
    }
    case 'responseCode':
      return [{ path: 'flow_path.response.code', value }];
    case 'node':
      return [{ path: 'flow_path.node_id', value }];
    case 'stepType':
      return [{ path: 'flow_path.type', value }];
    case 'channel':
      return spellings('channel', (session) =>
        readFacet('channel', session)[0] === value ? [summarise(session).channel] : [],
      )(sessions);
    case 'webhook':
      return spellings('flow_path.request.url', (session) => urlsOf(session, value))(sessions);
  }
}

/** What a query has to say to find the sessions with a value of a facet, or to leave them out. */
export interface FacetConditions {
  /** Any of them is meant where there are several. Nothing at all where the service cannot be asked. */
  readonly clauses: readonly FacetClause[];
  /** What is decided here beside them. */
  readonly entries: readonly WantedEntry[];
}

export function conditionsOf(
  {
    facet,
    value,
    occurrence,
  }: { readonly facet: ListedFacet; readonly value: string } & Pick<WantedEntry, 'occurrence'>,
  sessions: Iterable<unknown>,
): FacetConditions {
  const entry = entryOf(facet, value);
  // Leaving out all that the service finds would leave out more than the entry.
  const clauses = entry && occurrence === 'must_not' ? [] : clausesOf(facet, value, sessions);
  return { clauses, entries: entry ? [{ ...entry, occurrence }] : [] };
}

/**
 * What only an entry as a whole can decide: a tag of a category. The service finds sessions that have the tag and, with another tag, the
 * category; its clause narrows what is asked for, and does not say the same.
 */
function entryOf(facet: ListedFacet, value: string): Omit<WantedEntry, 'occurrence'> | undefined {
  if (facet !== 'tag') return undefined;
  const [tag, category] = readPair(value);
  return category === undefined
    ? undefined
    : { list: 'tags_list', values: { 'tags_list.tag': tag, 'tags_list.category': category } };
}

function spellings(path: string, read: (session: unknown) => readonly (string | undefined)[]) {
  return (sessions: Iterable<unknown>): readonly FacetClause[] => {
    const found = new Set<string>();
    for (const session of sessions) for (const text of read(session)) if (text !== undefined) found.add(text);
    return found.size > mostClauses ? [] : [...found].map((value) => ({ path, value }));
  };
}

/** The addresses of a session's webhooks that are one in the facet. */
function urlsOf(session: unknown, webhook: string): readonly (string | undefined)[] {
  return asList(asRecord(session).flow_path).flatMap((step) =>
    readFacet('webhook', { flow_path: [step] })[0] === webhook ? [asText(asRecord(asRecord(step).request).url)] : [],
  );
}
