import type { Filter, SearchRequest } from '../../domain/query/request.ts';
import { findField, findSlip } from '../../domain/session/fields/fields.ts';
import { closest } from '../../domain/text/closest.ts';
import type { DateRange } from '../../domain/time/dates.ts';
import { windowDays } from '../../domain/time/dates.ts';
import type { SearchOptions } from './searchOptions.ts';
import { searchSessions } from './searchSessions.ts';

type Occur = 'must' | 'must_not' | 'should';
type Clause = NonNullable<Filter[Occur]>[number];

/** Where a clause stands in the query: `filter_by.must[0]`. */
export interface ClausePlace {
  readonly occur: Occur;
  readonly index: number;
}

/** Why a query finds nothing, and how many sessions there would be without that; a refinement that it has is left out of all counts. */
export type EmptyCause =
  | { readonly code: 'clause'; readonly place: ClausePlace; readonly count: number }
  | { readonly code: 'should'; readonly count: number }
  | {
      readonly code: 'field';
      readonly place: ClausePlace;
      readonly field: string;
      readonly use: string;
      readonly count: number;
    }
  | { readonly code: 'operator'; readonly place: ClausePlace; readonly use: 'term' | 'match'; readonly count: number }
  | { readonly code: 'letterCase'; readonly place: ClausePlace; readonly value: string; readonly count: number }
  /** Sessions have this value, which is nearly the one that was asked for. */
  | { readonly code: 'spelling'; readonly place: ClausePlace; readonly value: string; readonly count: number }
  | { readonly code: 'dateRange'; readonly range: DateRange; readonly count: number }
  | { readonly code: 'region'; readonly connection: string; readonly count: number }
  /** What the rest finds, it keeps none of. */
  | { readonly code: 'refinement'; readonly count: number }
  | { readonly code: 'notEmptyAnyMore'; readonly count: number };

export interface Explanation {
  readonly causes: readonly EmptyCause[];
  /** False when there were more things to try than requests allowed. */
  readonly complete: boolean;
  readonly requests: number;
}

export interface ExplainOptions {
  readonly request: SearchRequest;
  readonly client: SearchOptions['client'];
  /** Where the sessions might be instead: the same account's other regions. */
  readonly others?: readonly { readonly connection: string; readonly client: SearchOptions['client'] }[];
  /** The values of a field that sessions were seen to have. */
  readonly seenValues?: (field: string) => readonly string[];
  readonly now: Date;
  readonly signal?: AbortSignal;
  readonly mostRequests?: number;
}

/** Asks again with one part of the query relaxed at a time, for one row each. */
export async function explainEmpty(options: ExplainOptions): Promise<Explanation> {
  const inquiry = new Inquiry(options);
  try {
    return { causes: await inquiry.causes(), complete: true, requests: inquiry.requests };
  } catch (error) {
    if (error !== outOfRequests) throw error;
    return { causes: inquiry.found, complete: false, requests: inquiry.requests };
  }
}

const outOfRequests = Symbol('out of requests');
const dayLength = 86_400_000;

class Inquiry {
  readonly #options: ExplainOptions;
  readonly found: EmptyCause[] = [];
  requests = 0;

  constructor(options: ExplainOptions) {
    this.#options = options;
  }

