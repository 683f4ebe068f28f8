import { asList, asNumber, asRecord, asText, isRecord } from '../../domain/json/looseValues.ts';
import { everything } from '../asking/engineQuery.ts';
import { ArchiveError } from '../client/archiveError.ts';
import type { ArchiveRequests } from '../client/archiveRequests.ts';
import { recordIn } from '../client/recordIn.ts';
import { indexMarks } from '../mapping/indexMarks.ts';
import { isOurs } from '../mapping/indexTemplate.ts';
import type { Searches } from '../reading/searches.ts';

export interface Engine {
  readonly name: 'OpenSearch' | 'Elasticsearch';
  readonly version: string;
}

/** What there is at an archive's address. */
export interface ArchiveFacts {
  readonly engine: Engine;
  readonly indexes: number;
  readonly documents: number;
  /** Indexes of the pattern that are closed, which nothing is found in; undefined where the user may not know. */
  readonly closed: number | undefined;
  /** Whose mapping the indexes have; `none` where there is no index yet. */
  readonly mapping: 'ours' | 'foreign' | 'mixed' | 'none';
}

export interface Asking {
  readonly requests: ArchiveRequests;
  readonly searches: Searches;
  readonly pattern: string;
}

/** Throws an ArchiveError when neither engine answers, or the user may not read. */
export async function archiveFacts(
  { requests, searches, pattern }: Asking,
  signal: AbortSignal | undefined,
): Promise<ArchiveFacts> {
  const engine = await engineOf(requests, signal);
  const marks = await indexMarks(requests, pattern, signal);
  const ours = marks.filter(isOurs).length;
  const mapping = marks.length === 0 ? 'none' : ours === marks.length ? 'ours' : ours === 0 ? 'foreign' : 'mixed';
  const documents = marks.length === 0 ? 0 : await searches.count(everything, signal);
  const closed = await closedIndexes(requests, pattern, signal);
  return { engine, indexes: marks.length, documents, closed, mapping };
}

async function closedIndexes(
  requests: ArchiveRequests,
  pattern: string,
  signal: AbortSignal | undefined,
): Promise<number | undefined> {
  const answer = await requests.ask({
    asked: 'check',
    method: 'GET',
    path: ['_resolve', 'index', pattern],
    parameters: { expand_wildcards: 'closed' },
    signal,
    takes: [400, 403, 404, 405],
  });
  if (answer.status >= 300) return undefined;
  return asList(recordIn(answer.body).indices).filter((index) => asList(asRecord(index).attributes).includes('closed'))
    .length;
}

async function engineOf(requests: ArchiveRequests, signal: AbortSignal | undefined): Promise<Engine> {
  const answer = await requests.ask({ asked: 'check', method: 'GET', path: [], signal });
  const { version: told, ...others } = recordIn(answer.body);
  const { distribution, number } = asRecord(told);
  const version = asText(number);
  if (version === undefined) {
    // The address names an index: that is what an engine tells of it.
    const isIndex = requests.base !== '' && Object.values(others).some((one) => isRecord(asRecord(one).mappings));
    throw new ArchiveError(isIndex ? 'wrongPath' : 'notEngine', { asked: 'check', what: requests.base });
  }
  const name = distribution === 'opensearch' ? 'OpenSearch' : 'Elasticsearch';
  const [major = 0, minor = 0] = version.split('.').map((part) => asNumber(part) ?? 0);
  // Index templates as ours came with 7.8.
  if (name === 'Elasticsearch' && (major < 7 || (major === 7 && minor < 8)))
    throw new ArchiveError('oldEngine', { asked: 'check', what: `${name} ${version}` });
  return { name, version };
}
