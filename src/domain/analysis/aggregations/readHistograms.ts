import type { LooseRecord } from '../../json/looseValues.ts';
import type { Reading } from '../reading/analysisProblem.ts';
import { readFlag, readNumberAt } from '../reading/readValues.ts';
import type { MakeCollector } from './collector.ts';
import type { AggregatedField } from './fieldValues.ts';
import { numbersOf } from './fieldValues.ts';
import type { Steps } from './histogramBuckets.ts';
import { HistogramBuckets } from './histogramBuckets.ts';
import { readAggregatedField, readNumberField } from './readAggregatedField.ts';
import type { HistogramBounds } from './readBounds.ts';
import { readBounds, readNumberBound, readTimeBound } from './readBounds.ts';
import { readClock, readNumberSteps, readTimeSteps } from './readIntervals.ts';
import { readOptions } from './readOptions.ts';

const ofBoth = ['field', 'offset', 'min_doc_count', 'missing', 'keyed', 'extended_bounds', 'hard_bounds'];
const ofNumbers = ['interval', ...ofBoth];
const ofTime = ['calendar_interval', 'fixed_interval', 'time_zone', 'format', ...ofBoth];

/** A bucket for each stretch of numbers. */
export function readHistogram(body: unknown, reading: Reading, within: MakeCollector): MakeCollector | undefined {
  const options = readOptions(body, { type: 'histogram', known: ofNumbers }, reading);
  const field = options && readNumberField(options, reading);
  const steps = options && readNumberSteps(options, reading);
  const bounds = options && readBounds(options, readNumberBound, reading);
  return options && field && steps && bounds && histogram(options, { reading, field, steps, bounds, within });
}

/** A bucket for each stretch of time. */
export function readDateHistogram(body: unknown, reading: Reading, within: MakeCollector): MakeCollector | undefined {
  const options = readOptions(body, { type: 'date_histogram', known: ofTime }, reading);
  const field = options && readAggregatedField(options, reading);
  const clock = options && readClock(options.time_zone, reading.at('time_zone'));
  const steps = options && clock && readTimeSteps(options, clock, reading);
  const bounds = options && clock && readBounds(options, readTimeBound(clock), reading);
  if (!options || !field || !steps || !bounds) return undefined;
  if (field.kind !== 'date') return reading.at('field').wrong('kindDoesNotFit', { what: field.path });
  return histogram(options, { reading, field, steps, bounds, within });
}

export function readKeyed({ keyed }: LooseRecord, reading: Reading): boolean {
  return keyed !== undefined && readFlag(keyed, reading.at('keyed'));
}

function histogram(
  options: LooseRecord,
  {
    reading,
    field,
    steps,
    bounds,
    within,
  }: {
    readonly reading: Reading;
    readonly field: AggregatedField;
    readonly steps: Steps;
    readonly bounds: HistogramBounds;
    readonly within: MakeCollector;
  },
): MakeCollector | undefined {
  const least =
    options.min_doc_count === undefined ? 0 : readNumberAt(options.min_doc_count, reading.at('min_doc_count'));
  const isKeyed = readKeyed(options, reading);
  if (least === undefined) return undefined;
  return () =>
    new HistogramBuckets({ numbers: (reader) => numbersOf(reader, field), steps, least, bounds, isKeyed, within });
}
