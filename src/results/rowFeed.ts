import type { Run } from '../api/runs/run.ts';
import { parseJson } from '../domain/json/parseJson.ts';
import { writeJson } from '../domain/json/writeJson.ts';
import type { Mask } from '../domain/masking/mask.ts';
import type { ListedFacet } from '../domain/results/rows/facetFields.ts';
import { fieldsOfFacet } from '../domain/results/rows/facetFields.ts';
import type { ColumnName } from '../domain/results/rows/rowColumns.ts';
import { columnSource } from '../domain/results/rows/rowColumns.ts';
import type { RowChunk } from '../domain/results/store/columnChunk.ts';
import { ColumnWriter } from '../domain/results/store/columnWriter.ts';

/** What is sent: which columns of which run, and what masks personal data in them. */
export interface FedRun {
  readonly run: Run;
  readonly number: number;
  readonly columns: readonly ColumnName[];
  readonly mask: Mask | undefined;
}

/** The first rows are to be seen at once; the others come in pieces that do not keep the extension host from anything else. */
const firstRows = 200;
const mostRows = 1_000;

/** Sends the rows of a run to a page, column by column as far as they are known, each piece when the one before was taken. */
export class RowFeed {
  readonly #send: (run: number, chunk: RowChunk) => Promise<unknown>;
  #sending: Sending | undefined;

  constructor(send: (run: number, chunk: RowChunk) => Promise<unknown>) {
    this.#send = send;
  }

  /** Sends what there is more of; another run, or the same otherwise masked, from its first row on. */
  show(fed: FedRun | undefined): void {
    const sending = this.#sending;
    if (!fed) this.#sending = undefined;
    else if (sending && sending.fed.number === fed.number && sending.fed.mask === fed.mask) sending.fed = fed;
    else this.#sending = new Sending(fed);
    void this.#pump();
  }

  /** The page is a new one, and has nothing. */
  restart(): void {
    if (this.#sending) this.#sending = new Sending(this.#sending.fed);
    void this.#pump();
  }

  stop(): void {
    this.#sending = undefined;
  }

  async #pump(): Promise<void> {
    const sending = this.#sending;
    if (!sending || sending.isBusy) return;
    sending.isBusy = true;
    try {
      for (let chunk = sending.next(); chunk && sending === this.#sending; chunk = sending.next()) {
        await this.#send(sending.fed.number, chunk);
      }
    } catch {
      // The page is gone. Another one asks for everything again.
    } finally {
      sending.isBusy = false;
    }
  }
}

interface SentColumn {
  readonly writer: ColumnWriter<unknown>;
  sent: number;
}

class Sending {
  fed: FedRun;
  isBusy = false;
  readonly #columns = new Map<ColumnName, SentColumn>();

  constructor(fed: FedRun) {
    this.fed = fed;
  }

  /** The rows that the columns which are behind have still to get; undefined when there are none. */
  next(): RowChunk | undefined {
    const behind = this.fed.columns.flatMap((name) => {
      const column = this.#column(name);
      const known = rowsOf(this.fed.run, name);
      return column.sent < known ? [{ name, column, known }] : [];
    });
    if (behind.length === 0) return undefined;
    const from = Math.min(...behind.map(({ column }) => column.sent));
    const next = behind.filter(({ column }) => column.sent === from);
    const others = behind.filter(({ column }) => column.sent > from).map(({ column }) => column.sent);
    const to = Math.min(from + (from === 0 ? firstRows : mostRows), ...next.map(({ known }) => known), ...others);
    const rows = this.fed.run.sessions.slice(from, to).map((session) => this.#read(session));
    const columns = next.map(({ name, column }) => {
      column.sent = to;
      return [name, column.writer.write(rows)] as const;
    });
    return { from, count: to - from, columns };
  }

  #column(name: ColumnName): SentColumn {
    const known = this.#columns.get(name);
    if (known) return known;
    const column = { writer: new ColumnWriter(columnSource(name)), sent: 0 };
    this.#columns.set(name, column);
    return column;
  }

  #read(session: unknown): unknown {
    const { mask } = this.fed;
    return mask ? parseJson(mask.session(writeJson(session))) : session;
  }
}

/** Of how many rows, from the first on, it is known what stands in a column. */
function rowsOf({ sessions, more }: Run, name: ColumnName): number {
  if (name.startsWith('field:')) return more.have(name.slice('field:'.length));
  if (!name.startsWith('facet:')) return sessions.length;
  const facet = name.slice('facet:'.length) as ListedFacet;
  return Math.min(...fieldsOfFacet(facet).map((field) => more.have(field)));
}
