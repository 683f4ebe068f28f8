import { asList, asRecord } from '../../../domain/json/looseValues.ts';
import { hours, weekdays } from '../../../domain/results/facets/bucketColumn.ts';
import type { Clock } from '../../../domain/results/facets/weekQuarters.ts';
import { shownAt, weekQuarters } from '../../../domain/results/facets/weekQuarters.ts';
import { weekQuarterField } from '../../mapping/archivedField.ts';
import type { EngineQuery } from '../engineQuery.ts';
import { allOf, anyOf } from '../engineQuery.ts';
import type { AskedFacet } from './askedFacet.ts';
import { countOf } from './askedFacet.ts';

/** A facet of the start: its values, and which of them a clock shows. */
export interface ShownFacet {
  readonly texts: readonly string[];
  readonly valueAt: (quarter: number, offset: number) => string;
}

const mostQuarters = 7 * 96;

const shownFacets: Readonly<Record<string, ShownFacet>> = {
  hour: { texts: hours, valueAt: (quarter, offset) => hours[shownAt(quarter, offset).hour] ?? '' },
  weekday: { texts: weekdays, valueAt: (quarter, offset) => weekdays[shownAt(quarter, offset).weekday] ?? '' },
};

/** Undefined of a facet that is no part of what clocks show. */
export function shownFacet(facet: string): ShownFacet | undefined {
  return Object.hasOwn(shownFacets, facet) ? shownFacets[facet] : undefined;
}

/** A facet of the start, counted by the quarters of the week that each clock of the range shows. */
export function shownAsked({ texts, valueAt }: ShownFacet, clocks: readonly Clock[]): AskedFacet {
  return {
    aggs: {
      ...Object.fromEntries(
        clocks.map((clock, at) => [
          `clock${at}`,
          {
            filter: during(clock),
            aggs: { values: { terms: { field: weekQuarterField, size: mostQuarters, shard_size: mostQuarters } } },
          },
        ]),
      ),
      none: { missing: { field: weekQuarterField } },
    },
    read: (answer) => {
      const counts = new Map<string, number>([['', countOf(answer.none)]]);
      for (const [at, { offset }] of clocks.entries()) {
        for (const bucket of asList(asRecord(asRecord(answer[`clock${at}`]).values).buckets)) {
          const value = valueAt(Number(asRecord(bucket).key), offset);
          counts.set(value, (counts.get(value) ?? 0) + countOf(bucket));
        }
      }
      const values = [...texts, ''].map((text) => ({ text, count: counts.get(text) ?? 0 }));
      return { values: values.filter(({ count }) => count > 0), hasOthers: false };
    },
  };
}

/** The sessions in whose start clocks show a value. */
export function shownQuery({ valueAt }: ShownFacet, clocks: readonly Clock[], text: string): EngineQuery {
  return anyOf(
    clocks.map((clock) => {
      const quarters = weekQuarters.filter((quarter) => valueAt(quarter, clock.offset) === text);
      return allOf([during(clock), { terms: { [weekQuarterField]: quarters } }]);
    }),
  );
}

function during({ spans }: Clock): EngineQuery {
  return anyOf(spans.map(startsWithin));
}

/** From `from` on, and before `to`. */
export function startsWithin({ from, to }: { readonly from: number; readonly to: number }): EngineQuery {
  return { range: { session_start_time: { gte: from, lt: to, format: 'epoch_millis' } } };
}
