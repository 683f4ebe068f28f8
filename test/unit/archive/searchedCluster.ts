import { mappingVersion } from '../../../src/archive/mapping/indexTemplate.ts';
import { bulkDocument } from '../../../src/archive/writing/bulkDocument.ts';
import type { LooseRecord } from '../../../src/domain/json/looseValues.ts';
import { asList, asRecord } from '../../../src/domain/json/looseValues.ts';
import { valuesAt } from '../../../src/domain/session/fields/valuesAt.ts';
import type { Listening } from '../api/client/wire.ts';
import { startService } from '../api/client/wire.ts';

/** A session as it was archived. */
interface Archived {
  readonly id: string;
  readonly document: LooseRecord;
}

/**
 * An archive that is read, over a socket: as much of an engine as lists of sessions and their facets ask for, sorted by start. Whatever else
 * is asked for, it refuses. `test/archive` asks real engines.
 */
export class SearchedCluster {
  readonly #sessions: readonly Archived[];
  #listening: Listening | undefined;
  /** The bodies of the searches that came. */
  readonly searches: LooseRecord[] = [];

  private constructor(sessions: readonly LooseRecord[]) {
    this.#sessions = sessions
      .map((session) => {
        const [id, start, json] = [String(session.id), session.session_start_time, JSON.stringify(session)];
        const lines = Buffer.concat(bulkDocument({ id, start, json }, 'calls-*').pieces).toString().split('\n');
        return { id, document: JSON.parse(lines[1] ?? '') as LooseRecord };
      })
      .sort((a, b) => startOf(b) - startOf(a) || (a.id < b.id ? -1 : 1));
  }

  static async start(sessions: readonly LooseRecord[]): Promise<SearchedCluster> {
    const cluster = new SearchedCluster(sessions);
    cluster.#listening = await startService(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      const { pathname } = new URL(request.url ?? '', 'http://cluster');
      const [status, answer] = cluster.#judge(pathname, body);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
    return cluster;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#listening?.port}`;
  }

  close(): void {
    this.#listening?.close();
  }

  #judge(path: string, body: string): readonly [number, unknown] {
    if (path.endsWith('/_mapping')) {
      const mappings = { _meta: { made_by: 'session-insights', version: mappingVersion } };
      return [200, { 'calls-2026.05': { mappings } }];
    }
    if (!path.endsWith('/_search')) return [404, { error: { type: 'unknown', reason: path } }];
    try {
      return [200, this.#search(JSON.parse(body) as LooseRecord)];
    } catch (error) {
      return [400, { error: { type: 'parsing_exception', reason: String(error) } }];
    }
  }

  #search(search: LooseRecord): unknown {
    this.searches.push(search);
    const found = this.#sessions.filter(({ document }) => meets(document, search.query));
    const [after] = asList(search.search_after).slice(-1);
    const from = after === undefined ? 0 : found.findIndex(({ id }) => id === after) + 1;
    const hits = found.slice(from, from + Number(search.size)).map((one) => ({
      _index: 'calls-2026.05',
      _id: one.id,
      _source: one.document,
      sort: [startOf(one), one.id],
    }));
    const aggregations = aggregated(
      found.map(({ document }) => document),
      search.aggs,
    );
    return {
      took: 1,
      timed_out: false,
      _shards: { total: 1, failed: 0 },
      hits: { total: { value: found.length, relation: 'eq' }, hits },
      aggregations,
    };
  }
}

function startOf({ document }: Archived): number {
  return Date.parse(`${String(document.session_start_time)}Z`);
}

function meets(document: LooseRecord, query: unknown): boolean {
  const [[kind = '', body] = []] = Object.entries(asRecord(query));
  if (kind === 'match_all') return true;
  if (kind === 'match_none') return false;
  if (kind === 'exists') return valuesOf(document, String(asRecord(body).field)).length > 0;
  if (kind === 'bool') {
    const { filter = [], must_not: mustNot = [], should } = asRecord(body);
    const any = should === undefined || asList(should).some((one) => meets(document, one));
    const all = asList(filter).every((one) => meets(document, one));
    return any && all && !asList(mustNot).some((one) => meets(document, one));
  }
  const [[path = '', operand] = []] = Object.entries(asRecord(body));
  const values = valuesOf(document, path);
  if (kind === 'term') return values.includes(operand);
  if (kind === 'prefix') return values.some((value) => String(value).startsWith(String(operand)));
  if (kind === 'terms') return values.some((value) => asList(operand).includes(value));
  if (kind !== 'range') throw new Error(`no ${kind}`);
  const {
    gte = Number.NEGATIVE_INFINITY,
    lte = Number.POSITIVE_INFINITY,
    lt = Number.POSITIVE_INFINITY,
  } = asRecord(operand);
  return values
    .map((value) => (typeof value === 'string' ? Date.parse(`${value}Z`) : Number(value)))
    .some((value) => value >= Number(gte) && value <= Number(lte) && value < Number(lt));
}

function aggregated(documents: readonly LooseRecord[], aggs: unknown): LooseRecord {
  const named = Object.entries(asRecord(aggs)).map(([name, agg]) => [name, aggregate(documents, asRecord(agg))]);
  return Object.fromEntries(named) as LooseRecord;
}

function aggregate(documents: readonly LooseRecord[], { filter, missing, terms, aggs }: LooseRecord): LooseRecord {
  if (filter !== undefined) {
    const some = documents.filter((document) => meets(document, filter));
    return { doc_count: some.length, ...aggregated(some, aggs) };
  }
  const field = String(asRecord(missing ?? terms).field);
  if (missing !== undefined)
    return { doc_count: documents.filter((document) => valuesOf(document, field).length === 0).length };
  const counts = new Map<unknown, number>();
  for (const value of documents.flatMap((document) => valuesOf(document, field)))
    counts.set(value, (counts.get(value) ?? 0) + 1);
  const buckets = [...counts].map(([key, count]) => ({ key, doc_count: count }));
  return { doc_count_error_upper_bound: 0, sum_other_doc_count: 0, buckets };
}

function valuesOf(document: LooseRecord, path: string): readonly unknown[] {
  return valuesAt(document, path);
}
