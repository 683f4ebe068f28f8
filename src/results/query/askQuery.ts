import * as vscode from 'vscode';
import type { Run } from '../../api/runs/run.ts';
import { applyEdits } from '../../domain/json/textEdits.ts';
import type { WantedValue } from '../../domain/query/edits/addClause.ts';
import { addClauses } from '../../domain/query/edits/addClauses.ts';
import { setProperty } from '../../domain/query/edits/setProperty.ts';
import { parseQuery } from '../../domain/query/query.ts';
import { readSort } from '../../domain/query/request.ts';
import type { FacetConditions } from '../../domain/results/rows/facetClauses.ts';
import { conditionsOf } from '../../domain/results/rows/facetClauses.ts';
import type { ListedFacet } from '../../domain/results/rows/facetFields.ts';
import { listedFacets } from '../../domain/results/rows/facetFields.ts';
import { readFacet } from '../../domain/results/rows/readFacet.ts';
import { masksScreen } from '../../host/settings.ts';
import type { FacetRequest } from '../../protocol/resultsMessages.ts';
import type { QueryEdits } from './queryEdits.ts';
import { uneditedWords } from './queryEdits.ts';

/** The property of the query that is in the way. */
const refusing: Readonly<Record<string, string>> = { filter: 'filter_by', refine: 'refine' };
const nothing: FacetConditions = { clauses: [], entries: [] };

interface AskedQuery {
  readonly edits: QueryEdits;
  readonly name: string;
  readonly run: Run;
}

/** Puts a value of a facet into the query, as one change that can be undone. Answers with a sentence to say. */
export async function filterQuery({ edits, name, run }: AskedQuery, request: FacetRequest): Promise<string> {
  const { occurrence } = request;
  const facet = listedFacets.find((one) => one === request.facet);
  const value = facet && writtenValue(facet, request, run.sessions[request.row ?? -1]);
  const { clauses, entries } =
    facet && value !== undefined ? conditionsOf({ facet, value, occurrence }, run.sessions) : nothing;
  if (clauses.length + entries.length === 0)
    return vscode.l10n.t('The service can’t be asked for this: it filters here only.');
  // Any of several is what `should` is for.
  const several = clauses.length > 1 && occurrence === 'must';
  const wanted = clauses.map((clause): WantedValue => ({ ...clause, occurrence: several ? 'should' : occurrence }));
  let present = false;
  let contradicts = false;
  let refused: string | undefined;
  const done = await edits.edit((text) => {
    if (several && hasShould(text)) return undefined;
    const addition = addClauses(text, wanted, entries);
    present = addition.type === 'present';
    refused = addition.type === 'refused' ? refusing[addition.reason] : undefined;
    if (addition.type !== 'added') return undefined;
    contradicts = addition.contradicts;
    return addition.edits;
  });
  const what = asked({ clauses, entries })
    .map(([path, held]) => `${path} ${shortened(held)}`)
    .join(', ');
  if (present) {
    return occurrence === 'must'
      ? vscode.l10n.t('{0} asks for {1} already.', name, what)
      : vscode.l10n.t('{0} leaves out {1} already.', name, what);
  }
  if (!done && several) {
    return vscode.l10n.t(
      '{0} wasn’t changed: it has other clauses in "should", so it can’t ask for any of {1} values beside them.',
      name,
      clauses.length,
    );
  }
  if (refused !== undefined)
    return vscode.l10n.t('{0} wasn’t changed: nothing can be added to its {1}.', name, refused);
  if (!done) return uneditedWords(name);
  const words =
    occurrence === 'must'
      ? vscode.l10n.t('{0} asks for {1} now.', name, what)
      : vscode.l10n.t('{0} leaves out {1} now.', name, what);
  const vain = contradicts ? [vscode.l10n.t('With its other clauses it can find nothing.')] : [];
  return [words, ...vain, vscode.l10n.t('Run Query runs it.')].join(' ');
}

/** Has the service sort by a field; whoever asks runs the query then. */
export async function sortQuery(edits: QueryEdits, path: string, direction: 'asc' | 'desc'): Promise<boolean> {
  return edits.edit((text) => {
    const [first] = readSort(parseQuery(text).value.sort_by);
    if (first?.field === path && first.direction === direction) return undefined;
    return setProperty(text, 'sort_by', [`${path}:${direction}`]);
  });
}

/** Gives the query a range of dates as one change that can be undone. Answers with a sentence to say. */
export async function dateQuery(
  { edits, name }: Pick<AskedQuery, 'edits' | 'name'>,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<string> {
  // The end of a query's range belongs to it.
  const [first, last] = [new Date(from), new Date(Math.max(from, to - 1000))].map(
    (date) => `${date.toISOString().slice(0, 19)}Z`,
  );
  const done = await edits.edit((text) => {
    const start = setProperty(text, 'from_date', first);
    const between = start && applyEdits(text, start);
    const end = between === undefined ? undefined : setProperty(between, 'to_date', last);
    if (between === undefined || !end) return undefined;
    return [{ offset: 0, length: text.length, text: applyEdits(between, end) }];
  });
  return done
    ? vscode.l10n.t('{0} asks from {1} to {2} now. Run Query runs it.', name, first ?? '', last ?? '')
    : uneditedWords(name);
}

/** A value as the session holds it, which may be shown masked: then it is the one at the same place. */
function writtenValue(facet: ListedFacet, { value, place }: FacetRequest, session: unknown): string | undefined {
  return masksScreen() ? readFacet(facet, session)[place ?? -1] : value;
}

/** What is said to be asked for: all of an entry, or one of several clauses. */
function asked({ clauses: [first], entries: [entry] }: FacetConditions): readonly (readonly [string, string])[] {
  if (entry) return Object.entries(entry.values);
  return first ? [[first.path, first.value]] : [];
}

function hasShould(text: string): boolean {
  return parseQuery(text).clauses.some(({ occurrence }) => occurrence === 'should');
}

function shortened(value: string): string {
  return value.length > 60 ? `${value.slice(0, 60)}…` : value;
}
