import type { Node } from 'jsonc-parser';
import { propertiesOf } from '../../json/jsonProperties.ts';
import type { DateRange } from '../../time/dates.ts';
import { resolveRange } from '../../time/dates.ts';
import type { ParsedQuery } from '../query.ts';
import type { LintContext } from './lintContext.ts';
import type { QueryProblem } from './queryProblem.ts';
import { problem } from './queryProblem.ts';

/** More buckets than this nobody reads; Elasticsearch refuses about seven times as many. */
const most = 10_000;

const day = 86_400_000;
const intervals: readonly (readonly [name: string, ms: number])[] = [
  ['minute', 60_000],
  ['hour', 3_600_000],
  ['day', day],
  ['week', 7 * day],
  ['month', 30 * day],
  ['quarter', 91 * day],
  ['year', 365 * day],
];
const calendar = new Map([
  ...intervals,
  ...(['1m', '1h', '1d', '1w', '1M', '1q', '1y'].map((short, at) => [short, intervals[at]?.[1] ?? day]) as [
    string,
    number,
  ][]),
]);
const fixed: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: day };

/** Aggregations that make more buckets than can be read, or that count nothing. */
export function findBucketProblems(query: ParsedQuery, context: LintContext): readonly QueryProblem[] {
  const aggs = query.properties.findLast(({ name }) => name === 'aggs')?.value;
  const found: QueryProblem[] = [];
  visit(aggs, { buckets: 1, range: rangeOf(query, context), found });
  return found;
}

interface Visit {
  /** How many buckets there are around, at most. */
  readonly buckets: number;
  readonly range: DateRange | undefined;
  readonly found: QueryProblem[];
}

function visit(aggs: Node | undefined, { buckets, range, found }: Visit): void {
  for (const { value: aggregation } of propertiesOf(aggs)) {
    const parts = propertiesOf(aggregation);
    const within = parts.findLast(({ name }) => name === 'aggs' || name === 'aggregations')?.value;
    let own = 1;
    for (const { name, value } of parts) {
      if (name === 'terms') own = termsBuckets(value, { buckets, found });
      else if (name === 'date_histogram') own = timeBuckets(value, { buckets, range, found });
    }
    visit(within, { buckets: buckets * own, range, found });
  }
}

function termsBuckets(body: Node | undefined, { buckets, found }: Pick<Visit, 'buckets' | 'found'>): number {
  const [field, size] = ['field', 'size'].map((name) => valueIn(body, name));
  if (field?.value === 'id') found.push(problem(field, { code: 'bucketPerSession', field: 'id' }));
  const count = size?.type === 'number' ? Number(size.value) : 10;
  if (!size || count * buckets <= most) return count;
  const nearest = Math.floor(most / buckets);
  found.push(
    problem(size, { code: 'tooManyBuckets', count: count * buckets, most, use: nearest > 0 ? [String(nearest)] : [] }),
  );
  return 1;
}

function timeBuckets(body: Node | undefined, { buckets, range, found }: Visit): number {
  const written = valueIn(body, 'fixed_interval') ?? valueIn(body, 'calendar_interval');
  const length = written?.type === 'string' ? lengthOf(String(written.value)) : undefined;
  // Of other times it is not known how far they lie apart.
  if (!range || !written || !length || valueIn(body, 'field')?.value !== 'session_start_time') return 1;
  const span = range.to.getTime() - range.from.getTime();
  const countOf = (ms: number): number => Math.ceil(span / ms);
  const count = countOf(length);
  if (count * buckets <= most) return count;
  const isCalendar = written.parent?.children?.[0]?.value === 'calendar_interval';
  const use = intervals
    .filter(([, ms]) => ms > length && countOf(ms) * buckets <= most)
    .map(([name, ms]) => (isCalendar ? name : fixedName(ms)));
  found.push(problem(written, { code: 'tooManyBuckets', count: count * buckets, most, use: use.slice(0, 2) }));
  return 1;
}

function fixedName(ms: number): string {
  if (ms < 3_600_000) return `${ms / 60_000}m`;
  return ms < day ? `${ms / 3_600_000}h` : `${ms / day}d`;
}

function lengthOf(written: string): number | undefined {
  const [, count, unit = ''] = /^(\d{1,9})(ms|[smhd])$/u.exec(written) ?? [];
  return calendar.get(written) ?? (count === undefined ? undefined : Number(count) * (fixed[unit] ?? 0));
}

function rangeOf({ fromDate, toDate }: ParsedQuery, { now, commits }: LintContext): DateRange | undefined {
  const texts = { ...(fromDate ? { from: fromDate.value } : {}), ...(toDate ? { to: toDate.value } : {}) };
  if (Object.values(texts).some((text) => text.includes('${'))) return undefined;
  const range = resolveRange(texts, now, commits);
  return 'code' in range ? undefined : range;
}

function valueIn(body: Node | undefined, name: string): Node | undefined {
  return propertiesOf(body).findLast((property) => property.name === name)?.value;
}
