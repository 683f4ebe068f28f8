import { asList, asRecord, isRecord } from '../../../src/domain/json/looseValues.ts';
import type { FacetChoice } from '../../../src/domain/results/facets/filterRows.ts';

export interface SortChoice {
  readonly path: string;
  readonly direction: 'asc' | 'desc';
}

/** A range of starts or durations that was chosen in a chart: from `from` on, and below `to`. */
export interface RangeChoice {
  readonly of: 'start' | 'duration';
  readonly from: number;
  readonly to: number;
}

/** What a person chose to look at; kept over a reload of the window. */
export interface ResultsState {
  readonly tab: string;
  /** By what the rows that are here are sorted; undefined for the order in which they were found. */
  readonly sort?: SortChoice | undefined;
  readonly group?: string | undefined;
  readonly choices: readonly FacetChoice[];
  readonly ranges: readonly RangeChoice[];
  /** In pixels, by field. */
  readonly widths: ReadonlyMap<string, number>;
  readonly facetsShown: boolean;
  /** Whether the path map is shown as tables of its numbers. */
  readonly mapAsTable: boolean;
  /** The facets whose values are shown. */
  readonly openFacets: readonly string[];
}

export const narrowestColumn = 48;
export const widestColumn = 1200;

/** Reads what was kept, which any version may have written. */
export function readResultsState(kept: unknown): ResultsState {
  const state = asRecord(kept);
  const sort = asRecord(state.sort);
  return {
    tab: textOf(state.tab) ?? 'table',
    sort:
      typeof sort.path === 'string'
        ? { path: sort.path, direction: sort.direction === 'desc' ? 'desc' : 'asc' }
        : undefined,
    group: textOf(state.group),
    choices: asList(state.choices).flatMap(readChoice),
    ranges: asList(state.ranges).flatMap(readRange),
    widths: new Map(asList(state.widths).flatMap(readWidth)),
    facetsShown: state.facetsShown !== false,
    mapAsTable: state.mapAsTable === true,
    openFacets: Array.isArray(state.openFacets) ? texts(state.openFacets) : ['agent', 'outcome', 'tag'],
  };
}

/** What can be kept of it: maps cannot. */
export function keptState(state: ResultsState): unknown {
  return { ...state, widths: [...state.widths] };
}

/**
 * What is kept of it for when the tab was closed and is opened again, in the workspace: all but values of parameters, which may be what a caller
 * said and are written down nowhere, and ranges of starts, which mean little in another run.
 */
export function lookOf(state: ResultsState): unknown {
  const choices = state.choices.filter(({ facet }) => facet !== 'parameterValue');
  return keptState({ ...state, choices, ranges: state.ranges.filter(({ of }) => of === 'duration') });
}

function readChoice(value: unknown): FacetChoice[] {
  if (!isRecord(value) || typeof value.facet !== 'string') return [];
  return [{ facet: value.facet, wanted: texts(value.wanted), unwanted: texts(value.unwanted) }];
}

function readRange(value: unknown): RangeChoice[] {
  const { of, from, to } = asRecord(value);
  if ((of !== 'start' && of !== 'duration') || typeof from !== 'number' || typeof to !== 'number') return [];
  return [{ of, from, to }];
}

function readWidth(value: unknown): [string, number][] {
  const [path, width] = asList(value);
  if (typeof path !== 'string' || typeof width !== 'number' || !Number.isFinite(width)) return [];
  return [[path, Math.min(widestColumn, Math.max(narrowestColumn, width))]];
}

function texts(value: unknown): string[] {
  return asList(value).filter((one) => typeof one === 'string');
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Whether nothing was chosen but a tab. */
export function isFirstLook(state: ResultsState): boolean {
  return JSON.stringify(keptState(state)) === JSON.stringify(keptState(readResultsState({ tab: state.tab })));
}
