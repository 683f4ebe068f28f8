import type { Run } from '../../api/runs/run.ts';
import type { AggregateAll } from '../../api/runs/runOptions.ts';
import { readAggregation } from '../../domain/analysis/aggregation.ts';
import type { PathMap } from '../../domain/analysis/pathMap/pathMap.ts';
import type { AggregationTable } from '../../domain/analysis/table/aggregationTables.ts';
import { aggregationTables } from '../../domain/analysis/table/aggregationTables.ts';
import { createMask } from '../../domain/masking/mask.ts';
import { rangeBefore } from '../../domain/time/dates.ts';
import type { AnalysisKind, AnalysisView, MapComparison } from '../../protocol/analysisMessages.ts';
import { PathMaps, pathMapsFields } from './pathMaps.ts';
import { Reading } from './reading.ts';

export interface AnalysesNeeds {
  readonly numberOf: (run: Run) => number;
  readonly nameOf: (nodeId: string) => string | undefined;
  readonly failureWords: (error: unknown, run: Run) => string;
  readonly rangeWords: (run: Run) => string;
  readonly masked: () => boolean;
  readonly send: (view: AnalysisView) => void;
}

/** A map with more of either is not sent whole: nobody looks at it, and the strongest come first. */
const mostNodes = 3_000;
const mostEdges = 6_000;

/** What is worked out over every session of a query's range, for one page. */
export class Analyses {
  readonly #needs: AnalysesNeeds;
  readonly #readings: Readonly<Record<AnalysisKind, Reading>>;
  readonly #timers = new Map<AnalysisKind, ReturnType<typeof setTimeout>>();
  #aggregated: { readonly run: Run; readonly result: () => Readonly<Record<string, unknown>> } | undefined;
  #mapped: { readonly run: Run; readonly maps: PathMaps; readonly before: PathMaps | undefined } | undefined;
  #comparison: MapComparison = { with: 'nothing' };

