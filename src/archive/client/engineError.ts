import { asList, asRecord, asText, isRecord } from '../../domain/json/looseValues.ts';
import type { ArchiveAsked, ArchiveProblem } from './archiveError.ts';
import { recordIn } from './recordIn.ts';

/** What the engines call their failures. */
export interface EngineError {
  readonly type: string;
  /** The type of what it came of: of a search, of what a shard says. */
  readonly root: string;
  readonly reason: string;
  /** What that came of in the end, where it says more. */
  readonly cause: string | undefined;
  readonly index: string | undefined;
  /** The engine says that it will be so again. */
  readonly isPermanent: boolean;
}

/** The engine's own name of what went wrong, and its reason: of a search the one that a shard gives. */
export function engineErrorIn(body: string): EngineError | undefined {
  const { error, message } = recordIn(body);
  // Dashboards and gateways put the name of a status there, and their words beside it.
  return typeof error === 'string' && message !== undefined ? undefined : engineErrorOf(error);
}

export function engineErrorOf(error: unknown): EngineError | undefined {
  if (typeof error === 'string')
    return { type: '', root: '', reason: error, cause: undefined, index: undefined, isPermanent: false };
  const { type, reason, index, root_cause: roots, caused_by: cause, durability } = asRecord(error);
  if (type === undefined) return undefined;
  const inner = asRecord(asList(roots)[0] ?? cause);
  const told = asText(inner.reason) ?? asText(reason) ?? '';
  const last = lastCauseOf(error);
  return {
    type: asText(type) ?? '',
    root: asText(inner.type) ?? '',
    reason: told,
    cause: last === undefined || told.includes(last) ? undefined : last,
    index: asText(inner.index) ?? asText(index),
    isPermanent: (inner.durability ?? durability) === 'PERMANENT',
  };
}

/** An engine tells what it did, and what that came of, one in another. */
function lastCauseOf(error: unknown): string | undefined {
  let [at, left] = [asRecord(error), 10];
  while (isRecord(at.caused_by) && left-- > 0) at = at.caused_by;
  return asText(at.reason);
}

/** The engine's own words. They may say again what was sent: only an excerpt of them is shown. */
export function textOf({ type, reason, cause }: EngineError): string {
  return [type, reason, cause].filter(Boolean).join(': ');
}

/** What a status and the engine's failure mean, of a request or of one part of it. */
export function problemOf(status: number, error: EngineError | undefined, asked: ArchiveAsked): ArchiveProblem {
  const problem = (error && problemByName(error)) ?? problemByStatus(status, error);
  // What is written comes in small parts: there is room for them when others have what they asked for.
  return problem === 'tooMuchMemory' && asked === 'write' ? 'tooMany' : problem;
}

const problemsByType: Readonly<Record<string, ArchiveProblem>> = {
  index_not_found_exception: 'noIndex',
  index_closed_exception: 'closedIndex',
  search_context_missing_exception: 'momentEnded',
  search_context_missing_nodes_exception: 'momentEnded',
  too_many_buckets_exception: 'tooManyBuckets',
  rejected_execution_exception: 'tooMany',
  es_rejected_execution_exception: 'tooMany',
  array_index_out_of_bounds_exception: 'engineFault',
  index_out_of_bounds_exception: 'engineFault',
  null_pointer_exception: 'engineFault',
  class_cast_exception: 'engineFault',
};

/** What engines name in their reasons, under types that differ between them. */
const problemsByReason: readonly (readonly [words: RegExp, problem: ArchiveProblem])[] = [
  [/[Ff]ielddata|[Nn]o mapping found|not optimi[sz]ed/u, 'foreignMapping'],
  [/maximum (?:\w+ )?shards open/u, 'tooManyShards'],
  [/maxClauseCount is set to|\[index\.max_terms_count\]/u, 'tooManyClauses'],
  [/^Trying to create too many buckets/u, 'tooManyBuckets'],
  [/^Trying to create too many [\w ]+ contexts/u, 'tooManyMoments'],
  [/^Limit of total fields/u, 'tooManyFields'],
  [/^Result window is too large/u, 'tooDeep'],
  [/^only write ops with an op_type of create are allowed in data streams/u, 'foreignMapping'],
  [/^unable to fetch fields from _source field/u, 'foreignMapping'],
  // Requests, and what they ask for, that came with Elasticsearch 7.
  [/^no handler found for uri|^Incorrect HTTP method for uri|^Types cannot be provided in/u, 'oldEngine'],
  [/unrecognized parameter: \[allow_partial_search_results\]|\[track_total_hits\]/u, 'oldEngine'],
];

function problemByName({ type, root, reason, cause, isPermanent }: EngineError): ArchiveProblem | undefined {
  const isA = (name: string): boolean => type === name || root === name;
  if (isA('cluster_block_exception')) return problemOfBlock(reason);
  if (isA('circuit_breaking_exception')) return isPermanent ? 'tooMuchMemory' : 'tooMany';
  if (isMoreThanNodesTake(reason)) return 'tooLarge';
  // As Elasticsearch 1 wrote its failures.
  if (type === '' && /^[A-Z]\w+Exception\[/u.test(reason)) return 'oldEngine';
  const [, named] = problemsByReason.find(([words]) => words.test(reason) || words.test(cause ?? '')) ?? [];
  if (named) return named;
  for (const name of [root, type]) if (Object.hasOwn(problemsByType, name)) return problemsByType[name];
  return undefined;
}

/** What a node takes at a time of all that is written, it takes of one request alone, by the words of both engines. */
function isMoreThanNodesTake(reason: string): boolean {
  const [, bytes, most] = /_operation_bytes=(\d+), max_coordinating_and_primary_bytes=(\d+)/u.exec(reason) ?? [];
  return bytes !== undefined && Number(bytes) > Number(most);
}

/** A block is named by why it was set: `[TOO_MANY_REQUESTS/12/disk usage exceeded flood-stage watermark, …]`. */
function problemOfBlock(reason: string): ArchiveProblem {
  if (/disk|watermark|allow.delete/u.test(reason)) return 'full';
  if (/index closed/u.test(reason)) return 'closedIndex';
  return /SERVICE_UNAVAILABLE/u.test(reason) ? 'redIndex' : 'blocked';
}

const missingNode =
  /no_shard_available|unavailable_shards|search_phase_execution|no_longer_primary|node_|cluster_manager|master/u;

function problemByStatus(status: number, error: EngineError | undefined): ArchiveProblem {
  switch (status) {
    case 401:
      return 'wrongCredentials';
    case 403:
      return 'noRight';
    case 404:
    case 405:
      return error ? 'refused' : 'notEngine';
    case 413:
      return 'tooLarge';
    case 429:
      return 'tooMany';
  }
  if (status < 500) return 'refused';
  return missingNode.test(error?.type ?? '') ? 'redIndex' : 'failed';
}

/** Asked again these are the same again, whatever the status says. */
const stay: ReadonlySet<ArchiveProblem> = new Set([
  'full',
  'tooLarge',
  'tooManyClauses',
  'tooManyBuckets',
  'tooMuchMemory',
]);

export function mayPass(problem: ArchiveProblem): boolean {
  return !stay.has(problem);
}
