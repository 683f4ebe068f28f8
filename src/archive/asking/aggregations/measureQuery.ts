import { asTimes } from '../../../domain/analysis/aggregations/measures.ts';
import type { LooseRecord } from '../../../domain/json/looseValues.ts';
import { asNumber, asRecord } from '../../../domain/json/looseValues.ts';
import { entriesOf } from '../../../domain/json/writtenEntries.ts';
import { aggregatedField } from './aggregatedField.ts';
import type { Ask, AskedAggregation, Asking, Level } from './askedAggregation.ts';

/** The properties that are instants where the field is. */
const timesOf: Readonly<Record<string, readonly string[]>> = {
  min: ['value'],
  max: ['value'],
  avg: ['value'],
  stats: ['min', 'max', 'avg'],
};

/** A measure of a field's values, of whose answer these properties are taken. */
export function measureQuery(name: string, properties: readonly string[], more: LooseRecord = {}): Ask {
  return (body, _within, asking) => {
    const field = aggregatedField(body, asking);
    if (!field) return undefined;
    const times = field.kind === 'date' ? (timesOf[name] ?? []) : [];
    return {
      body: { [name]: { ...body, ...more } },
      read: (answer) => {
        const values = Object.fromEntries(properties.map((property) => [property, answer[property] ?? null]));
        const instants = times.map((property) => [property, asNumber(values[property]) ?? null] as const);
        return { ...values, ...asTimes(Object.fromEntries(instants)) };
      },
    };
  };
}

/** Engines only estimate them. */
export function percentilesQuery(body: LooseRecord, _within: Level, asking: Asking): AskedAggregation | undefined {
  const field = aggregatedField(body, asking);
  if (field?.kind !== 'number' || asking.exactly) return undefined;
  const isValue = ([name]: readonly [string, unknown]): boolean => !name.endsWith('_as_string');
  return {
    body: { percentiles: body },
    read: ({ values }) => ({ values: Object.fromEntries(entriesOf(asRecord(values)).filter(isValue)) }),
  };
}
