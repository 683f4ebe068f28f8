import type { Filter, InsightsQuery } from '../../../schemas/generated/insightsQuery.ts';
import { spellingsOf } from '../session/findTarget.ts';
import type { Lookup, LookupCondition, ValueCondition } from './lookup.ts';
import { isOfValue } from './lookup.ts';
import { defaultLookupRange } from './lookupRange.ts';

/** Clauses for a condition: what the service is asked, and what is decided here because it cannot be. */
interface Clauses {
  readonly must?: readonly object[];
  readonly should?: readonly object[];
  readonly refine?: readonly object[];
}

const mostRows = 50;
/** Of what is decided here most is dropped: few large answers are quicker. */
const mostAtOnce = 250;

/** The values of a kind that are known to be in sessions. */
export type KnownValues = (kind: 'tag' | 'agent' | 'node') => readonly string[];

/**
 * A lookup as a query, as a file would hold it: the newest first. The service compares tags, agents and nodes letter by letter; a part of
 * one stands for all known ones that hold it.
 */
export function lookupQuery(lookup: Lookup, known: KnownValues = () => []): InsightsQuery {
  return queryOf(lookup, (condition) => clausesOf(condition, known));
}

/** The same, but parts of tags, agents and nodes are decided here, on all sessions that the rest of the lookup finds. */
export function lookThroughQuery(lookup: Lookup): InsightsQuery {
  const query = queryOf(lookup, (condition) =>
    isOfValue(condition) ? { refine: [partOf(condition)] } : clausesOf(condition, () => []),
  );
  return { ...query, page_size: mostAtOnce };
}

function queryOf(lookup: Lookup, clausesOf: (condition: LookupCondition) => Clauses): InsightsQuery {
  const { from, to } = lookup.range ?? defaultLookupRange;
  const all = lookup.conditions.map(clausesOf);
  const must = all.flatMap((clauses) => clauses.must ?? []);
  // A query has one `should`: what a second number may be is decided here.
  const [should = [], ...others] = all.flatMap((clauses) => (clauses.should ? [clauses.should] : []));
  const refine = [
    ...all.flatMap((clauses) => clauses.refine ?? []),
    ...others.map((clauses) => ({ bool: { should: clauses } })),
  ];
  const filter = { ...(must.length > 0 ? { must } : {}), ...(should.length > 0 ? { should } : {}) } as Filter;
  return {
    from_date: from,
    to_date: to,
    ...(Object.keys(filter).length > 0 ? { filter_by: filter } : {}),
    ...(refine.length > 0 ? { refine: { must: refine } } : {}),
    sort_by: ['session_start_time:desc'],
    page_size: mostRows,
  };
}

function clausesOf(condition: LookupCondition, known: KnownValues): Clauses {
  switch (condition.kind) {
    case 'id':
      return { must: [{ term: { id: condition.id } }] };
    case 'number': {
      const spellings = spellingsOf(condition.digits);
      return {
        should: ['source', 'destination'].flatMap((field) => spellings.map((text) => ({ term: { [field]: text } }))),
      };
    }
    case 'tag':
      return valueClauses(valueFields.tag, condition.text, known('tag'));
    case 'agent':
      return valueClauses(valueFields.agent, condition.text, known('agent'));
    case 'node':
      return valueClauses(valueFields.node, condition.text, known('node'));
    case 'code':
      return { must: [{ term: { 'flow_path.response.code': numberOrText(condition.text) } }] };
    case 'word':
      return { must: [{ match: { 'transcription.user': condition.text } }] };
    case 'phrase':
      return {
        must: wordsOf(condition.text).map((text) => ({ match: { 'transcription.user': text } })),
        refine: [{ match_phrase: { 'transcription.user': condition.text } }],
      };
    case 'parameter': {
      const clauses = [
        { term: { 'params_list.name': condition.name } },
        { term: { 'params_list.value': condition.text } },
      ];
      return { must: clauses, refine: [{ nested: { path: 'params_list', query: { bool: { must: clauses } } } }] };
    }
  }
}

const valueFields = {
  tag: 'tags_list.tag',
  agent: 'agent_information.name',
  node: 'flow_path.node_id',
} as const;

function partOf({ kind, text }: ValueCondition): object {
  const value = `*${text.replaceAll(/[*?\\]/gu, String.raw`\$&`)}*`;
  return { wildcard: { [valueFields[kind]]: { value, case_insensitive: true } } };
}

const mostValues = 20;

function valueClauses(field: string, text: string, known: readonly string[]): Clauses {
  const part = text.toLowerCase();
  const values = known.includes(text) ? [text] : known.filter((value) => value.toLowerCase().includes(part));
  const [only = text, ...others] = values.slice(0, mostValues);
  return others.length === 0
    ? { must: [{ term: { [field]: only } }] }
    : { should: [only, ...others].map((value) => ({ term: { [field]: value } })) };
}

const mostWords = 10;

function wordsOf(phrase: string): readonly string[] {
  return [...new Set(phrase.split(' ').filter(Boolean))].slice(0, mostWords);
}

function numberOrText(text: string): number | string {
  return /^\d{1,9}$/u.test(text) ? Number(text) : text;
}
