import type { ExportJournal } from '../../api/export/exportJournal.ts';
import type { ReadingState } from '../../api/reading/readingState.ts';
import type { Missing, ReadBatch } from '../../api/reading/readingTypes.ts';
import { asText } from '../../domain/json/looseValues.ts';
import { parseJson } from '../../domain/json/parseJson.ts';
import type { SearchRequest } from '../../domain/query/request.ts';
import { startsOutside } from '../../domain/time/dates.ts';
import { instantOf } from '../../domain/time/plainTime.ts';
import type { ArchiveClient } from '../archiveClient.ts';
import type { Pause } from '../client/archiveRequests.ts';
import { pause } from '../client/pause.ts';
import type { ArchiveProgress } from './archiveJournal.ts';
import { readArchiveState, writeArchiveState } from './archiveJournal.ts';
import type { BulkDocument } from './bulkDocument.ts';
import { bulkDocument } from './bulkDocument.ts';
import { BulkQueue } from './bulkQueue.ts';
import type { RefusedDocument } from './bulkWriter.ts';
import { BulkWriter } from './bulkWriter.ts';
import type { ArchiveCount } from './countArchived.ts';
import { countArchived } from './countArchived.ts';
import { prepareIndexes } from './prepareIndexes.ts';

/** The sessions that are to be archived: a reading of whole sessions, which says where it has come to. */
export interface ArchiveSource extends AsyncIterable<ReadBatch> {
  readonly state: ReadingState;
  readonly total: { readonly count: number; readonly atLeast: boolean };
  readonly missing: readonly Missing[];
  readonly filterUnheeded?: boolean;
}

export interface ArchiveSessionsOptions {
  /** What is archived. Its refinement decides here of each session. */
  readonly request: SearchRequest;
  /** Begins where an earlier archiving had come to. */
  readonly read: (from: ReadingState | undefined, signal: AbortSignal) => ArchiveSource;
  readonly archive: Pick<ArchiveClient, 'requests' | 'pattern'>;
  /** Masks the JSON of a session; undefined for one that cannot be masked, which is then not written. */
  readonly mask?: ((json: string) => string | undefined) | undefined;
  /** How far it is, in one line. Empty for a new archiving; what an earlier one left is gone on with. */
  readonly journal: Pick<ExportJournal, 'lines' | 'replace'>;
  /** Takes what the cluster refuses: a line of JSON for each session, with the reason. */
  readonly refused: Pick<ExportJournal, 'add'> & {
    /** Leaves so many lines. */
    cutAfter(lines: number): Promise<void>;
  };
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (progress: ArchiveProgress & { readonly total: number; readonly atLeast: boolean }) => void;
  /** Tells that the cluster is being waited for. */
  readonly onWaiting?: (error: unknown) => void;
  readonly pause?: Pause;
}

/** What came of archiving. With an `error` it can be gone on with. */
export interface Archived extends ArchiveProgress {
  /** How many the source counts. */
  readonly total: number;
  /** What the source counts and did not give. */
  readonly missing: readonly Missing[];
  /** Whether some of them are ones that the filter can't have found. */
  readonly filterUnheeded: boolean;
  /** What the archive counts afterwards; undefined where that was not come to. */
  readonly inArchive: ArchiveCount | undefined;
  /** The archive counts fewer than were written just now. */
  readonly tooFew: boolean;
  /** Everything is in the archive that the source counts and the refinement keeps, and nothing that was not asked for. */
  readonly complete: boolean;
  readonly error?: unknown;
}

/**
 * Writes whole sessions to an archive, each under its own id, so that it can be done again at any time. No more of them are in memory than a
 * few requests hold. It throws nothing: what stopped it is in what it gives.
 */
export async function archiveSessions(options: ArchiveSessionsOptions): Promise<Archived> {
  return new Archiving(options).run();
}

class Archiving {
  readonly #options: ArchiveSessionsOptions;
  readonly #stopping = new AbortController();
  readonly #signal: AbortSignal;
  readonly #writer: BulkWriter;
  readonly #queue: BulkQueue;
  #progress: ArchiveProgress = { written: 0, refused: 0, leftOut: 0, unmasked: 0, unnamed: 0, outside: 0 };
  /** What an earlier archiving had read. */
  #readBefore = 0;

