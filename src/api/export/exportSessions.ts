import { parseJson } from '../../domain/json/parseJson.ts';
import type { SearchRequest } from '../../domain/query/request.ts';
import type { InsightsClient } from '../client/insightsClient.ts';
import type { MayTakeRanges } from '../client/rangeService.ts';
import type { Pause, Waiting } from '../reading/patience.ts';
import type { Missing, ReadBatch } from '../reading/readingTypes.ts';
import { jsonOf } from '../reading/readRow.ts';
import { isByTime, readSessions, withTiebreaker } from '../reading/readSessions.ts';
import type { SessionReading } from '../reading/sessionReading.ts';
import type { Place } from '../search/sortOrder.ts';
import { sortOrder } from '../search/sortOrder.ts';
import type { ExportFormat, MaskJson } from './exportFormats.ts';
import { exportFormats } from './exportFormats.ts';
import type { ExportJournal, JournalEntry, WrittenRow } from './exportJournal.ts';
import { entryIn, lineOf } from './exportJournal.ts';

/** A file that is being written. It may hold more than the journal tells of. */
export interface ExportFile {
  readonly length: number;
  /** Resolves when it can take more; what was taken may still be on its way to the disk. */
  append(parts: readonly Uint8Array[]): Promise<void>;
  cutTo(length: number): Promise<void>;
  /** Leaves the first `head` bytes in their place, and puts the pieces of the rest in this order. */
  rearrange(head: number, pieces: Iterable<FilePiece>): Promise<void>;
}

export interface FilePiece {
  readonly start: number;
  readonly length: number;
}

export interface ExportOptions {
  readonly request: SearchRequest;
  readonly client: Pick<InsightsClient, 'searchPage'> & MayTakeRanges;
  readonly format: ExportFormat;
  readonly file: ExportFile;
  /** Empty for a new export; what an earlier one left is gone on with. */
  readonly journal: ExportJournal;
  /** Whole documents, else the query's projection. */
  readonly whole: boolean;
  readonly mask?: MaskJson;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ExportProgress) => void;
  /** Tells of a fault that is being waited out, and of its end. */
  readonly onWaiting?: (waiting: Waiting | undefined) => void;
  readonly pause?: Pause;
}

/** How far an export is; `atLeast` while not all of them are counted. */
export interface ExportProgress {
  readonly written: number;
  /** Read, and not kept by the query’s refinement; undefined when it has none. */
  readonly leftOut?: number;
  readonly total: number;
  readonly atLeast: boolean;
}

/** What came of an export. With an `error` it can be gone on with, and what stands in the file is whole as far as it goes. */
export interface Exported {
  readonly written: number;
  readonly total: number;
  /** Read, and not kept by the query’s refinement; undefined when it has none. */
  readonly leftOut?: number;
  /** All that the service counts, and the refinement keeps, is in the file, and nothing that was not asked for. */
  readonly complete: boolean;
  /** What the service counts and did not give. */
  readonly missing: readonly Missing[];
  /** How many of those in the file start outside of the range that was asked for; undefined when none. */
  readonly outside?: number;
  /** Whether some of them are ones that the filter can't have found; undefined when none. */
  readonly filterUnheeded?: boolean;
  /** Sessions that are not in the file because they could not be masked. */
  readonly unmasked: number;
  /** What stopped it, the person's own cancellation too. */
  readonly error?: unknown;
}

/**
 * Writes every session that the query finds and its refinement keeps, from its first page on and in its order, with no more of them in memory than a few answers. What
 * is not read in the query's order is put in it at the end.
 */
export async function exportSessions(options: ExportOptions): Promise<Exported> {
  return new Export(options).run();
}

class Export {
  readonly #options: ExportOptions;
  readonly #format: ReturnType<(typeof exportFormats)[ExportFormat]>;
  readonly #order: ReturnType<typeof sortOrder>;
  readonly #rowEnd: Uint8Array;
  readonly #headLength: number;
  #isInOrder: boolean;
  #end: number;
  #written = 0;
  #unmasked = 0;
  #leftOut = 0;

  constructor(options: ExportOptions) {
    const { request, format, whole } = options;
    this.#options = options;
    this.#format = exportFormats[format](whole ? [] : (request.columns ?? []));
    this.#order = sortOrder(withTiebreaker(request));
    this.#rowEnd = Buffer.from(this.#format.rowEnd);
    this.#headLength = Buffer.byteLength(this.#format.head);
    this.#end = this.#headLength;
    this.#isInOrder = isByTime(request);
  }

