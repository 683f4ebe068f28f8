import type { SearchRequest } from '../../domain/query/request.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import type { InsightsClient } from '../client/insightsClient.ts';
import { Cancelled } from '../client/insightsErrors.ts';
import type { SessionStream } from '../search/searchSessions.ts';
import { searchSessions } from '../search/searchSessions.ts';
import type { ExportFormat } from './exportFormats.ts';
import { exportFormats } from './exportFormats.ts';

/** Where an export goes: resolves when it can take more. */
export interface ExportSink {
  write(text: string): Promise<void>;
}

export interface ExportOptions {
  readonly request: SearchRequest;
  readonly client: Pick<InsightsClient, 'search'>;
  readonly format: ExportFormat;
  readonly sink: ExportSink;
  /** Whole documents, else the query's projection. */
  readonly whole: boolean;
  /** Applied to each session before it is written. */
  readonly mask?: (session: SessionDocument) => SessionDocument;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ExportProgress) => void;
}

/** How far an export is; `atLeast` while not all of them are counted. */
export interface ExportProgress {
  readonly written: number;
  readonly total: number;
  readonly atLeast: boolean;
}

/** What was written. When it was cancelled or failed on the way, what stands is complete as far as it goes. */
export interface Exported {
  readonly written: number;
  readonly complete: boolean;
  readonly error?: unknown;
}

const pageSize = 200;
const chunkLength = 256 * 1024;

/**
 * Writes every session that the query finds, from its first page on, with no more of them in memory than a few pages.
 * Throws what stopped it before the first session: then nothing was written.
 */
export async function exportSessions(options: ExportOptions): Promise<Exported> {
  const { request, client, sink, mask = (session) => session, signal, onProgress } = options;
  const { projectFields, ...unprojected } = request;
  const stream = searchSessions({
    request: { ...(options.whole ? unprojected : request), pageNumber: 0, pageSize },
    client,
    everything: true,
    whole: options.whole,
    ...(signal ? { signal } : {}),
  });
  const format = exportFormats[options.format](options.whole ? [] : (projectFields ?? []));
  let [written, waiting] = [0, format.head];
  let error: unknown;
  try {
    for await (const session of stream) {
      if (signal?.aborted) throw new Cancelled();
      waiting += `${written > 0 ? format.between : ''}${format.row(mask(session))}`;
      written++;
      if (written % pageSize === 0) onProgress?.(progressOf(stream, written));
      if (waiting.length < chunkLength) continue;
      await sink.write(waiting);
      waiting = '';
    }
  } catch (failure) {
    if (written === 0) throw failure;
    error = failure;
  }
  await sink.write(waiting + format.foot(written));
  return { written, complete: error === undefined && !stream.incomplete, ...(error === undefined ? {} : { error }) };
}

/** Rows may come before all windows were counted: there are at least as many as were written. */
function progressOf({ total: { count, atLeast } }: SessionStream, written: number): ExportProgress {
  return { written, total: Math.max(count, written), atLeast };
}
