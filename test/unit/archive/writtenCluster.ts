import type { IncomingMessage, ServerResponse } from 'node:http';
import { mappingVersion, templateName } from '../../../src/archive/mapping/indexTemplate.ts';
import type { Listening } from '../api/client/wire.ts';
import { startService } from '../api/client/wire.ts';

/** A document as a request brings it. */
export interface SentDocument {
  readonly id: string;
  readonly index: string;
  readonly json: string;
}

/** What a cluster says of one document. */
interface Item {
  readonly status: number;
  readonly error?: { readonly type: string; readonly reason: string };
}

export interface WrittenClusterOptions {
  /** What it says of a document; undefined for one that it takes. `request` counts from 1. */
  readonly item?: (document: SentDocument, request: number) => Item | undefined;
  /** What it says it has taken and has not. */
  readonly forgets?: (document: SentDocument) => boolean;
  /** It takes no larger request. */
  readonly mostBytes?: number;
  /** The only one that it knows, as the header says it. */
  readonly authorization?: string;
  /** Sent with every answer. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly version?: object;
  /** What every question for aggregations is answered with. */
  readonly aggregations?: object;
  /** The only media types of bodies that it takes. */
  readonly mediaTypes?: RegExp;
}

/** Elasticsearch 8, as far as its documentation says what differs for who writes to it. */
export const elasticsearch8: WrittenClusterOptions = {
  version: { number: '8.17.0', build_flavor: 'default', minimum_wire_compatibility_version: '7.17.0' },
  headers: {
    'x-elastic-product': 'Elasticsearch',
    warning: '299 Elasticsearch-8.17.0-2b6a7fed "this request accesses system indices"',
  },
  mediaTypes: /^application\/(?:json|x-ndjson|vnd\.elasticsearch\+(?:json|x-ndjson); ?compatible-with=[78])$/u,
};

/**
 * What archiving asks of a cluster, over a socket: it takes the template and documents, keeps them in memory, and counts them. It is no engine:
 * a search finds nothing, and every count is of all that it has.
 */
export class WrittenCluster {
  readonly #options: WrittenClusterOptions;
  #listening: Listening | undefined;
  #waiting: (() => void)[] = [];
  /** Requests of documents wait until they are let on, one by one. */
  holds = false;
  readonly documents = new Map<string, SentDocument>();
  /** The ids that each request brought. */
  readonly sent: (readonly string[])[] = [];
  readonly #templates = new Map<string, string>();

  private constructor(options: WrittenClusterOptions) {
    this.#options = options;
  }

  static async start(options: WrittenClusterOptions = {}): Promise<WrittenCluster> {
    const cluster = new WrittenCluster(options);
    cluster.#listening = await startService((request, response) => void cluster.#answer(request, response));
    return cluster;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#listening?.port}`;
  }

  /** Whether there is the template of these indexes. */
  hasTemplate(pattern: string): boolean {
    return this.#templates.has(templateName(pattern));
  }

  /** Lets the request on that has waited longest. */
  letOne(): void {
    this.#waiting.shift()?.();
  }

  letAll(): void {
    this.holds = false;
    for (const go of this.#waiting.splice(0)) go();
  }

  close(): void {
    this.#listening?.close();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const [status, answer] = this.#refusal(request, body) ?? (await this.#judge(request, body));
    const { headers } = this.#options;
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(answer));
  }

  #refusal({ headers }: IncomingMessage, body: Buffer): readonly [number, unknown] | undefined {
    const { authorization = headers.authorization, mediaTypes } = this.#options;
    if (headers.authorization !== authorization) return [401, failure('security_exception', 'no')];
    const type = headers['content-type'] ?? '';
    if (body.length === 0 || !mediaTypes || mediaTypes.test(type)) return undefined;
    return [406, failure('media_type_header_exception', `Invalid media-type value on headers [Content-Type]: ${type}`)];
  }

  async #judge({ method = '', url = '' }: IncomingMessage, body: Buffer): Promise<readonly [number, unknown]> {
    const { pathname } = new URL(url, 'http://cluster');
    const { mostBytes = Number.POSITIVE_INFINITY, version = { distribution: 'opensearch', number: '2.19.6' } } =
      this.#options;
    if (body.length > mostBytes) return [413, ''];
    if (pathname === '/') return [200, { version }];
    if (pathname.endsWith('/_mapping')) return this.#mappings();
    if (pathname.startsWith('/_index_template/')) return this.#template(method, pathname.split('/')[2] ?? '', body);
    if (pathname.endsWith('/_bulk')) return [200, { errors: false, items: await this.#write(body) }];
    if (pathname.endsWith('/_refresh')) return [200, {}];
    if (pathname.endsWith('/_search')) return [200, { ...this.#counted(), aggregations: this.#options.aggregations }];
    return [404, failure('index_not_found_exception', pathname)];
  }

  #mappings(): readonly [number, unknown] {
    const indexes = new Set([...this.documents.values()].map(({ index }) => index));
    const mappings = { _meta: { made_by: 'session-insights', version: mappingVersion } };
    return indexes.size === 0 ? [404, {}] : [200, Object.fromEntries([...indexes].map((name) => [name, { mappings }]))];
  }

  #template(method: string, name: string, body: Buffer): readonly [number, unknown] {
    if (method === 'PUT') {
      this.#templates.set(name, body.toString());
      return [200, { acknowledged: true }];
    }
    const kept = this.#templates.get(name);
    return kept === undefined
      ? [404, {}]
      : [200, { index_templates: [{ name, index_template: JSON.parse(kept) as unknown }] }];
  }

  async #write(body: Buffer): Promise<readonly unknown[]> {
    const documents = documentsIn(body);
    this.sent.push(documents.map(({ id }) => id));
    const request = this.sent.length;
    if (this.holds) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return documents.map((document) => {
      const item = this.#options.item?.(document, request);
      if (!item && !this.#options.forgets?.(document)) this.documents.set(document.id, document);
      return { index: { _index: document.index, _id: document.id, ...(item ?? { status: 201 }) } };
    });
  }

  #counted(): object {
    const total = { value: this.documents.size, relation: 'eq' };
    return { took: 1, timed_out: false, _shards: { total: 1, failed: 0 }, hits: { total, hits: [] } };
  }
}

function documentsIn(body: Buffer): readonly SentDocument[] {
  const lines = body.toString().split('\n');
  const documents: SentDocument[] = [];
  for (let at = 0; at + 1 < lines.length; at += 2) {
    const { _index: index, _id: id } = (JSON.parse(lines[at] ?? '') as { index: { _index: string; _id: string } })
      .index;
    documents.push({ id, index, json: lines[at + 1] ?? '' });
  }
  return documents;
}

function failure(type: string, reason: string): unknown {
  return { error: { type, reason } };
}