  async run(): Promise<Exported> {
    const { request, client, whole, signal, onWaiting, pause, onProgress } = this.#options;
    const entries = await this.#restore();
    const left = entries.at(-1)?.left;
    const reader = readSessions({
      request,
      client,
      whole,
      names: this.#format.names,
      ...(signal ? { signal } : {}),
      ...(left ? { from: left } : {}),
      ...(onWaiting ? { onWaiting } : {}),
      ...(pause ? { pause } : {}),
    });
    for (const entry of entries) reader.remember(entry);
    let failure: { readonly error: unknown } | undefined;
    try {
      for await (const batch of reader) {
        await this.#write(batch, reader);
        onProgress?.({ ...this.#counts, total: reader.total.count, atLeast: reader.total.atLeast });
      }
      if (!this.#isInOrder) await this.#putInOrder();
    } catch (error) {
      failure = { error };
    }
    await this.#close();
    const { missing, outside, filterUnheeded, total } = reader;
    return {
      ...this.#counts,
      total: total.count,
      complete: !failure && missing.length === 0 && outside === 0 && !filterUnheeded && this.#unmasked === 0,
      missing,
      ...(outside > 0 ? { outside } : {}),
      ...(filterUnheeded ? { filterUnheeded } : {}),
      unmasked: this.#unmasked,
      ...failure,
    };
  }

  get #counts(): Pick<Exported, 'written' | 'leftOut'> {
    const written = this.#written;
    return this.#options.request.refinement ? { written, leftOut: this.#leftOut } : { written };
  }

  /** What was written before, as far as both the file and the journal hold it. */
  async #restore(): Promise<readonly JournalEntry[]> {
    const { journal, file } = this.#options;
    const lines = await journal.lines();
    const entries: JournalEntry[] = [];
    for (const line of lines) {
      const entry = entryIn(line);
      // The end of the last one may have been overwritten by what ended the file.
      if (!entry || entry.end > file.length + this.#rowEnd.length) break;
      entries.push(entry);
    }
    if (entries.length < lines.length) await journal.replace(lines.slice(0, entries.length));
    for (const entry of entries) this.#count(entry);
    if (this.#written === 0) {
      await file.cutTo(0);
      await file.append([Buffer.from(this.#format.head)]);
    } else {
      await file.cutTo(this.#end - this.#rowEnd.length);
      await file.append([this.#rowEnd]);
    }
    return entries;
  }

  #count({ rows, isLate, leftOut, end }: JournalEntry): void {
    const written = rows.filter(({ length }) => length > 0).length;
    this.#written += written;
    this.#leftOut += leftOut;
    this.#unmasked += rows.length - written - leftOut;
    this.#isInOrder &&= !isLate;
    this.#end = end;
  }

  async #write({ rows, isLate }: ReadBatch, reader: SessionReading): Promise<void> {
    const { mask, file, journal, request } = this.#options;
    const parts: Uint8Array[] = [];
    const written: WrittenRow[] = [];
    let [leftOut, end] = [0, this.#end];
    // Their order follows from what is told of them anyway.
    const hasOwnPlaces = !isByTime(request) || request.sortBy.length > 1;
    for (const row of rows) {
      const isKept = request.refinement?.keeps(parseJson(jsonOf(row))) ?? true;
      const bytes = isKept ? this.#format.row(row, mask) : undefined;
      if (!isKept) leftOut += 1;
      if (bytes) parts.push(bytes, this.#rowEnd);
      const { key, time } = row;
      const places = hasOwnPlaces ? this.#order.placesOf(row.members) : [];
      const length = bytes ? bytes.length + this.#rowEnd.length : 0;
      end += length;
      written.push({ key, time, length, places });
    }
    const entry = { rows: written, isLate, leftOut, end, left: reader.state };
    this.#count(entry);
    await file.append(parts);
    await journal.add(lineOf(entry));
  }

  async #putInOrder(): Promise<void> {
    const { journal, file } = this.#options;
    const rows: { readonly start: number; readonly length: number; readonly places: readonly Place[] }[] = [];
    let start = this.#headLength;
    for (const line of await journal.lines()) {
      for (const { key, time, length, places } of entryIn(line)?.rows ?? []) {
        if (length > 0) rows.push({ start, length, places: places.length > 0 ? places : [time, key] });
        start += length;
      }
    }
    await file.rearrange(
      this.#headLength,
      rows.sort((a, b) => this.#order.compare(a.places, b.places)),
    );
  }

  /** Makes a whole file of what was written. */
  async #close(): Promise<void> {
    const { file } = this.#options;
    const { lastRowEnd, rowEnd, foot } = this.#format;
    if (this.#written > 0 && lastRowEnd !== rowEnd) {
      await file.cutTo(this.#end - this.#rowEnd.length);
      await file.append([Buffer.from(lastRowEnd)]);
    }
    if (foot !== '') await file.append([Buffer.from(foot)]);
  }
}
