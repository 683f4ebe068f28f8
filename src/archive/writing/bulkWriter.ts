import { asNumber, asRecord, asText } from '../../domain/json/looseValues.ts';
import type { ArchiveProblem } from '../client/archiveError.ts';
import { ArchiveError } from '../client/archiveError.ts';
import type { ArchiveRequests, Pause } from '../client/archiveRequests.ts';
import { passes, pauseAfter } from '../client/archiveRequests.ts';
import { engineErrorOf, problemOf, textOf } from '../client/engineError.ts';
import type { ExcerptOf } from '../client/failureOf.ts';
import { recordIn } from '../client/recordIn.ts';
import { bulkBody } from './bulkBody.ts';
import type { BulkDocument } from './bulkDocument.ts';

/** A document that the cluster does not take. */
export interface RefusedDocument {
  readonly document: Pick<BulkDocument, 'id' | 'session'>;
  readonly reason: string;
}

export interface Written {
  readonly written: number;
  readonly refused: readonly RefusedDocument[];
}

export interface BulkWriterOptions {
  readonly requests: ArchiveRequests;
  readonly signal: AbortSignal | undefined;
  readonly pause: Pause;
  /** Tells that what passes is being waited for. */
  readonly onWaiting?: ((error: unknown) => void) | undefined;
}

/** Without an end the cluster may be busy for about two minutes. */
const mostAttempts = 9;
const firstPauseMs = 500;
const longestPauseMs = 30_000;
/** What a cluster may ask for by `Retry-After`. */
const longestNamedPauseMs = 5 * 60_000;

/** A shard without a node is waited for so long in the cluster: it then says so, before nobody listens any more. */
const engineTimeout = '10s';

/** Nothing goes on from these: what is refused now would be refused of every session. */
const ends: ReadonlySet<ArchiveProblem> = new Set([
  'noRight',
  'noIndex',
  'closedIndex',
  'foreignMapping',
  'blocked',
  'tooManyShards',
]);

/** Writes documents together, and again those of them that the cluster was only too busy for. Throws where nothing can be written. */
export class BulkWriter {
  readonly #options: BulkWriterOptions;

  constructor(options: BulkWriterOptions) {
    this.#options = options;
  }

  /** Resolves when each of the documents is written or refused. */
  async write(documents: readonly BulkDocument[]): Promise<Written> {
    let left = documents;
    let written = 0;
    const refused: RefusedDocument[] = [];
    for (let attempt = 1; left.length > 0; attempt++) {
      const sent = await this.#send(left, attempt);
      if (sent === 'tooLarge') {
        const [only] = left;
        if (only && left.length === 1) {
          refused.push({ document: only, reason: '413: larger than the cluster accepts in one request' });
          break;
        }
        const half = Math.ceil(left.length / 2);
        const parts = [await this.write(left.slice(0, half)), await this.write(left.slice(half))];
        for (const part of parts) {
          written += part.written;
          refused.push(...part.refused);
        }
        break;
      }
      written += sent.written;
      refused.push(...sent.refused);
      left = sent.again;
      if (left.length === 0) break;
      if (attempt >= mostAttempts) throw sent.failure;
      await this.#wait(attempt, sent.failure);
    }
    return { written, refused };
  }

  async #send(documents: readonly BulkDocument[], attempt: number): Promise<Sent | 'tooLarge'> {
    const { requests, signal } = this.#options;
    try {
      const answer = await requests.ask({
        asked: 'write',
        method: 'POST',
        path: ['_bulk'],
        parameters: { timeout: engineTimeout },
        lines: bulkBody(documents),
        signal,
        once: true,
        takes: [413],
      });
      return answer.status === 413 ? 'tooLarge' : readAnswer(answer.body, documents, requests.excerptOf);
    } catch (error) {
      // A request that is too large may also be cut off while it is sent.
      if (isCut(error) && documents.length > 1 && attempt > 2) return 'tooLarge';
      if (error instanceof ArchiveError && error.problem === 'tooLarge') return 'tooLarge';
      // A cluster that is slow once may not be so again; written twice, a session is there once.
      if (!passes(error) && !(isTimeout(error) && attempt === 1)) throw error;
      return { written: 0, refused: [], again: documents, failure: error };
    }
  }

  async #wait(attempt: number, failure: unknown): Promise<void> {
    const { pause, signal, onWaiting } = this.#options;
    const pauseMs = pauseAfter(failure, Math.min(firstPauseMs * 2 ** (attempt - 1), longestPauseMs));
    if (pauseMs > longestNamedPauseMs) throw failure;
    onWaiting?.(failure);
    await pause(pauseMs, signal);
    if (signal?.aborted) throw failure;
  }
}

interface Sent extends Written {
  /** What may be taken a while later. */
  readonly again: readonly BulkDocument[];
  readonly failure: unknown;
}

function readAnswer(body: string, documents: readonly BulkDocument[], excerptOf: ExcerptOf): Sent {
  const { items } = recordIn(body);
  if (!Array.isArray(items)) throw new ArchiveError('notEngine', { asked: 'write' });
  let written = 0;
  let failure: unknown;
  const refused: RefusedDocument[] = [];
  const again: BulkDocument[] = [];
  documents.forEach((document, at) => {
    const item = asRecord(Object.values(asRecord(items[at]))[0]);
    const status = asNumber(item.status) ?? 0;
    if (status >= 200 && status < 300) {
      written += 1;
      return;
    }
    const error = engineErrorOf(item.error);
    const problem = problemOf(status, error, 'write');
    const answer = excerptOf({ status, contentType: '', body: error ? textOf(error) : `${status}` });
    const about = { asked: 'write', what: asText(item._index) ?? '', answer } as const;
    if (ends.has(problem)) throw new ArchiveError(problem, about);
    if (status === 429 || status >= 500 || status === 0 || problem === 'full') {
      again.push(document);
      failure = new ArchiveError(problem, { ...about, passes: true });
    } else refused.push({ document, reason: answer.text });
  });
  return { written, refused, again, failure };
}

function isTimeout(error: unknown): boolean {
  return (error as { readonly code?: unknown }).code === 'timedOut';
}

const cuts: ReadonlySet<unknown> = new Set(['closedBeforeAnswer', 'closedInAnswer', 'damagedAnswer']);

function isCut(error: unknown): boolean {
  const { code, problem } = error as { readonly code?: unknown; readonly problem?: unknown };
  return code === 'unreachable' && cuts.has(problem);
}
