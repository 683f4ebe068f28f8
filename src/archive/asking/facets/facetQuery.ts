import type { FacetCounts, FacetQuestion } from '../../../api/client/rangeService.ts';
import type { LooseRecord } from '../../../domain/json/looseValues.ts';
import { asRecord } from '../../../domain/json/looseValues.ts';
import type { FacetChoice } from '../../../domain/results/facets/filterRows.ts';
import { facetsVersion } from '../../../domain/results/facets/sessionFacets.ts';
import type { Clock } from '../../../domain/results/facets/weekQuarters.ts';
import { clocksIn } from '../../../domain/results/facets/weekQuarters.ts';
import { knownZone } from '../../../domain/time/shownZone.ts';
import { zoneOffsets } from '../../../domain/time/zoneOffsets.ts';
import { facetsVersionField, weekQuarterField } from '../../mapping/archivedField.ts';
import type { EngineQuery } from '../engineQuery.ts';
import { allOf, anyOf } from '../engineQuery.ts';
import type { AskedFacet, FrequentValues } from './askedFacet.ts';
import { countOf } from './askedFacet.ts';
import { fieldOf, keptAsked } from './keptFacet.ts';
import { shownAsked, shownFacet, shownQuery, startsWithin } from './shownFacet.ts';

/** Facets as an engine is asked them, and how its answer is read. */
export interface AskedFacets {
  readonly aggs: LooseRecord;
  /** `frequent` are the most frequent values of those that are unsure without. */
  readonly read: (answer: LooseRecord, total: number, frequent: ReadonlyMap<string, FrequentValues>) => FacetCounts;
  /** The facets of an answer with so many values in several indexes that their counts are not sure. */
  readonly unsure: (answer: LooseRecord) => readonly UnsureFacet[];
}

export interface UnsureFacet {
  readonly facet: string;
  readonly field: string;
  /** What it is counted over, of what the request finds. */
  readonly query: EngineQuery;
}

/** Undefined where an engine cannot tell which sessions pass a choice. */
export function facetQuery(question: FacetQuestion): AskedFacets | undefined {
  const { facets, choices } = question;
  const zone = knownZone(question.zone);
  const clocks = zone === undefined ? undefined : clocksIn(question.request.range, zoneOffsets(zone));
  const passing = choices.map((choice) => ({ facet: choice.facet, query: choiceQuery(choice, clocks) }));
  if (passing.some(({ query }) => query === undefined)) return undefined;
  const ranges = question.ranges.map(rangeOf);
  const passed = (but?: string): EngineQuery =>
    allOf([...ranges, ...passing.flatMap(({ facet, query }) => (facet === but || !query ? [] : [query]))]);
  const asked = facets.flatMap((facet) => {
    const one = facetAsked(facet, choices, clocks);
    return one ? [{ facet, ...one }] : [];
  });
  const nameOf = (facet: string): string => `facet_${facet}`;
  return {
    aggs: {
      older: { filter: { bool: { must_not: [{ term: { [facetsVersionField]: facetsVersion } }] } } },
      passing: { filter: passed() },
      ...Object.fromEntries(asked.map(({ facet, aggs }) => [nameOf(facet), { filter: passed(facet), aggs }])),
    },
    read: (answer, total, frequent) => {
      const older = countOf(answer.older);
      if (older > 0) return { uncounted: 'older', sessions: older };
      const read = asked.flatMap(({ facet, read: readOne }) => {
        const found = readOne(asRecord(answer[nameOf(facet)]), frequent.get(facet));
        return found ? [[facet, found] as const] : [];
      });
      return { total, passing: countOf(answer.passing), facets: new Map(read) };
    },
    unsure: (answer) =>
      asked.flatMap(({ facet, field, read }) =>
        field !== undefined && !read(asRecord(answer[nameOf(facet)])) ? [{ facet, field, query: passed(facet) }] : [],
      ),
  };
}

function facetAsked(
  facet: string,
  choices: readonly FacetChoice[],
  clocks: readonly Clock[] | undefined,
): AskedFacet | undefined {
  const shown = shownFacet(facet);
  if (shown) return clocks && shownAsked(shown, clocks);
  const field = fieldOf(facet);
  const chosen = choices.filter((choice) => choice.facet === facet);
  const texts = chosen.flatMap(({ wanted, unwanted }) => [...wanted, ...unwanted]).filter((text) => text !== '');
  return field === undefined ? undefined : keptAsked(facet, field, texts);
}

/** What passes a choice: any of what is wanted, and none of what is not. */
function choiceQuery(
  { facet, wanted, unwanted }: FacetChoice,
  clocks: readonly Clock[] | undefined,
): EngineQuery | undefined {
  const has = valueQuery(facet, clocks);
  if (!has) return undefined;
  return {
    bool: {
      ...(wanted.length > 0 ? { filter: [anyOf(wanted.map(has))] } : {}),
      must_not: unwanted.map(has),
    },
  };
}

function valueQuery(facet: string, clocks: readonly Clock[] | undefined): ((text: string) => EngineQuery) | undefined {
  const shown = shownFacet(facet);
  if (shown) return clocks && ((text) => (text === '' ? lacks(weekQuarterField) : shownQuery(shown, clocks, text)));
  const field = fieldOf(facet);
  return field === undefined ? undefined : (text) => (text === '' ? lacks(field) : { term: { [field]: text } });
}

function rangeOf({ of, from, to }: FacetQuestion['ranges'][number]): EngineQuery {
  if (of === 'start') return startsWithin({ from, to });
  return { range: { 'channel_data.duration': { gte: from, ...(Number.isFinite(to) ? { lt: to } : {}) } } };
}

function lacks(field: string): EngineQuery {
  return { bool: { must_not: [{ exists: { field } }] } };
}
