import type { nothing, TemplateResult } from 'lit/html.js';

/** What a list shows, and what it tells of what a person does in it. */
export interface ListRows {
  readonly label: string;
  /** What the rows are made from: others than before are measured anew, with the selected one in view. */
  readonly rows: object;
  readonly count: number;
  /** How many of the rows are options: the others, such as the head of a turn, cannot be selected. */
  readonly options: number;
  /** The index of the selected row, or -1. */
  readonly selected: number;
  readonly row: (index: number) => TemplateResult;
  readonly describe: (index: number) => RowWords;
  /** A row was chosen: by a key an option, by a click any row. */
  readonly select: (index: number) => void;
  /** Where a click means something else than a key that leads there. */
  readonly click?: (index: number) => void;
  readonly enter: () => void;
  /** For keys that mean more here than to move. */
  readonly keydown?: (event: KeyboardEvent) => void;
  /** What stays above the rows while the row at `index` is the first in sight, `stuckHeight` high. */
  readonly stuck?: (index: number) => TemplateResult | typeof nothing;
}

/** How high is what stays above the rows of a list that has such a thing. */
export const stuckHeight = 24;

/** What a screen reader says of a row before what the row shows: its name holds all that is to be seen, for those who speak to the page. */
export interface RowWords {
  readonly unseen: string;
  /** Which of the options it is, from 1; absent when it is none. */
  readonly position?: number;
}