  async causes(): Promise<readonly EmptyCause[]> {
    const { filterBy: filter = {}, refinement } = this.#options.request;
    const now = await this.#count(filter);
    if (now > 0) return this.#add({ code: refinement ? 'refinement' : 'notEmptyAnyMore', count: now });
    if ((await this.#count({})) === 0) return this.#withoutAnySession(filter);
    const places = placesOf(filter);
    for (const place of places) await this.#relax(filter, place);
    const should = filter.should ?? [];
    if (should.length > 1) {
      const count = await this.#count({ ...filter, should: [] });
      if (count > 0) this.#add({ code: 'should', count });
    }
    if (this.found.length === 0) await this.#tighten(filter, places);
    return this.found;
  }

  /** The range holds nothing at all: perhaps another one does, or another region. */
  async #withoutAnySession(filter: Filter): Promise<readonly EmptyCause[]> {
    const { request, now, others = [], signal } = this.#options;
    const length = windowDays * dayLength;
    const ranges = [
      { from: new Date(request.range.to.getTime() - length), to: request.range.to },
      { from: new Date(now.getTime() - length), to: now },
    ];
    for (const range of ranges) {
      const count = await this.#count(filter, { range });
      if (count === 0) continue;
      this.#add({ code: 'dateRange', range, count });
      break;
    }
    for (const { connection, client } of others) {
      const count = await this.#count(filter, { client }).catch((error: unknown) => {
        // What another one cannot tell does not take away what was found.
        if (error === outOfRequests || signal?.aborted) throw error;
        return 0;
      });
      if (count > 0) this.#add({ code: 'region', connection, count });
    }
    return this.found;
  }

  async #relax(filter: Filter, place: ClausePlace): Promise<void> {
    const clause = filter[place.occur]?.[place.index];
    if (!clause) return;
    const alone = place.occur === 'should' && filter.should?.length === 1;
    if (place.occur !== 'should' || alone) {
      const count = await this.#count(replaced(filter, place, []));
      if (count === 0) return;
      this.#add({ code: 'clause', place, count });
    }
    if (place.occur === 'must_not') return;
    for (const { clause: other, cause } of variants(clause, this.#options.seenValues)) {
      const count = await this.#count(replaced(filter, place, [other]));
      if (count > 0) this.#add({ ...cause, place, count });
    }
  }

  /** No clause alone empties the result: puts them together until one does. */
  async #tighten(filter: Filter, places: readonly ClausePlace[]): Promise<void> {
    let kept: Filter = {};
    let before = 0;
    for (const place of places.filter(({ occur }) => occur !== 'should')) {
      const clause = filter[place.occur]?.[place.index];
      if (!clause) continue;
      const next = { ...kept, [place.occur]: [...(kept[place.occur] ?? []), clause] };
      const count = await this.#count(next);
      if (count === 0) {
        this.#add({ code: 'clause', place, count: before || (await this.#count(kept)) });
        return;
      }
      kept = next;
      before = count;
    }
  }

  #add(cause: EmptyCause): readonly EmptyCause[] {
    this.found.push(cause);
    return this.found;
  }

  async #count(
    filterBy: Filter,
    instead: { range?: DateRange; client?: ExplainOptions['client'] } = {},
  ): Promise<number> {
    const { request, client, signal, mostRequests = 60 } = this.#options;
    if (this.requests >= mostRequests) throw outOfRequests;
    // The service counts without a refinement, and an archive with it.
    const { filterBy: _, refinement: __, ...unfiltered } = request;
    const parts = Object.entries(filterBy).filter(([, clauses]) => clauses && clauses.length > 0);
    const stream = searchSessions({
      request: {
        ...unfiltered,
        ...(parts.length > 0 ? { filterBy: Object.fromEntries(parts) } : {}),
        range: instead.range ?? request.range,
        pageNumber: 0,
        pageSize: 1,
        projectFields: ['id'],
      },
      client: instead.client ?? client,
      ...(signal ? { signal } : {}),
    });
    await stream.counted;
    this.requests += stream.requests;
    return stream.total.count;
  }
}

function placesOf(filter: Filter): readonly ClausePlace[] {
  const occurs = ['must', 'must_not', 'should'] as const;
  return occurs.flatMap((occur) => (filter[occur] ?? []).map((_clause, index) => ({ occur, index })));
}

function replaced(filter: Filter, { occur, index }: ClausePlace, clauses: readonly Clause[]): Filter {
  return { ...filter, [occur]: (filter[occur] ?? []).toSpliced(index, 1, ...clauses) };
}

type Variant =
  | { readonly code: 'field'; readonly field: string; readonly use: string }
  | { readonly code: 'operator'; readonly use: 'term' | 'match' }
  | { readonly code: 'letterCase' | 'spelling'; readonly value: string };

/** So many values that were seen are asked for in place of one. */
const mostSpellings = 3;

/** What the author of a clause may have meant. */
function variants(
  clause: Clause,
  seenValues: ExplainOptions['seenValues'] = () => [],
): readonly { clause: Clause; cause: Variant }[] {
  const [operator, condition] = Object.entries(clause)[0] ?? [];
  const [field, value] = Object.entries(condition ?? {})[0] ?? [];
  if ((operator !== 'term' && operator !== 'match') || field === undefined || value === undefined) return [];
  const make = (at: string, name: string, what: unknown) => ({ [at]: { [name]: what } }) as unknown as Clause;
  const slip = findSlip(field);
  const other = operator === 'term' ? 'match' : 'term';
  const { kind, knownValues = [] } = findField(field) ?? {};
  const seen = [...seenValues(field), ...knownValues.map((known) => String(known.value))];
  const spellings = operator === 'term' && typeof value === 'string' ? spellingsOf(value, seen) : [];
  return [
    ...(slip
      ? [{ clause: make(operator, slip.use, value), cause: { code: 'field', field, use: slip.use } as const }]
      : []),
    ...((kind === 'text') === (operator === 'term')
      ? [{ clause: make(other, field, value), cause: { code: 'operator', use: other } as const }]
      : []),
    ...spellings.map((spelling) => ({ clause: make('term', field, spelling.value), cause: spelling })),
  ];
}

/** What is known, the nearest first; where none of it is the same word, other letter cases of it. */
function spellingsOf(value: string, seen: readonly string[]): readonly Extract<Variant, { value: string }>[] {
  const lower = value.toLowerCase();
  const near = closest(
    value,
    seen.filter((other) => other !== value),
    mostSpellings,
  );
  const letterCase = (other: string): boolean => other.toLowerCase() === lower;
  const guessed = near.some(letterCase)
    ? []
    : [lower, value.toUpperCase(), lower.charAt(0).toUpperCase() + lower.slice(1)];
  return [...new Set([...near, ...guessed])]
    .filter((other) => other !== value)
    .map((other) => ({ code: letterCase(other) ? 'letterCase' : 'spelling', value: other }));
}
