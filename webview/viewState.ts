import { isRecord } from '../src/domain/looseValues.ts';

export const tabIds = ['conversation', 'parameters', 'tags'] as const;
export type TabId = (typeof tabIds)[number];

/** What a person chose to look at; kept over a reload of the window. */
export interface ViewState {
  readonly tab: TabId;
  readonly step?: number | undefined;
  readonly line?: number | undefined;
  readonly raw: boolean;
}

/** Reads what was kept, which any version may have written. */
export function readViewState(kept: unknown): ViewState {
  const state = isRecord(kept) ? kept : {};
  return {
    tab: tabIds.find((id) => id === state.tab) ?? 'conversation',
    step: index(state.step),
    line: index(state.line),
    raw: state.raw === true,
  };
}

function index(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}