  constructor(options: ArchiveSessionsOptions) {
    this.#options = options;
    const { signal, archive, onWaiting, pause: wait = pause } = options;
    this.#signal = signal ? AbortSignal.any([signal, this.#stopping.signal]) : this.#stopping.signal;
    this.#writer = new BulkWriter({ requests: archive.requests, signal: this.#signal, pause: wait, onWaiting });
    this.#queue = new BulkQueue({
      write: (documents) => this.#write(documents),
      onFailure: () => this.#stopping.abort(),
    });
  }

  async run(): Promise<Archived> {
    const { archive, journal, read } = this.#options;
    let source: ArchiveSource | undefined;
    let inArchive: ArchiveCount | undefined;
    let goneOn = false;
    let failure: { readonly error: unknown } | undefined;
    try {
      await prepareIndexes(archive.requests, archive.pattern, this.#signal);
      const saved = readArchiveState((await journal.lines()).at(-1));
      if (saved) this.#progress = saved.progress;
      goneOn = saved !== undefined;
      await this.#forgetRefusedAfter(saved?.progress.refused ?? 0);
      this.#readBefore = readIn(this.#progress);
      source = read(saved?.state, this.#signal);
      await this.#writeAll(source);
      inArchive = await this.#countInArchive();
    } catch (error) {
      // Reading ends when writing does.
      failure = this.#queue.failure ?? { error };
    } finally {
      this.#stopping.abort();
    }
    const { written, refused, unmasked, unnamed, outside } = this.#progress;
    const { missing = [], filterUnheeded = false } = source ?? {};
    // Those of the second at which an archiving stopped are written again, and counted again; what was not asked for is not counted.
    const isComparable = !goneOn && !filterUnheeded;
    const tooFew = inArchive !== undefined && isComparable && inArchive.count < written - outside;
    const leftOut = refused + unmasked + unnamed;
    return {
      ...this.#progress,
      total: this.#totalOf(source),
      missing,
      filterUnheeded,
      inArchive,
      tooFew,
      complete: !failure && missing.length === 0 && leftOut === 0 && outside === 0 && !filterUnheeded && !tooFew,
      ...failure,
    };
  }

  async #writeAll(source: ArchiveSource): Promise<void> {
    let saved = performance.now();
    let pauseMs = saveEveryMs;
    for await (const batch of source) {
      for (const row of batch.rows) {
        const document = this.#documentOf(row);
        if (document) await this.#queue.add(document);
      }
      this.#tell(source);
      // Where it can be gone on from is known when all that was read is written.
      const settling = performance.now();
      if (settling - saved < pauseMs) continue;
      const { state } = source;
      await this.#queue.settle();
      await this.#save(state);
      saved = performance.now();
      // Meanwhile nothing else is on its way: where that takes long it is done seldom.
      pauseMs = Math.min(Math.max(saveEveryMs, shareOfSaving * (saved - settling)), saveAtLeastEveryMs);
    }
    await this.#queue.settle();
    await this.#save(source.state);
    this.#tell(source);
  }

  async #save(state: ReadingState): Promise<void> {
    await this.#options.journal.replace([writeArchiveState({ state: rest(state), progress: this.#progress })]);
  }

  /** What was refused after the last word of the journal is sent again. */
  async #forgetRefusedAfter(known: number): Promise<void> {
    await this.#options.refused.cutAfter(known);
  }

  #tell(source: ArchiveSource): void {
    const { atLeast } = source.total;
    this.#options.onProgress?.({ ...this.#progress, total: this.#totalOf(source), atLeast });
  }

  #totalOf(source: ArchiveSource | undefined): number {
    return this.#readBefore + (source?.total.count ?? 0);
  }

  #documentOf({ bytes, members }: ReadBatch['rows'][number]): BulkDocument | undefined {
    const { request, mask, archive } = this.#options;
    const json = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
    if (request.refinement && !request.refinement.keeps(parseJson(json))) return this.#add({ leftOut: 1 });
    const id = asText(members.id);
    if (id === undefined) return this.#add({ unnamed: 1 });
    if (startsOutside(instantOf(members.session_start_time), request.range)) this.#add({ outside: 1 });
    const masked = mask ? mask(json) : json;
    if (masked === undefined) return this.#add({ unmasked: 1 });
    const session = { id, start: members.session_start_time, json: masked, bytes: mask ? undefined : bytes };
    return bulkDocument(session, archive.pattern);
  }

  async #write(documents: readonly BulkDocument[]): Promise<void> {
    const { written, refused } = await this.#writer.write(documents);
    for (const one of refused) await this.#options.refused.add(refusedLine(one));
    this.#add({ written, refused: refused.length });
  }

  #countInArchive(): Promise<ArchiveCount> {
    const { archive, request, mask } = this.#options;
    return countArchived(archive, { request, isMasked: mask !== undefined }, this.#signal);
  }

  #add(more: Partial<ArchiveProgress>): undefined {
    const entries = Object.entries(this.#progress) as [keyof ArchiveProgress, number][];
    this.#progress = Object.fromEntries(
      entries.map(([name, count]) => [name, count + (more[name] ?? 0)]),
    ) as unknown as ArchiveProgress;
    return undefined;
  }
}

const saveEveryMs = 2000;
const saveAtLeastEveryMs = 30_000;
/** Waiting for what is on its way takes a tenth of the time at most. */
const shareOfSaving = 10;

function refusedLine({ document, reason }: RefusedDocument): string {
  return `{"reason":${JSON.stringify(reason)},"session":${Buffer.from(document.session).toString()}}`;
}

function readIn({ written, refused, leftOut, unmasked, unnamed }: ArchiveProgress): number {
  return written + refused + leftOut + unmasked + unnamed;
}

/** What is left is counted anew: what was read before is written. */
function rest({ parts, missing }: ReadingState): ReadingState {
  return { parts: parts.map(({ range }) => ({ range })), counted: [], missing };
}
