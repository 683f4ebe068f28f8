import type { LooseRecord } from '../../json/looseValues.ts';
import { asNumber, asRecord } from '../../json/looseValues.ts';
import { instantOf } from '../../time/plainTime.ts';
import type { ListedFacet } from '../rows/facetFields.ts';
import { fieldsOfFacet, listedFacets } from '../rows/facetFields.ts';
import { readFacet } from '../rows/readFacet.ts';
import { durationBucketOf, durationBuckets } from './bucketColumn.ts';
import { weekQuarterOf } from './weekQuarters.ts';

/** The facets whose values can be kept beside a session. Those of its start follow from the quarter of the week, in any zone. */
export const keptFacets = [...listedFacets, 'duration'] as const;
export type KeptFacet = ListedFacet | 'duration';

/** Grows when the values of a session in any facet, or the spans of durations, are others than before. */
export const facetsVersion = 2;

export interface SessionFacets {
  /** Those that have values. */
  readonly values: Readonly<Partial<Record<KeptFacet, readonly string[]>>>;
  /** Undefined for a session without a readable start. */
  readonly weekQuarter: number | undefined;
}

/** What lists ask for beside it tells of a session's state. */
const alwaysKnown = ['status', 'channel_data'];
const members = [
  ...new Set([...alwaysKnown, ...listedFacets.flatMap(fieldsOfFacet)].map((path) => path.split('.')[0] ?? path)),
];

/** What of a session its facets are counted of. All else a list of sessions need not bring: it would be counted in one list and not in another. */
export function countedPart(document: unknown): LooseRecord {
  const session = asRecord(document);
  return Object.fromEntries(members.map((name) => [name, session[name]]));
}

/** The values of a session in every facet, as a list counts them that asked for what its facets need. */
export function sessionFacets(document: unknown): SessionFacets {
  const session = asRecord(document);
  const known = countedPart(session);
  const listed = listedFacets.map((facet) => [facet, readFacet(facet, known)] as const);
  const duration = asNumber(asRecord(session.channel_data).duration);
  const bucket = duration === undefined ? undefined : durationBuckets[durationBucketOf(duration)];
  const start = instantOf(session.session_start_time);
  return {
    values: Object.fromEntries([
      ...listed.filter(([, values]) => values.length > 0),
      ...(bucket === undefined ? [] : [['duration', [bucket]]]),
    ]),
    weekQuarter: start === undefined ? undefined : weekQuarterOf(start),
  };
}
