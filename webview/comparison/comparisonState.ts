import { isRecord } from '../../src/domain/json/looseValues.ts';
import { readSplit } from '../parts/split.ts';

export const comparisonTabs = ['steps', 'parameters', 'tags'] as const;
export type ComparisonTab = (typeof comparisonTabs)[number];

/** What a person chose to look at; kept over a reload of the window. */
export interface ComparisonState {
  readonly tab: ComparisonTab;
  /** The index of the selected row among all rows, whether those that are alike are shown or not. */
  readonly row?: number | undefined;
  readonly onlyDifferences: boolean;
  readonly swapped: boolean;
  /** How much of the width the list has, in percent. */
  readonly split: number;
}

/** Reads what was kept, which any version may have written. */
export function readComparisonState(kept: unknown): ComparisonState {
  const state = isRecord(kept) ? kept : {};
  const { row } = state;
  return {
    tab: comparisonTabs.find((id) => id === state.tab) ?? 'steps',
    row: typeof row === 'number' && Number.isInteger(row) && row >= 0 ? row : undefined,
    onlyDifferences: state.onlyDifferences === true,
    swapped: state.swapped === true,
    split: readSplit(state.split),
  };
}
