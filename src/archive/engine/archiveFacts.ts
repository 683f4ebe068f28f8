import { asNumber, asRecord, asText } from '../../domain/json/looseValues.ts';
import { everything } from '../asking/engineQuery.ts';
import { ArchiveError } from '../client/archiveError.ts';
import type { ArchiveRequests } from '../client/archiveRequests.ts';
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
  const marks = await marksOf(requests, pattern, signal);
  const ours = marks.filter(isOurs).length;
  const mapping = marks.length === 0 ? 'none' : ours === marks.length ? 'ours' : ours === 0 ? 'foreign' : 'mixed';
  const documents = marks.length === 0 ? 0 : await searches.count(everything, signal);
  return { engine, indexes: marks.length, documents, mapping };
}

/** What the mapping of each index says of itself. */
export async function marksOf(
  requests: ArchiveRequests,
  pattern: string,
  signal: AbortSignal | undefined,
): Promise<readonly unknown[]> {
  const answer = await requests.ask({
    asked: 'check',
    method: 'GET',
    path: [pattern, '_mapping'],
    signal,
    takes: [404],
  });
  if (answer.status === 404) return [];
  return Object.values(asRecord(JSON.parse(answer.body))).map((index) => asRecord(asRecord(index).mappings)._meta);
}

async function engineOf(requests: ArchiveRequests, signal: AbortSignal | undefined): Promise<Engine> {
  const answer = await requests.ask({ asked: 'check', method: 'GET', path: [], signal });
  const { distribution, number } = asRecord(versionIn(answer.body));
  const version = asText(number);
  if (version === undefined) throw new ArchiveError('notEngine', { asked: 'check' });
  const name = distribution === 'opensearch' ? 'OpenSearch' : 'Elasticsearch';
  const major = asNumber(version.split('.')[0]) ?? 0;
  if (name === 'Elasticsearch' && major < 7)
    throw new ArchiveError('oldEngine', { asked: 'check', what: `${name} ${version}` });
  return { name, version };
}

function versionIn(body: string): unknown {
  try {
    return asRecord(JSON.parse(body)).version;
  } catch {
    return undefined;
  }
}
