import type { DeletedSessions } from '../../api/runs/deletedSessions.ts';
import type { Runs } from '../../api/runs/runs.ts';
import type { ShownZone } from '../../domain/time/shownZone.ts';
import type { Following } from '../follow/following.ts';
import { withDays } from './days.ts';
import type { DayRow, QueryRow, Row } from './rows.ts';
import { keepRows, rowsOfQuery } from './rows.ts';

export interface ShownRowsSources {
  readonly runs: Pick<Runs, 'current' | 'stale'>;
  readonly deleted: DeletedSessions;
  readonly following: Pick<Following, 'arrivedOf'>;
  readonly zone: () => ShownZone;
}

/** What a query found as one list, and as its rows stand below it. */
export interface RowsOfQuery {
  readonly all: readonly Row[];
  readonly below: readonly Row[];
}

/** The rows of what queries found. VS Code knows rows by identity: the same objects stand until what they show changes. */
export class ShownRows {
  readonly #sources: ShownRowsSources;
  readonly #rows = new Map<string, RowsOfQuery>();
  readonly #days = new WeakMap<Row, DayRow>();

  constructor(sources: ShownRowsSources) {
    this.#sources = sources;
  }

  /** The rows of a query, as its run is now. */
  of(row: QueryRow): RowsOfQuery {
    const { runs, deleted, following, zone } = this.#sources;
    const uri = row.queryUri.toString();
    const rows = rowsOfQuery(row, {
      current: runs.current(uri),
      stale: runs.stale(uri),
      deleted,
      arrived: following.arrivedOf(uri),
    });
    const before = this.#rows.get(uri) ?? { all: [], below: [] };
    const all = keepRows(before.all, rows);
    const isByStart = runs.current(uri)?.isByStart ?? false;
    const below = isByStart ? keepRows(before.below, withDays(row.id, all, zone())) : all;
    for (const session of all) this.#days.delete(session);
    for (const day of below) if (day.kind === 'day') for (const session of day.sessions) this.#days.set(session, day);
    const shown = { all, below };
    this.#rows.set(uri, shown);
    return shown;
  }

  /** The day that a session's row stands below. */
  dayOf(row: Row): DayRow | undefined {
    return this.#days.get(row);
  }
}
