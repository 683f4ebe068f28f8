import type { Runs } from '../../api/runs/runs.ts';
import { asList, asRecord } from '../../domain/json/looseValues.ts';
import { parseServiceTime } from '../../domain/time/serviceTime.ts';
import type { KeptState } from '../../host/keptState.ts';

/** What is kept of the last run of a query that came to its end: figures, and nothing of a session. */
export interface LastRun {
  readonly queryUri: string;
  readonly connection: string;
  readonly at: Date;
  readonly count: number;
  /** The service stopped counting. */
  readonly atLeast: boolean;
}

const key = 'insights.lastRuns';
const mostKept = 200;

/** What each query found last, also in an earlier window. */
export class LastRuns {
  readonly #state: KeptState;
  readonly #runs = new Map<string, LastRun>();

  constructor(state: KeptState, runs: Pick<Runs, 'current' | 'onDidChange'>) {
    this.#state = state;
    for (const kept of asList(state.get(key))) {
      const run = readLastRun(kept);
      if (run) this.#runs.set(run.queryUri, run);
    }
    runs.onDidChange((queryUri) => {
      const run = runs.current(queryUri);
      if (run?.state !== 'done') return;
      const { connection, startedAt } = run.identity;
      const { count, atLeast } = run.total;
      // Of a refinement, what it kept of all that it saw is what was found.
      const found = run.leftOut === undefined ? count : run.sessions.length;
      this.#keep({
        queryUri,
        connection,
        at: startedAt,
        count: found,
        atLeast: atLeast || (run.leftOut !== undefined && run.hasMore),
      });
    });
  }

  of(queryUri: string): LastRun | undefined {
    return this.#runs.get(queryUri);
  }

  #keep(run: LastRun): void {
    const before = this.#runs.get(run.queryUri);
    if (before && JSON.stringify(before) === JSON.stringify(run)) return;
    this.#runs.delete(run.queryUri);
    this.#runs.set(run.queryUri, run);
    const kept = [...this.#runs.values()].slice(-mostKept);
    void this.#state.update(
      key,
      kept.map(({ at, ...rest }) => ({ ...rest, at: at.toISOString() })),
    );
  }
}

function readLastRun(kept: unknown): LastRun | undefined {
  const { queryUri, connection, at, count, atLeast } = asRecord(kept);
  const time = parseServiceTime(at);
  if (typeof queryUri !== 'string' || typeof connection !== 'string' || typeof count !== 'number' || !time)
    return undefined;
  return { queryUri, connection, at: time, count, atLeast: atLeast === true };
}
