import { isRecord } from '../../../src/domain/json/looseValues.ts';
import type { Density } from '../../../src/domain/session/conversationRows.ts';
import { densities } from '../../../src/domain/session/conversationRows.ts';

export const tabIds = ['conversation', 'parameters', 'tags', 'session'] as const;
export type TabId = (typeof tabIds)[number];

export const pathForms = ['list', 'graph'] as const;
export type PathForm = (typeof pathForms)[number];

/** What a person chose to look at; kept over a reload of the window. Never what a session holds. */
export interface ViewState {
  readonly tab: TabId;
  readonly step?: number | undefined;
  readonly line?: number | undefined;
  readonly density: Density;
  readonly pathForm: PathForm;
  /** Payloads as they are instead of formatted. */
  readonly raw: boolean;
}

/** Reads what was kept, which any version may have written. */
export function readViewState(kept: unknown): ViewState {
  const state = isRecord(kept) ? kept : {};
  return {
    tab: tabIds.find((id) => id === state.tab) ?? 'conversation',
    step: index(state.step),
    line: index(state.line),
    density: densities.find((density) => density === state.density) ?? 'steps',
    pathForm: pathForms.find((form) => form === state.pathForm) ?? 'list',
    raw: state.raw === true,
  };
}

function index(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}