  constructor(needs: AnalysesNeeds) {
    this.#needs = needs;
    const reading = (kind: AnalysisKind) => new Reading(() => this.#sendSoon(kind), needs.failureWords);
    this.#readings = { aggregations: reading('aggregations'), pathMap: reading('pathMap') };
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const reading of Object.values(this.#readings)) reading.dispose();
  }

  aggregate(run: Run): void {
    const { aggs, aggregate: counted } = run;
    if (counted) {
      this.#count(run, counted);
      return;
    }
    const { start, fields } = readAggregation(aggs, run.identity.startedAt);
    const aggregating = start();
    this.#aggregated = { run, result: () => aggregating.result() };
    if (aggs === undefined) this.#send('aggregations');
    else void this.#readings.aggregations.start({ run, fields, collectors: [{ collector: aggregating }] });
  }

  #count(run: Run, counted: AggregateAll): void {
    let result: Readonly<Record<string, unknown>> = {};
    this.#aggregated = { run, result: () => result };
    void this.#readings.aggregations.ask(run, async (options) => {
      const found = await counted(options);
      result = found.result;
      return found;
    });
  }

  mapPaths(run: Run, comparison: MapComparison): void {
    this.#comparison = comparison;
    const known = this.#mapped;
    const isThere = known?.run === run && this.#readings.pathMap.state.state === 'done';
    if (isThere && (comparison.with !== 'rangeBefore' || known.before)) {
      this.#send('pathMap');
      return;
    }
    const [maps, before] = [new PathMaps(this.#needs.nameOf), new PathMaps(this.#needs.nameOf)];
    const compares = comparison.with === 'rangeBefore';
    this.#mapped = { run, maps, before: compares ? before : undefined };
    void this.#readings.pathMap.start({
      run,
      fields: pathMapsFields,
      collectors: [
        { collector: maps },
        ...(compares ? [{ collector: before, range: rangeBefore(run.identity.range) }] : []),
      ],
    });
  }

  cancel(kind: AnalysisKind): void {
    this.#readings[kind].cancel();
  }

  /** Tells again what there is: the page is a new one, or a setting changed. */
  sendAll(): void {
    if (this.#aggregated) this.#send('aggregations');
    if (this.#mapped) this.#send('pathMap');
  }

  /** As the page shows it: masked where that is. */
  get tables(): readonly AggregationTable[] {
    const { run, result } = this.#aggregated ?? {};
    const tables = result ? aggregationTables(result(), run?.aggs) : [];
    const mask = this.#needs.masked() ? createMask() : undefined;
    // Ids of nodes are said by their names: no other key looks like one.
    const shown = (key: string): string => this.#needs.nameOf(key) ?? mask?.text(key) ?? key;
    return tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => ({ ...row, keys: row.keys.map((key) => (key === null ? null : shown(key))) })),
    }));
  }

  /** The loaded rows of a run whose session took this way. */
  rowsOnPath(run: Run, from: string, to: string | undefined): Uint32Array {
    const { maps } = this.#mapped ?? {};
    const rows = [...run.sessions.keys()].filter((row) => {
      const session = run.sessions[row];
      return session && maps?.isOnPath(session, from, to);
    });
    return Uint32Array.from(rows);
  }

  /** What is found comes by thousands: the page is told a few times a second. */
  #sendSoon(kind: AnalysisKind): void {
    if (this.#readings[kind].state.state !== 'running') {
      clearTimeout(this.#timers.get(kind));
      this.#timers.delete(kind);
      this.#send(kind);
    } else if (!this.#timers.has(kind)) {
      const later = (): void => {
        this.#timers.delete(kind);
        this.#send(kind);
      };
      this.#timers.set(kind, setTimeout(later, 250));
    }
  }

  #send(kind: AnalysisKind): void {
    this.#needs.send(kind === 'aggregations' ? this.#aggregationsView() : this.#pathMapView());
  }

  #aggregationsView(): AnalysisView {
    const run = this.#aggregated?.run;
    return {
      kind: 'aggregations',
      ...this.#readingView('aggregations', run),
      asked: run?.aggs !== undefined,
      tables: this.tables,
    };
  }

  #pathMapView(): AnalysisView {
    const { run, maps, before } = this.#mapped ?? {};
    // While sessions come a map would be laid out anew again and again.
    const isDone = this.#readings.pathMap.state.state !== 'running';
    const shown = isDone ? maps : undefined;
    const comparison = this.#comparison;
    const ofVersions = comparison.with === 'version' ? comparison : undefined;
    const map = ofVersions ? shown?.mapOf(ofVersions.after) : shown?.map();
    const compared = comparison.with === 'rangeBefore' && isDone ? before?.map() : undefined;
    const sent = sendable(map);
    const cut = {
      nodes: (map?.nodes.length ?? 0) - (sent?.nodes.length ?? 0),
      edges: (map?.edges.length ?? 0) - (sent?.edges.length ?? 0),
    };
    return {
      kind: 'pathMap',
      ...this.#readingView('pathMap', run),
      comparison,
      map: sent,
      ...(cut.nodes + cut.edges > 0 ? { cut } : {}),
      before: sendable(ofVersions ? shown?.mapOf(ofVersions.before) : compared),
      versions: shown?.versions() ?? [],
      otherVersions: shown?.otherVersions ?? 0,
    };
  }

  #readingView(kind: AnalysisKind, run: Run | undefined) {
    return {
      ...this.#readings[kind].state,
      run: run ? this.#needs.numberOf(run) : 0,
      range: run ? this.#needs.rangeWords(run) : '',
    };
  }
}

function sendable(map: PathMap | undefined): PathMap | undefined {
  if (!map) return undefined;
  const nodes = map.nodes.slice(0, mostNodes);
  const sent = new Set(nodes.map(({ key }) => key));
  const edges = map.edges.filter(({ from, to }) => sent.has(from) && sent.has(to)).slice(0, mostEdges);
  return { ...map, nodes, edges };
}
