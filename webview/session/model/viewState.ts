import { isRecord } from '../../../src/domain/json/looseValues.ts';
import type { Density } from '../../../src/domain/session/timeline/timelineRows.ts';
import { densities } from '../../../src/domain/session/timeline/timelineRows.ts';
import { readSplit } from '../../parts/split.ts';

export const tabIds = ['timeline', 'parameters', 'tags', 'session'] as const;
export type TabId = (typeof tabIds)[number];

const pathForms = ['list', 'graph'] as const;
export type PathForm = (typeof pathForms)[number];

/** The parts of a step's detail. */
export const partIds = ['response', 'request', 'headers', 'state', 'raw'] as const;
export type PartId = (typeof partIds)[number];

/** What a person chose to look at; kept over a reload of the window. Never what a session holds. */
export interface ViewState {
  readonly tab: TabId;
  readonly step?: number | undefined;
  readonly line?: number | undefined;
  /** Whether it is the mark of where the session broke off, below the step that ran last. */
  readonly end?: true | undefined;
  readonly density: Density;
  readonly pathForm: PathForm;
  /** The part of a step that was chosen, for the steps that have it; what tells most of a step while none was. */
  readonly part?: PartId | undefined;
  /** How much of the width the timeline has, in percent. */
  readonly split: number;
}

/** Reads what was kept, which any version may have written. */
export function readViewState(kept: unknown): ViewState {
  const state = isRecord(kept) ? kept : {};
  return {
    tab: tabIds.find((id) => id === state.tab) ?? 'timeline',
    step: index(state.step),
    line: index(state.line),
    end: state.end === true || undefined,
    density: densities.find((density) => density === state.density) ?? 'everything',
    pathForm: pathForms.find((form) => form === state.pathForm) ?? 'list',
    part: partIds.find((part) => part === state.part),
    split: readSplit(state.split),
  };
}

/** What a page begins with: what the last session was looked at with; its tab only where the person goes on through a list. */
export function firstViewState({
  look,
  walked = false,
}: {
  readonly look?: unknown;
  readonly walked?: boolean;
}): ViewState {
  const state = { ...readViewState(look), step: undefined, line: undefined, end: undefined };
  return walked ? state : { ...state, tab: 'timeline', part: undefined, pathForm: 'list' };
}

function index(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}
